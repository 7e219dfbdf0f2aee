import type { ParameterDescriptor } from "../../contract.ts";
import type { Limits, Shape } from "../contract.ts";
import { type Delimiters, delimitedValue } from "./delimited.ts";
import { decodeFields } from "./fields.ts";
import { parsePairs } from "./pairs.ts";
import { parseJson } from "./json.ts";
import { decodePercent } from "./percent.ts";
import { propertyShape, objectShapes } from "./shapes.ts";

/** Shape of the input's `key`, where the whole has one; text otherwise. */
export function shapeOf(whole: Shape | undefined, key: string): Shape {
  for (const object of whole === undefined ? [] : objectShapes(whole)) {
    const shape = propertyShape(object, key);
    if (shape !== undefined) return shape;
  }
  return "unknown";
}

/** Where the value of a parameter stands in the input. */
export function keyOf(parameter: ParameterDescriptor): string {
  return parameter.key ?? parameter.name;
}

/**
 * Decodes a query: the values of its parameters by key, and what none of them claims.
 *
 * @param text Without the question mark.
 * @throws {ProblemError} 400.
 */
export function decodeQuery(
  text: string,
  parameters: readonly ParameterDescriptor[],
  shape: Shape | undefined,
  limits: Limits,
): { readonly values: Record<string, unknown>; readonly rest: Record<string, unknown> } {
  const fields = parameters.map((parameter) => {
    const { name, style, explode } = parameter;
    const key = keyOf(parameter);
    return { name, key, style, explode, shape: textShape(parameter) ?? shapeOf(shape, key) };
  });
  const { values, rest } = decodeFields(parsePairs(text, limits), fields, "unknown", limits);
  for (const parameter of parameters) {
    const key = keyOf(parameter);
    if (Object.hasOwn(values, key)) values[key] = parsed(parameter, values[key], limits);
  }
  return { values, rest };
}

/** Decodes a segment, or a part of one, of the path. `raw` still has its escapes. @throws {ProblemError} 400. */
export function decodePathParameter(
  raw: string,
  parameter: ParameterDescriptor,
  shape: Shape,
  limits: Limits,
): unknown {
  const { name, style = "simple", explode = false } = parameter;
  if (textShape(parameter)) return parsed(parameter, decodePercent(raw), limits);
  switch (style) {
    case "label":
      return delimitedValue(raw.replace(/^\./, ""), shape, pathDelimiters(".", explode), limits);
    case "matrix":
      return matrixValue(raw, name, explode, shape, limits);
    default:
      return delimitedValue(raw, shape, pathDelimiters(",", explode), limits);
  }
}

function pathDelimiters(exploded: string, explode: boolean): Delimiters {
  return {
    items: explode ? exploded : ",",
    ...(explode && { entry: "=" }),
    decode: decodePercent,
  };
}

// `;color=blue,black`, `;color=blue;color=black`, `;R=100;G=200`.
function matrixValue(
  raw: string,
  name: string,
  explode: boolean,
  shape: Shape,
  limits: Limits,
): unknown {
  const parts = raw.replace(/^;/, "").split(";");
  const own = `${name}=`;
  const values = parts.map((part) => (part.startsWith(own) ? part.slice(own.length) : part));
  const delimiters = pathDelimiters(";", explode);
  return delimitedValue(values.join(explode ? ";" : ","), shape, delimiters, limits);
}

/** Decodes a header field, always in the style `simple` and without escapes. OpenAPI 3.1, section 4.8.12.2. */
export function decodeHeader(
  value: string,
  parameter: ParameterDescriptor,
  shape: Shape,
  limits: Limits,
): unknown {
  if (textShape(parameter)) return parsed(parameter, value.trim(), limits);
  const decode = (part: string): string => part.trim();
  const entry = parameter.explode === true ? { entry: "=" } : {};
  return delimitedValue(value, shape, { items: ",", decode, ...entry }, limits);
}

/** Decodes a cookie's value, in the style `form`. @throws {ProblemError} 400. */
export function decodeCookie(
  raw: string,
  parameter: ParameterDescriptor,
  shape: Shape,
  limits: Limits,
): unknown {
  if (textShape(parameter)) return parsed(parameter, decodePercent(raw), limits);
  return delimitedValue(raw, shape, { items: ",", decode: decodePercent }, limits);
}

/** The first value of a cookie, with its escapes; `undefined` where there is none. RFC 6265, section 5.4. */
export function cookieValue(header: string | null, name: string): string | undefined {
  for (const part of header?.split(";") ?? []) {
    const equals = part.indexOf("=");
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue;
    return part
      .slice(equals + 1)
      .trim()
      .replace(/^"(.*)"$/, "$1");
  }
  return undefined;
}

/** The shape of a value that comes as JSON: so far it is text. */
function textShape({ contentType }: ParameterDescriptor): Shape | undefined {
  return contentType === undefined ? undefined : "string";
}

/** The value that a parameter's JSON stands for; of one without a media type, what was decoded. */
function parsed(
  { name, contentType, codec }: ParameterDescriptor,
  value: unknown,
  limits: Limits,
): unknown {
  if (contentType === undefined || typeof value !== "string") return value;
  return parseJson(value, limits, name, codec);
}
