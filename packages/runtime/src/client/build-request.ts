import type {
  AnyOperation,
  ParameterDescriptor,
  RequestDraft,
  RequestOptions,
} from "../contract.ts";
import { checkHeader } from "../serialize/header.ts";
import { writeSegment } from "../serialize/segment.ts";
import { escapeText } from "../serialize/style.ts";
import type { HeaderRecord } from "./headers.ts";
import { addHeaders } from "./headers.ts";
import { own } from "./pointer.ts";
import { keyOf, type RequestPlan } from "./request-plan.ts";

/** One logical call, ready to be sent any number of times; only the credentials are still missing. */
export interface BuiltRequest {
  readonly path: string;
  /** Pairs, each with `&` in front. */
  readonly query: string;
  readonly headers: Readonly<HeaderRecord>;
  /** Headers that the caller wants gone, those of the credentials included. */
  readonly removed: readonly string[];
  readonly body: RequestDraft["body"];
  /** The media type that the call asks for; `undefined` for the preferred one. */
  readonly accept: unknown;
  /** Whether sending it again cannot do its work twice. */
  readonly isRepeatable: boolean;
  /** Whether there is something to send again: a stream can be read only once. */
  readonly isRewindable: boolean;
}

/**
 * Builds the request of one logical call.
 *
 * @param headerOptions Option name to header name.
 * @throws {TypeError} when a value cannot be written in its place.
 */
export function buildRequest(
  plan: RequestPlan,
  input: unknown,
  options: RequestOptions | undefined,
  headerOptions: Readonly<Record<string, string>>,
): BuiltRequest {
  const { operation, keyHeader } = plan;
  const headers = { ...plan.headers };
  const draft: RequestDraft = { query: "", headers };
  const accept = own(options, "accept");
  if (accept !== undefined) headers["accept"] = checkHeader("accept", accept);
  const path = buildPath(plan, input);
  for (const write of operation.write ?? []) write(operation, own(input, "params"), draft);
  for (const [name, value] of Object.entries(options?.query ?? {})) {
    if (value !== undefined) draft.query += `&${escapeText(name)}=${escapeText(String(value))}`;
  }
  if (keyHeader) {
    const key = options?.idempotencyKey;
    headers[keyHeader] = key === undefined ? crypto.randomUUID() : checkHeader(keyHeader, key);
  }
  const removed = options ? addHeaders(headers, options, headerOptions) : [];
  const { body, query } = draft;
  const isRewindable = !(typeof body === "object" && "getReader" in body);
  const isRepeatable = isRewindable && (plan.isIdempotent || (keyHeader ?? "") in headers);
  return { path, query, headers, removed, body, accept, isRepeatable, isRewindable };
}

function buildPath({ operation, path: parts }: RequestPlan, input: unknown): string {
  let path = "";
  for (const part of parts) path += typeof part === "string" ? part : writePart(part, input);
  return checkPath(operation, path);
}

/** Gives a path back when it is one of the operation. @throws {TypeError} */
export function checkPath({ id }: AnyOperation, path: string): string {
  // Several parameters in one segment could still make one together.
  if (/\/\.\.?(?:\/|$)/.test(path)) {
    throw new TypeError(`The path of ${id} must not have a segment "." or "..".`);
  }
  return path;
}

/** Writes the value of a path parameter. @throws {TypeError} when it is none that a path can hold. */
export function writePart(parameter: ParameterDescriptor, input: unknown): string {
  const value = own(input, keyOf(parameter));
  return parameter.write ? parameter.write(value, parameter) : writeSegment(parameter.name, value);
}
