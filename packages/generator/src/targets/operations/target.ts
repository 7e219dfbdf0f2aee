import type { Target } from "../../plan/target.ts";
import { Imports } from "../shared/imports.ts";
import { indexUnit } from "../shared/index-view.ts";
import { operationsFile, schemaMap } from "../shared/operation-parts.ts";
import { operationsFileView } from "./operation-view.ts";
import { HEADERS_FILE, headersView } from "./response-headers.ts";

/** Operation descriptors: each operation as data, and the type of what it takes. One file per resource. */
export const operations: Target = {
  name: "operations",
  *plan(model, context) {
    const schemas = schemaMap(model.schemas);
    const paths: string[] = [];
    const resources = [...model.resources, ...model.callbacks];
    for (const resource of resources) {
      if (resource.operations.length === 0) continue;
      const file = operationsFile(resource.id, context.names);
      const imports = new Imports(file, context.modules);
      const view = operationsFileView(resource, { names: context.names, imports, schemas });
      paths.push(file.path);
      yield { path: file.path, template: "operations/file", view, imports: imports.sorted() };
    }
    const imports = new Imports(HEADERS_FILE, context.modules);
    const headers = headersView(resources, { names: context.names, imports, schemas });
    if (headers) {
      const { path } = HEADERS_FILE;
      paths.push(path);
      yield { path, template: "operations/input", view: headers, imports: imports.sorted() };
    }
    yield indexUnit(paths, { types: false });
  },
};
