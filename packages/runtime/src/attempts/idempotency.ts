import type { AnyOperation, RequestDraft } from "../contract.ts";
import { checkHeader } from "../serialize/header.ts";
import type { HeaderRecord } from "../request/headers.ts";

/**
 * Whether a method may be sent twice without doing its work twice: RFC 9110, section 9.2.2, and what is registered as safe or
 * idempotent: `QUERY` asks, it does not change. Of a method that we do not know nobody can tell.
 */
export function isIdempotent(method: string): boolean {
  return /^(?:GET|HEAD|OPTIONS|TRACE|PUT|DELETE|QUERY)$/.test(method);
}

/**
 * Adds the idempotency key of a call, where its operation takes one.
 *
 * @param key Default: a random one.
 * @throws {TypeError} for one that no header can carry.
 */
export function addKey(operation: AnyOperation, headers: HeaderRecord, key?: string): void {
  const name = keyHeaderOf(operation);
  if (name) headers[name] = checkHeader(name, key ?? crypto.randomUUID());
}

/**
 * When a request may be sent again. `never`: a stream can be read only once. `unsent`: when it is certain that no byte of it left.
 * `always`: sending it again cannot do its work twice.
 */
export type Again = "never" | "unsent" | "always";

/** Looks when a request may be sent again: always for its method, or for the key that it has. */
export function whenAgain(operation: AnyOperation, { headers, body }: RequestDraft): Again {
  if (typeof body === "object" && "getReader" in body) return "never";
  const isSafe = isIdempotent(operation.method) || keyHeaderOf(operation) in headers;
  return isSafe ? "always" : "unsent";
}

/** In small letters; empty where there is none. */
function keyHeaderOf({ method, idempotencyHeader = "" }: AnyOperation): string {
  return method === "GET" ? "" : idempotencyHeader.toLowerCase();
}
