import type { ParameterStyle } from "../contract.ts";
import { checkSegment } from "./segment.ts";
import { checkFlat, escapeText, isNested, joinParts, scalarText } from "./style.ts";

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
  checkFlat(name, value);
  const text = value === undefined || value === null ? "" : write(name, value, style, explode);
  return checkSegment(name, text);
}

function write(name: string, value: unknown, style: ParameterStyle, explode: boolean): string {
  const prefix = style === "label" ? "." : style === "matrix" ? ";" : "";
  const isNamed = style === "matrix";
  const key = escapeText(name);
  if (!isNested(value)) {
    const text = escapeText(scalarText(value));
    // RFC 6570, section 3.2.7: an empty value takes no "=".
    return prefix + (isNamed ? key + (text && `=${text}`) : text);
  }
  if (!explode) {
    const text = joinParts(value, ",", ",", escapeText).slice(1);
    return prefix + (isNamed ? `${key}=${text}` : text);
  }
  const escape = style === "label" ? escapeWithDots : escapeText;
  const text = joinParts(value, prefix || ",", "=", escape, isNamed ? `${key}=` : "");
  return prefix ? text : text.slice(1);
}

// Where a dot stands between the parts, one inside of a part would be read as such.
function escapeWithDots(text: string): string {
  return escapeText(text).replaceAll(".", "%2E");
}
