import type { NamedSchema } from "../../model/api-model.ts";
import type { Target } from "../../plan/target.ts";
import { byOperationView } from "./by-operation-view.ts";
import { byOwner } from "../shared/by-owner.ts";
import { Imports } from "../shared/imports.ts";
import { indexUnit } from "../shared/index-view.ts";
import { validatorContext } from "./context.ts";
import { exportedSchemas } from "./exported.ts";
import { validatorViews, type ValidatorsFileView } from "./validator-view.ts";

/** Check functions: per schema a guard that says yes or no, a walk that explains, and a validator that holds both. */
export const validators: Target = {
  name: "validators",
  *plan(model, context) {
    const all = new Map(model.schemas.map((schema): [string, NamedSchema] => [schema.id, schema]));
    const exported = exportedSchemas(model);
    const paths: string[] = [];
    for (const [owner, own] of byOwner(model.schemas)) {
      const path = context.names.schemaFile(owner);
      const imports = new Imports({ target: "validators", path }, context.modules);
      const file = validatorContext(context.names, imports, all);
      const views = validatorViews(own, exported, file);
      const view: ValidatorsFileView = { constants: file.constants(), validators: views };
      paths.push(path);
      yield { path, template: "validators/file", view, imports: imports.sorted() };
    }
    const path = "by-operation.ts";
    const imports = new Imports({ target: "validators", path }, context.modules);
    const view = byOperationView(model, { names: context.names, imports, schemas: all });
    yield { path, template: "validators/by-operation", view, imports: imports.sorted() };
    yield indexUnit([...paths, path], { types: false });
  },
};
