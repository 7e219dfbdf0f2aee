import {
  docView,
  Imports,
  operationsFile,
  stringLiteral,
  type DocView,
  type Target,
} from "@specwright/generator";

/** What `routes/file` prints. */
type RoutesView = {
  readonly name: string;
  readonly docs: DocView | null;
  readonly routes: readonly RouteView[];
};

type RouteView = {
  readonly pattern: string;
  /** Name of the operation's descriptor. */
  readonly descriptor: string;
};

const FILE = { target: "routes", path: "index.ts" };

/** A table of all routes: a line of the log finds the operation that it is about. */
const routes: Target = {
  name: "routes",
  needs: ["operations"],
  *plan(model, { names, modules }) {
    const imports = new Imports(FILE, modules);
    const all = model.resources.flatMap(({ id, operations }) =>
      operations.map((operation): RouteView => ({
        pattern: stringLiteral(`${operation.method} ${operation.path}`),
        descriptor: imports.value(names.descriptor(operation.id), operationsFile(id, names)),
      })),
    );
    const view: RoutesView = {
      name: "routes",
      docs: docView([`Every operation of ${model.title} by method and path.`]),
      routes: all,
    };
    yield { path: FILE.path, template: "routes/file", view, imports: imports.sorted() };
  },
};

export default routes;
