import type { ParameterDescriptor, ParameterLocation } from "../contract.ts";
import type { Limits, Route, SecuritySchemes, Shape } from "./contract.ts";
import { readScalar, takesText } from "./decode/leaf.ts";
import {
  cookieValue,
  decodeCookie,
  decodeHeader,
  decodePathParameter,
  decodeQuery,
  keyOf,
  shapeOf,
} from "./decode/parameters.ts";
import { decodePercent } from "./decode/percent.ts";
import { decodeQueryString } from "./decode/query-string.ts";
import { alternatives } from "./decode/shapes.ts";
import type { Incoming } from "./incoming.ts";
import { isForm } from "./media-type.ts";
import { malformed } from "./problem.ts";
import { put } from "./put.ts";
import { chooseBody, readBody } from "./read-body.ts";

type Values = Record<string, unknown>;

/** Turns a request, and the text of its path parameters, into the input of a handler. */
export type ReadInput = (
  incoming: Incoming,
  path: ReadonlyMap<string, string>,
) => Promise<{ readonly input: Values; readonly params: Values | undefined }>;

/**
 * Plans the decoding of one operation's input: path parameters by key and, where the operation takes anything else,
 * `params` with query, header, cookie and body values. What is read throws a `ProblemError` where it cannot be.
 */
export function createReadInput(
  route: Pick<Route, "operation" | "path" | "shape" | "shapes">,
  schemes: SecuritySchemes,
  limits: Limits,
): ReadInput {
  const { parameters, body } = route.operation;
  const inPath = parametersIn(parameters, "path");
  const hasParams = body !== undefined || parameters.length > inPath.length;
  const readParams = createReadParams(route, secretNames(route, schemes), limits);
  return async (incoming, path) => {
    const input: Values = {};
    for (const parameter of inPath) {
      const shape = (route.path && own(route.path, keyOf(parameter))) ?? "string";
      const raw = path.get(parameter.name) ?? "";
      put(input, keyOf(parameter), pathValue(raw, parameter, shape, limits));
    }
    const params = hasParams ? await readParams(incoming) : undefined;
    if (params) input["params"] = params;
    return { input, params };
  };
}

function parametersIn(
  parameters: readonly ParameterDescriptor[],
  location: ParameterLocation,
): readonly ParameterDescriptor[] {
  return parameters.filter((parameter) => parameter.in === location);
}

// No validator looks at path parameters: that a number is one is settled here.
function pathValue(
  raw: string,
  parameter: ParameterDescriptor,
  shape: Shape,
  limits: Limits,
): unknown {
  if (isPlainText(parameter, shape)) return decodePercent(raw);
  const value = decodePathParameter(raw, parameter, shape, limits);
  if (parameter.contentType !== undefined) return value;
  const options = alternatives(shape);
  if (typeof value !== "string" || takesText(options)) return value;
  if (readScalar(value, options) !== undefined) return value;
  const wanted = options
    .map((option) => (typeof option === "string" ? option : "list"))
    .join(" or ");
  throw malformed(`${parameter.name}: expected a value of type ${wanted}.`, parameter.name);
}

/** Whether the segment, without its escapes, is the value: most are. */
function isPlainText(
  { style = "simple", contentType }: ParameterDescriptor,
  shape: Shape,
): boolean {
  return shape === "string" && style === "simple" && contentType === undefined;
}

/** Names of query parameters that carry credentials: these are no input. */
function secretNames(
  { operation }: Pick<Route, "operation">,
  schemes: SecuritySchemes,
): ReadonlySet<string> {
  const used = operation.security.flat().map((id) => own(schemes, id));
  return new Set(
    used.flatMap((scheme) =>
      scheme?.type === "apiKey" && scheme.in === "query" ? [scheme.name] : [],
    ),
  );
}

function createReadParams(
  route: Pick<Route, "operation" | "shape" | "shapes">,
  secrets: ReadonlySet<string>,
  limits: Limits,
): (incoming: Incoming) => Promise<Values> {
  const { operation, shapes = {} } = route;
  const { parameters, body } = operation;
  const inQuery = parametersIn(parameters, "query");
  const [wholeQuery] = parametersIn(parameters, "querystring");
  const inHeader = parametersIn(parameters, "header");
  const inCookie = parametersIn(parameters, "cookie");
  const wholes = wholeQuery ? [wholeQuery] : [];
  const claimed = new Set([...inQuery, ...wholes, ...inHeader, ...inCookie].map(keyOf));
  return async (incoming) => {
    const choice = body && chooseBody(incoming, body);
    const media = choice?.media;
    const shape = (media && own(shapes, media.contentType)) ?? route.shape;
    const keepsRest = media === undefined || (media.from !== "body" && isForm(media.contentType));
    const { values, rest } = wholeQuery
      ? { values: readWhole(incoming.query, wholeQuery, shape, secrets, limits), rest: {} }
      : decodeQuery(incoming.query, inQuery, shape, limits);
    const params: Values = {};
    // What no parameter claims must not pass for one, nor for a property of the body. It is kept only for a validator
    // that allows no unknown keys to mind it, and where the shape knows all properties of the body.
    for (const key of keepsRest ? Object.keys(rest) : []) {
      if (!claimed.has(key) && !secrets.has(key) && !declares(shape, key))
        put(params, key, rest[key]);
    }
    if (body && choice) {
      const { from = "params", contentType } = choice.media;
      const whole = from === "body" ? shapeOf(shape, "body") : (shape ?? "unknown");
      const value = await readBody(incoming, choice, whole, limits);
      mergeBody(params, value, from, body.required ?? false, claimed);
      // Which of them came tells how the rest is to be read.
      if (body.alternatives && value !== undefined) params["contentType"] = contentType;
    }
    merge(params, values);
    for (const parameter of inHeader) {
      const text = incoming.header(parameter.name);
      const key = keyOf(parameter);
      if (text !== null)
        put(params, key, decodeHeader(text, parameter, shapeOf(shape, key), limits));
    }
    for (const parameter of inCookie) {
      const raw = cookieValue(incoming.header("cookie"), parameter.name);
      const key = keyOf(parameter);
      if (raw !== undefined)
        put(params, key, decodeCookie(raw, parameter, shapeOf(shape, key), limits));
    }
    return params;
  };
}

function readWhole(
  query: string,
  parameter: ParameterDescriptor,
  shape: Shape | undefined,
  secrets: ReadonlySet<string>,
  limits: Limits,
): Values {
  const key = keyOf(parameter);
  const value = decodeQueryString(query, parameter, shapeOf(shape, key), secrets, limits);
  return value === undefined ? {} : { [key]: value };
}

function mergeBody(
  params: Values,
  body: unknown,
  from: "params" | "body",
  required: boolean,
  claimed: ReadonlySet<string>,
): void {
  if (from === "body") {
    if (body !== undefined) params["body"] = body;
    else if (required) throw malformed("A body is required.");
    return;
  }
  // What is missing from an empty body, the validator says better.
  if (body === undefined) return;
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw malformed("The body must be an object.");
  }
  merge(params, Object.fromEntries(Object.entries(body).filter(([key]) => !claimed.has(key))));
}

function merge(into: Values, values: Values): void {
  for (const key of Object.keys(values)) put(into, key, values[key]);
}

function declares(shape: Shape | undefined, key: string): boolean {
  if (shape === undefined) return false;
  return alternatives(shape).some(
    (option) =>
      typeof option === "object" && "object" in option && Object.hasOwn(option.object, key),
  );
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
