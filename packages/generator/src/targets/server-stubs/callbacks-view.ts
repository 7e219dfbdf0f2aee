import type { Resource, SecurityScheme } from "../../model/api-model.ts";
import { docView } from "../shared/doc-view.ts";
import { listText } from "../shared/layout.ts";
import type { TypeContext } from "../shared/type-text.ts";
import { bindingText, declaration, type HandlersFileView, handlerView } from "./handlers-view.ts";

/** What `server-stubs/callbacks` prints: as of handlers, but that `routeList` calls `receive()`. */
export type CallbacksFileView = HandlersFileView;

/** What receives the callbacks of one resource. */
export function callbacksFileView(
  resource: Resource,
  schemes: readonly SecurityScheme[],
  context: TypeContext,
): CallbacksFileView {
  const { names, imports } = context;
  const handlers = names.handlers(resource.id);
  const routes = names.routes(resource.id);
  for (const name of ["Handler", "Receivers", "Route"]) imports.runtimeType(name, "server");
  imports.runtimeValue("receive", "server");
  const bound = resource.operations.map(
    (operation) => `...${bindingText("receive", "receivers", operation, resource.id, context)}`,
  );
  return {
    handlers: declaration(resource, schemes, context),
    docs: docView([`What a server implements to receive ${names.resourceClass(resource.id)}.`]),
    routes,
    routesSignature: listText(
      "(",
      [`receivers: Receivers<${handlers}>`],
      "): Route[]",
      `export function ${routes}`.length,
      " {".length,
      0,
    ),
    routeList: listText("[", bound, "]", "  return ".length, ";".length, 1),
    operations: resource.operations.map((operation, index) => ({
      ...handlerView(operation, resource.id, schemes, context),
      apart: index > 0,
    })),
  };
}
