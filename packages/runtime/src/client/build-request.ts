import type { RequestOptions } from "../contract.ts";
import { checkHeader, writeHeader } from "../serialize/header.ts";
import { writePath } from "../serialize/path.ts";
import { writePairs, writeQuery } from "../serialize/query.ts";
import { buildBody } from "./build-body.ts";
import { joinCookies } from "./credentials.ts";
import { own } from "./pointer.ts";
import type { RequestPlan } from "./request-plan.ts";
import { keyOf } from "./request-plan.ts";

/** One logical call, ready to be sent any number of times; only the credentials are still missing. */
export interface BuiltRequest {
  /** Path and query; the query ends without a `&`. */
  readonly target: string;
  /** Lower-case names; `undefined` keeps even a header of the credentials away. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: BodyInit | undefined;
  /** Whether the body is a stream, which can be sent only once. */
  readonly isStream: boolean;
  /** Whether sending it again cannot do its work twice. */
  readonly isRepeatable: boolean;
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
  options: RequestOptions,
  headerOptions: Readonly<Record<string, string>>,
): BuiltRequest {
  const params = own(input, "params");
  const headers: Record<string, string | undefined> = { ...plan.headers };
  const query = addParameters(plan, params, headers);
  const body = buildBody(plan, params);
  if (body?.contentType) headers["content-type"] = body.contentType;
  const isStream = body?.isStream === true;
  const { idempotencyHeader } = plan;
  if (idempotencyHeader) {
    headers[idempotencyHeader] ??= checkHeader(
      idempotencyHeader,
      options.idempotencyKey ?? crypto.randomUUID(),
    );
  }
  addHeaderOptions(headers, options, headerOptions);
  addHeaders(headers, options.headers);
  return {
    target: buildPath(plan, input) + (query && `?${query.slice(1)}`),
    headers,
    body: body?.content,
    isStream,
    isRepeatable: !isStream && (plan.isIdempotent || !!headers[idempotencyHeader ?? ""]),
  };
}

function buildPath(plan: RequestPlan, input: unknown): string {
  let path = "";
  for (const part of plan.path) {
    path +=
      typeof part === "string"
        ? part
        : writePath(part.name, own(input, keyOf(part)), part.style, part.explode);
  }
  // Several parameters in one segment could still make one together.
  if (/\/\.\.?(?:\/|$)/.test(path)) {
    throw new TypeError(`The path of ${plan.operation.id} must not have a segment "." or "..".`);
  }
  return path;
}

/** Adds the parameters in headers and cookies, and gives the query, each pair with `&` in front. */
function addParameters(
  plan: RequestPlan,
  params: unknown,
  headers: Record<string, string | undefined>,
): string {
  let query = "";
  for (const parameter of plan.parameters) {
    const value = own(params, keyOf(parameter));
    const { name, style, explode } = parameter;
    if (value === undefined) continue;
    if (parameter.in === "query") query += writeQuery(parameter, value);
    else if (value === null) continue;
    else if (parameter.in === "header") {
      headers[name.toLowerCase()] = writeHeader(name, value, explode);
    } else {
      const cookie = writePairs(name, value, style, explode, undefined, "; ").slice(2);
      headers["cookie"] = joinCookies(headers["cookie"], cookie);
    }
  }
  return query;
}

/**
 * Adds the options that travel as a header.
 *
 * @throws {TypeError} when one is not a string.
 */
export function addHeaderOptions(
  headers: Record<string, string | undefined>,
  options: object,
  headerOptions: Readonly<Record<string, string>>,
): void {
  for (const option of Object.keys(headerOptions)) {
    const value = own(options, option);
    const name = headerOptions[option];
    if (value === undefined || !name) continue;
    if (typeof value !== "string") throw new TypeError(`The option "${option}" must be a string.`);
    headers[name.toLowerCase()] = checkHeader(name, value);
  }
}

/** Adds headers of the caller's own; `undefined` removes one. */
export function addHeaders(
  headers: Record<string, string | undefined>,
  added: Readonly<Record<string, string | undefined>> | undefined,
): void {
  for (const [name, value] of Object.entries(added ?? {})) {
    headers[name.toLowerCase()] = value === undefined ? value : checkHeader(name, value);
  }
}
