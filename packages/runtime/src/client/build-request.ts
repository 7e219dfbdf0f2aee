import type { OperationDescriptor, ParameterDescriptor, RequestOptions } from "../contract.ts";
import { checkHeader, writeHeader } from "../serialize/header.ts";
import { writePath } from "../serialize/path.ts";
import { writePairs, writeQuery } from "../serialize/query.ts";
import { buildBody, type SendableBody } from "./build-body.ts";
import { joinCookies } from "./credentials.ts";
import type { HeaderRecord } from "./headers.ts";
import { addHeaderOptions, addHeaders } from "./headers.ts";
import { own } from "./pointer.ts";
import type { RequestPlan } from "./request-plan.ts";

/** One logical call, ready to be sent any number of times; only the credentials are still missing. */
export interface BuiltRequest {
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<HeaderRecord>;
  readonly body: SendableBody | undefined;
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
  const { operation } = plan;
  const { method, idempotencyHeader } = operation;
  const headers = { ...plan.headers };
  const params = own(input, "params");
  const target = buildPath(operation, input) + addParameters(operation, params, headers);
  const body = buildBody(operation, params, headers);
  if (idempotencyHeader && method !== "GET") {
    const key = options.idempotencyKey ?? crypto.randomUUID();
    headers[idempotencyHeader.toLowerCase()] ??= checkHeader(idempotencyHeader, key);
  }
  addHeaderOptions(headers, options, headerOptions);
  addHeaders(headers, options.headers);
  const isStream = typeof body === "object" && "getReader" in body;
  // RFC 9110, section 9.2.2, names the idempotent methods: all but two.
  const isIdempotent = !/^P(?:OST|ATCH)$/.test(method);
  const hasKey = !!headers[idempotencyHeader?.toLowerCase() ?? ""];
  return { target, headers, body, isRepeatable: !isStream && (isIdempotent || hasKey) };
}

function buildPath(
  { id, path: template, parameters }: OperationDescriptor<unknown, unknown>,
  input: unknown,
): string {
  let path = template;
  for (const parameter of parameters) {
    if (parameter.in !== "path") continue;
    const text = writePath(
      parameter.name,
      own(input, keyOf(parameter)),
      parameter.style,
      parameter.explode,
    );
    // A function, since `replace` gives the sign "$" in a text a meaning.
    path = path.replace(`{${parameter.name}}`, () => text);
  }
  // Several parameters in one segment could still make one together.
  if (/\/\.\.?(?:\/|$)/.test(path)) {
    throw new TypeError(`The path of ${id} must not have a segment "." or "..".`);
  }
  return path;
}

/** Adds the parameters in headers and cookies, and gives the query with its `?`. */
function addParameters(
  { parameters }: OperationDescriptor<unknown, unknown>,
  params: unknown,
  headers: HeaderRecord,
): string {
  let query = "";
  for (const parameter of parameters) {
    const { name, style, explode } = parameter;
    const value = own(params, keyOf(parameter));
    if (parameter.in === "query") query += writeQuery(parameter, value);
    else if (parameter.in === "path" || value === undefined || value === null) continue;
    else if (parameter.in === "header") {
      headers[name.toLowerCase()] = writeHeader(name, value, explode);
    } else {
      const pairs = writePairs(name, value, style, explode, undefined, "; ").slice(2);
      headers["cookie"] = joinCookies(headers["cookie"], pairs);
    }
  }
  return query.replace("&", "?");
}

function keyOf(parameter: ParameterDescriptor): string {
  return parameter.key ?? parameter.name;
}
