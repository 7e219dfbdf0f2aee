import type { Target } from "../../plan/target.ts";
import { Imports } from "../shared/imports.ts";
import { hasPrincipals } from "../shared/secured.ts";
import { schemaMap } from "../shared/operation-parts.ts";
import { callbacksFileView } from "./callbacks-view.ts";
import { handlersFile, handlersFileView } from "./handlers-view.ts";
import { serverIndexView } from "./index-view.ts";
import { SECURITY_FILE, securityView } from "./security-view.ts";
import { serverView } from "./server-view.ts";
import { shapesView } from "./shapes-view.ts";

/** What a server needs: handler interfaces, their binding to the operations, and the request handler of all. */
export const serverStubs: Target = {
  name: "server-stubs",
  *plan(model, context) {
    const schemas = schemaMap(model.schemas);
    const collect = (path: string): Imports =>
      new Imports({ target: "server-stubs", path }, context.modules);
    const withOperations = model.resources.filter(({ operations }) => operations.length > 0);
    // Schemas alone make no server.
    if (withOperations.length === 0) return;
    const paths: string[] = [];
    for (const resource of withOperations) {
      const { path } = handlersFile(resource.id, context.names);
      const imports = collect(path);
      const types = { names: context.names, imports, schemas };
      const view = handlersFileView(resource, model.securitySchemes, types);
      paths.push(path);
      yield { path, template: "server-stubs/handlers", view, imports: imports.sorted() };
    }
    for (const resource of model.callbacks) {
      const { path } = handlersFile(resource.id, context.names);
      const imports = collect(path);
      const types = { names: context.names, imports, schemas };
      const view = callbacksFileView(resource, model.securitySchemes, types);
      paths.push(path);
      yield { path, template: "server-stubs/callbacks", view, imports: imports.sorted() };
    }
    for (const { path, view, imports } of shapesView(model, collect, {
      names: context.names,
      schemas,
    })) {
      yield { path, template: "server-stubs/shapes", view, imports: imports.sorted() };
    }
    const imports = collect("server.ts");
    const view = serverView(model, { names: context.names, imports, schemas });
    yield { path: "server.ts", template: "server-stubs/server", view, imports: imports.sorted() };
    if (hasPrincipals(model)) {
      const { path } = SECURITY_FILE;
      const imports = collect(path);
      const view = securityView(model, { names: context.names, imports, schemas });
      paths.push(path);
      yield { path, template: "server-stubs/security", view, imports: imports.sorted() };
    }
    yield serverIndexView(["server.ts", ...paths]);
  },
};
