import type { NamedSchema } from "../../model/api-model.ts";
import type { Target } from "../../plan/target.ts";
import { Imports } from "../shared/imports.ts";
import { byOwner } from "../shared/by-owner.ts";
import { expandedSchemas } from "../shared/expansions.ts";
import { indexUnit } from "../shared/index-view.ts";
import { holders } from "../shared/wire-holders.ts";
import { schemasFileView } from "./schema-view.ts";

/** Interfaces and unions: the JSON values of the API as types. One file per resource, and `shared.ts`. */
export const schemas: Target = {
  name: "schemas",
  *plan(model, context) {
    const all = new Map(model.schemas.map((schema) => [schema.id, schema]));
    const expanded = expandedSchemas(model, all);
    const paths: string[] = [];
    for (const [owner, own] of byOwner(model.schemas.filter(isDeclared))) {
      const path = context.names.schemaFile(owner);
      const imports = new Imports({ target: "schemas", path }, context.modules);
      const view = schemasFileView(own, expanded, { names: context.names, imports, schemas: all });
      paths.push(path);
      yield { path, template: "schemas/file", view, imports: imports.sorted() };
    }
    const holdsWires = holders(all).size > 0;
    yield indexUnit(paths, { types: !holdsWires && !model.schemas.some(hasValues) });
  },
};

function isDeclared(schema: NamedSchema): boolean {
  return schema.declared;
}

// An object of values is more than a type.
function hasValues({ schema }: NamedSchema): boolean {
  return schema.kind === "literal" && schema.names !== undefined;
}
