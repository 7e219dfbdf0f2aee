import { toNodeListener } from "../node-adapter.ts";
import type { NodeRequest, NodeResponse } from "../node/platform.ts";

/** What the adapter uses of an instance of Fastify. */
export interface FastifyScope {
  removeAllContentTypeParsers(): unknown;
  addContentTypeParser(
    contentType: string,
    parser: (request: unknown, payload: unknown, done: (error: null) => void) => void,
  ): unknown;
  all(path: string, handler: (request: FastifyCall, reply: FastifyAnswer) => void): unknown;
}

/** What the adapter uses of a request of Fastify. */
export interface FastifyCall {
  readonly raw: NodeRequest;
}

/** What the adapter uses of a reply of Fastify. */
export interface FastifyAnswer {
  readonly raw: NodeResponse;
  hijack(): unknown;
  getHeaders(): Readonly<Record<string, number | string | readonly string[] | undefined>>;
}

/**
 * Makes a plugin of Fastify from a request handler: `app.register(toFastify(handler), { prefix: "/v1" })`. Paths count as the
 * client sent them, prefix and all.
 *
 * Parsers of bodies do not reach into the plugin. Hooks up to `preHandler` run, and header fields that they set go along;
 * hooks of the answer do not, for the API writes it itself.
 */
export function toFastify(
  handler: (request: Request) => Promise<Response>,
): (scope: FastifyScope) => Promise<void> {
  const listener = toNodeListener(handler);
  return async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, _payload, done) => done(null));
    const answer = (request: FastifyCall, reply: FastifyAnswer): void => {
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, isList(value) ? value : String(value));
      }
      reply.hijack();
      listener(request.raw, reply.raw);
    };
    scope.all("/*", answer);
  };
}

function isList(value: number | string | readonly string[]): value is readonly string[] {
  return Array.isArray(value);
}
