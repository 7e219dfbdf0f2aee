import { isJson, parseMediaType } from "../media-type.ts";
import type { NodeRequest } from "./platform.ts";
import { hasBody } from "./request.ts";

/**
 * The bytes of a body that a parser of the framework has read before; `undefined` where nobody has.
 *
 * Parsers that keep bytes or text lose nothing. JSON is written again from its value; of anything else the value does not
 * tell what the client sent.
 *
 * @throws {Error} where the bytes are lost.
 */
export function parsedBody(request: NodeRequest): Uint8Array | undefined {
  if (request.readableEnded !== true || !hasBody(request)) return undefined;
  const { body } = request;
  if (body instanceof Uint8Array) return body;
  if (typeof body === "string") return new TextEncoder().encode(body);
  const type = request.headers["content-type"];
  if (body !== undefined && typeof type === "string" && isJson(parseMediaType(type).essence)) {
    return new TextEncoder().encode(JSON.stringify(body));
  }
  throw new Error(
    "Something has read the body before the API did: mount the API in front of body parsers, or use those that keep bytes.",
  );
}
