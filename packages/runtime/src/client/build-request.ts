import type { OperationDescriptor, ParameterDescriptor, RequestOptions } from "../contract.ts";
import { checkHeader, writeHeader } from "../serialize/header.ts";
import { writePath } from "../serialize/path.ts";
import { writePairs, writeQuery } from "../serialize/query.ts";
import { buildBody, type SendableBody } from "./build-body.ts";
import { addCookie } from "./credentials.ts";
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
  readonly body: SendableBody | undefined;
  /** The media type that the call asks for; `undefined` for the preferred one. */
  readonly accept: string | undefined;
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
  const wanted = own(options, "accept");
  const accept = wanted === undefined ? undefined : checkHeader("accept", wanted);
  if (accept !== undefined) headers["accept"] = accept;
  const params = own(input, "params");
  const path = buildPath(plan, input);
  const query = addParameters(operation, params, headers);
  const body = buildBody(operation, params, headers);
  if (keyHeader) {
    const key = options?.idempotencyKey;
    headers[keyHeader] = key === undefined ? crypto.randomUUID() : checkHeader(keyHeader, key);
  }
  const removed = options ? addHeaders(headers, options, headerOptions) : [];
  const isRewindable = !(typeof body === "object" && "getReader" in body);
  const isRepeatable = isRewindable && (plan.isIdempotent || (keyHeader ?? "") in headers);
  return { path, query, headers, removed, body, accept, isRepeatable, isRewindable };
}

function buildPath({ operation, path: parts }: RequestPlan, input: unknown): string {
  let path = "";
  for (const part of parts) {
    path +=
      typeof part === "string"
        ? part
        : writePath(part.name, valueOf(part, input), part.style, part.explode);
  }
  // Several parameters in one segment could still make one together.
  if (/\/\.\.?(?:\/|$)/.test(path)) {
    throw new TypeError(`The path of ${operation.id} must not have a segment "." or "..".`);
  }
  return path;
}

/** Adds the parameters in headers and cookies, and gives the query, each pair with `&` in front. */
function addParameters(
  { parameters }: OperationDescriptor<unknown, unknown>,
  params: unknown,
  headers: HeaderRecord,
): string {
  let query = "";
  for (const parameter of parameters) {
    const { name, style, explode, write } = parameter;
    const value = write ? own(params, keyOf(parameter)) : valueOf(parameter, params);
    if (write) query += write(value, parameter);
    else if (parameter.in === "query") query += writeQuery(parameter, value);
    else if (parameter.in === "path" || value === undefined || value === null) continue;
    else if (parameter.in === "header") {
      headers[name.toLowerCase()] = writeHeader(name, value, explode);
    } else {
      const pairs = writePairs(name, value, style, explode, undefined, "; ").slice(2);
      if (pairs) addCookie(headers, pairs);
    }
  }
  return query;
}

/** What is to be written: the value, or its JSON where the parameter has a media type. OpenAPI 3.1, section 4.8.12.3. */
function valueOf(parameter: ParameterDescriptor, holder: unknown): unknown {
  const value = own(holder, keyOf(parameter));
  if (parameter.contentType === undefined || value === undefined) return value;
  const json = (parameter.codec ?? JSON).stringify(value);
  // A header has no other way to carry signs beyond Latin-1.
  return parameter.in === "header" ? json.replace(/[\u007f-\uffff]/g, escaped) : json;
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
