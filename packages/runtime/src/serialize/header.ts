import { checkFlat, isNested, joinParts, scalarText } from "./style.ts";

/**
 * Writes a header parameter in the style `simple`, without any escaping. OpenAPI 3.1, section 4.8.12.2.
 *
 * @throws {TypeError} when the text cannot stand in a header, or a part of the value has parts itself.
 */
export function writeHeader(name: string, value: unknown, explode = false): string {
  checkFlat(name, value);
  const text = isNested(value)
    ? joinParts(value, ",", explode ? "=" : ",", String).slice(1)
    : scalarText(value);
  return checkHeader(name, text);
}

/**
 * Gives a header's value back when it may be sent. RFC 9110, section 5.5.
 *
 * @param source What the caller knows the value by, for the message.
 * @throws {TypeError} when name or value could end the header, or no header can carry them. The message keeps the value
 *   to itself: it may be a secret.
 */
export function checkHeader(
  name: string,
  value: unknown,
  source = `header ${JSON.stringify(name)}`,
): string {
  if (
    !/^[\w!#$%&'*+.^`|~-]+$/.test(name) ||
    typeof value !== "string" ||
    /[^\t\x20-\x7e\x80-\xff]/.test(value)
  ) {
    throw new TypeError(
      `The ${source} must be a string of Latin-1 without line breaks, its name a token.`,
    );
  }
  return value;
}
