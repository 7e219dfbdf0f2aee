import type { ApiModel } from "../../model/api-model.ts";
import { hasChoice } from "../../naming/name-table.ts";
import type { PlanContext, PlannedUnit } from "../../plan/target.ts";
import type { IndexView } from "../shared/index-view.ts";
import { stringLiteral } from "../shared/literals.ts";
import { resourceFile } from "./resource-view.ts";

/** `index.ts` of the client: client, resources, and the types they speak in. */
export function clientIndexView(model: ApiModel, context: PlanContext): PlannedUnit {
  const index = { target: "client", path: "index.ts" };
  const from = (target: string, path: string): string =>
    stringLiteral(context.modules.specifier(index, { target, path }));
  const resources = model.resources.map(({ id }) => resourceFile(id, context.names).path).sort();
  const view: IndexView = {
    exports: [
      { type: false, from: from("client", "client.ts") },
      { type: false, from: from("client", "connect.ts") },
      ...(model.errorTypes ? [{ type: false, from: from("client", "errors.ts") }] : []),
      ...(hasChoice(model.servers) ? [{ type: false, from: from("client", "servers.ts") }] : []),
      ...resources.map((path) => ({ type: false, from: from("client", path) })),
      ...(model.webhooks.some(({ schema }) => schema)
        ? [{ type: false, from: from("client", "webhooks.ts") }]
        : []),
      ...(context.modules.isPackageRoot(index)
        ? [
            { type: false, from: from("operations", "index.ts") },
            { type: true, from: from("schemas", "index.ts") },
          ]
        : []),
    ],
  };
  return { path: index.path, template: "shared/index", view, imports: [] };
}
