import type { ParameterStyle } from "../contract.ts";
import { escapeText, holdsNested, isNested, joinParts, scalarText } from "./style.ts";

/**
 * Writes a path parameter in the style `simple`, `label` or `matrix`. OpenAPI 3.1, section 4.8.12.2; RFC 6570.
 *
 * The result is always (part of) one segment: no text of the caller can end the segment, leave it out or climb.
 *
 * @throws {TypeError} when there is no value, when nothing or only `.` or `..` would be written, or when a part of the
 *   value has parts itself.
 */
export function writePath(
  name: string,
  value: unknown,
  style: ParameterStyle = "simple",
  explode = false,
): string {
  if (value === undefined || value === null || (isNested(value) && holdsNested(value))) {
    throw new TypeError(`The path parameter "${name}" must be a scalar, or a flat list or object.`);
  }
  const text = write(name, value, style, explode);
  // URL parsers drop such segments, and the request would go to another operation.
  if (/^[.;]?$|^\.\.$/.test(text)) {
    throw new TypeError(`The path parameter "${name}" must not be empty, "." or "..".`);
  }
  return text;
}

function write(name: string, value: unknown, style: ParameterStyle, explode: boolean): string {
  const key = escapeText(name);
  if (!isNested(value)) {
    const text = escapeText(scalarText(value));
    if (style === "label") return `.${text}`;
    // RFC 6570, section 3.2.7: an empty value takes no "=".
    return style === "matrix" ? `;${key}${text && "="}${text}` : text;
  }
  if (style === "matrix") {
    if (explode) return joinParts(value, ";", "=", escapeText, `${key}=`);
    return `;${key}=${joinParts(value, ",", ",", escapeText).slice(1)}`;
  }
  const delimiter = style === "label" && explode ? "." : ",";
  const text = joinParts(value, delimiter, explode ? "=" : ",", escapeText).slice(1);
  return style === "label" ? `.${text}` : text;
}
