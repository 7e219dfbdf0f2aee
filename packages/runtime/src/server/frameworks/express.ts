import { toNodeListener } from "../node-adapter.ts";
import type { NodeRequest, NodeResponse } from "../node/platform.ts";

/**
 * Makes a handler of Express, or of anything else with the listeners of `node:http`, from a request handler:
 * `app.use("/v1", toExpress(handler))`. Paths count as the client sent them, whatever they are mounted under.
 *
 * Mount it in front of body parsers. Behind them it takes bytes, text and JSON; a body that was parsed to anything else
 * is lost, and answered with 500.
 */
export function toExpress(
  handler: (request: Request) => Promise<Response>,
): (request: NodeRequest, response: NodeResponse) => void {
  return toNodeListener(handler);
}
