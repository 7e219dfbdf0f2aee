import { holdsNested, isNested, joinParts, scalarText } from "./style.ts";

/**
 * Writes a header parameter in the style `simple`, without any escaping. OpenAPI 3.1, section 4.8.12.2.
 *
 * @throws {TypeError} when the text cannot stand in a header, or a part of the value has parts itself.
 */
export function writeHeader(name: string, value: unknown, explode = false): string {
  if (!isNested(value)) return checkHeader(name, scalarText(value));
  if (holdsNested(value)) {
    throw new TypeError(`The header "${name}" must be a scalar, or a flat list or object.`);
  }
  return checkHeader(name, joinParts(value, ",", explode ? "=" : ",", String).slice(1));
}

/**
 * Gives a header's value back when it may be sent. RFC 9110, section 5.5.
 *
 * @throws {TypeError} when name or value has characters that could end the header, or that no header can carry. The
 *   message names the header and keeps its value to itself: it may be a secret.
 */
export function checkHeader(name: string, value: unknown): string {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
    throw new TypeError(`${JSON.stringify(name)} is not the name of a header.`);
  }
  if (typeof value !== "string") throw new TypeError(`The header "${name}" must be a string.`);
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) {
    throw new TypeError(
      `The header "${name}" has a line break or another character that headers cannot carry.`,
    );
  }
  return value;
}
