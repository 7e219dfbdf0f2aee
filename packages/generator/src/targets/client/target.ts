import type { Resource } from "../../model/api-model.ts";
import type { Target } from "../../plan/target.ts";
import { Imports } from "../shared/imports.ts";
import { schemaMap } from "../shared/operation-parts.ts";
import { clientView } from "./client-view.ts";
import { connectView } from "./connect-view.ts";
import { errorsView } from "./errors-view.ts";
import { clientIndexView } from "./index-view.ts";
import { resourceView, resourceFile } from "./resource-view.ts";
import { serversView } from "./servers-view.ts";
import { webhooksView } from "./webhooks-view.ts";

/** The client people call: a class per resource, reached through a tree of properties. */
export const client: Target = {
  name: "client",
  *plan(model, context) {
    const schemas = schemaMap(model.schemas);
    const collect = (path: string): Imports =>
      new Imports({ target: "client", path }, context.modules);
    const shared = (imports: Imports) => ({ names: context.names, imports, schemas });

    for (const resource of model.resources) {
      const { path } = resourceFile(resource.id, context.names);
      const imports = collect(path);
      const view = resourceView(resource, childrenOf(resource, model.resources), shared(imports));
      yield { path, template: "client/resource", view, imports: imports.sorted() };
    }
    const connectImports = collect("connect.ts");
    const connect = connectView(model, shared(connectImports));
    yield {
      path: "connect.ts",
      template: "client/connect",
      view: connect,
      imports: connectImports.sorted(),
    };

    const serverImports = collect("servers.ts");
    const servers = serversView(model, shared(serverImports));
    if (servers) {
      const imports = serverImports.sorted();
      yield { path: "servers.ts", template: "client/servers", view: servers, imports };
    }

    const webhookImports = collect("webhooks.ts");
    const webhooks = webhooksView(model, shared(webhookImports));
    if (webhooks) {
      const imports = webhookImports.sorted();
      yield { path: "webhooks.ts", template: "client/webhooks", view: webhooks, imports };
    }

    const errorImports = collect("errors.ts");
    const errors = errorsView(model, shared(errorImports));
    if (errors) {
      const imports = errorImports.sorted();
      yield { path: "errors.ts", template: "client/errors", view: errors, imports };
    }

    const imports = collect("client.ts");
    const roots = model.resources.filter(({ id }) => !id.includes("."));
    const view = clientView(model, roots, shared(imports));
    yield { path: "client.ts", template: "client/client", view, imports: imports.sorted() };
    yield clientIndexView(model, context);
  },
};

function childrenOf(resource: Resource, all: readonly Resource[]): Resource[] {
  const depth = resource.id.split(".").length + 1;
  return all.filter(({ id }) => id.startsWith(`${resource.id}.`) && id.split(".").length === depth);
}
