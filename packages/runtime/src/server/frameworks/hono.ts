/** What the adapter uses of a context of Hono. */
export interface HonoContext {
  readonly req: { readonly raw: Request; arrayBuffer(): Promise<ArrayBuffer> };
}

/**
 * Makes a handler of Hono from a request handler: `app.all("/v1/*", toHono(handler))`. Header fields that middleware sets go
 * along, as Hono has it. A body that middleware has read is taken from what Hono keeps of it.
 */
export function toHono(
  handler: (request: Request) => Promise<Response>,
): (context: HonoContext) => Promise<Response> {
  return async ({ req }) => {
    if (!req.raw.bodyUsed) return handler(req.raw);
    const { url, method, headers, signal } = req.raw;
    return handler(new Request(url, { method, headers, signal, body: await req.arrayBuffer() }));
  };
}
