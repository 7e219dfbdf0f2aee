import type {
  AnyOperation,
  ParameterDescriptor,
  ParameterLocation,
  RequestDraft,
} from "../contract.ts";
import { own } from "../plain/pointer.ts";
import { keyOf } from "./build-path.ts";
import { writeHeader } from "../serialize/header.ts";
import { writePath } from "../serialize/path.ts";
import { writeDeep, writePairs, writeQuery } from "../serialize/query.ts";
import { writeQueryString } from "../serialize/query-string.ts";
import { escapeText } from "../serialize/style.ts";
import { addCookie } from "./cookie.ts";

/** Writes the query in whatever styles it has. OpenAPI 3.1, section 4.8.12.2. */
export function toQuery(operation: AnyOperation, params: unknown, draft: RequestDraft): void {
  for (const parameter of parametersIn("query", operation)) {
    draft.query += writeQuery(parameter, wireValue(own(params, keyOf(parameter)), parameter));
  }
}

/** Writes a query of plain values and `deepObject`s: enough for many an API, and a third of the code. */
export function toDeepQuery(operation: AnyOperation, params: unknown, draft: RequestDraft): void {
  for (const parameter of parametersIn("query", operation)) {
    const key = `&${escapeText(parameter.name)}`;
    draft.query += writeDeep(key, own(params, keyOf(parameter)), escapeText);
  }
}

/** Writes the one parameter that is the whole query. OpenAPI 3.2, section 4.12.1 (`in: querystring`). */
export function toQueryString(operation: AnyOperation, params: unknown, draft: RequestDraft): void {
  for (const parameter of parametersIn("querystring", operation)) {
    draft.query += writeQueryString(own(params, keyOf(parameter)), parameter);
  }
}

/** Writes the header parameters. */
export function toHeaders(
  operation: AnyOperation,
  params: unknown,
  { headers }: RequestDraft,
): void {
  for (const parameter of parametersIn("header", operation)) {
    const { name, explode } = parameter;
    const value = wireValue(own(params, keyOf(parameter)), parameter);
    // A header has no other way to carry signs of JSON beyond Latin-1.
    const plain = parameter.contentType === undefined ? value : asciiJson(value);
    if (value !== undefined && value !== null) {
      headers[name.toLowerCase()] = writeHeader(name, plain, explode);
    }
  }
}

/** Writes the cookie parameters into the one `cookie` header. */
export function toCookies(
  operation: AnyOperation,
  params: unknown,
  { headers }: RequestDraft,
): void {
  for (const parameter of parametersIn("cookie", operation)) {
    const { name, style, explode } = parameter;
    const value = wireValue(own(params, keyOf(parameter)), parameter);
    const pairs =
      value === null ? "" : writePairs(name, value, style, explode, undefined, "; ").slice(2);
    if (pairs) addCookie(headers, pairs);
  }
}

/** Writes a path parameter in whatever style it has. */
export function writePathParameter(value: unknown, parameter: ParameterDescriptor): string {
  const { name, style, explode } = parameter;
  return writePath(name, wireValue(value, parameter), style, explode);
}

function parametersIn(
  location: ParameterLocation,
  { parameters }: AnyOperation,
): readonly ParameterDescriptor[] {
  return parameters.filter((parameter) => parameter.in === location);
}

/** What is to be written: the value, or its JSON where the parameter has a media type. OpenAPI 3.1, section 4.8.12.3. */
function wireValue(value: unknown, { contentType, codec = JSON }: ParameterDescriptor): unknown {
  return contentType === undefined || value === undefined ? value : codec.stringify(value);
}

function asciiJson(json: unknown): string {
  return String(json).replace(
    /[\u007f-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
