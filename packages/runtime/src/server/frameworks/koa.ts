import { toNodeResponder } from "../node-adapter.ts";
import type { NodeRequest, NodeResponse } from "../node/platform.ts";

/** What the adapter uses of a context of Koa. */
export interface KoaContext {
  readonly req: NodeRequest;
  readonly res: NodeResponse;
  readonly originalUrl: string;
  readonly request: { readonly body?: unknown; readonly rawBody?: unknown };
  respond?: boolean;
}

/**
 * Makes a middleware of Koa from a request handler: `app.use(toKoa(handler))`. It answers every request that reaches it;
 * header fields that middleware before it has set go along. Paths count as the client sent them.
 *
 * Behind body parsers it takes what they keep under `rawBody`, bytes, text and JSON; a body that was parsed to anything else
 * is lost, and answered with 500.
 */
export function toKoa(
  handler: (request: Request) => Promise<Response>,
): (context: KoaContext) => Promise<void> {
  const respond = toNodeResponder(handler);
  return (context) => {
    const { req, res, originalUrl, request } = context;
    context.respond = false;
    // Koa keeps to its own objects what Express keeps to the request itself.
    return respond(Object.assign(req, { originalUrl, body: request.rawBody ?? request.body }), res);
  };
}
