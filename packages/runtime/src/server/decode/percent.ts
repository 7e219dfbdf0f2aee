import { malformed } from "../problem.ts";

/**
 * Percent-decodes strictly: a broken escape, or bytes that are not UTF-8 (overlong forms included), are refused.
 * RFC 3986, section 2.1.
 *
 * @throws {ProblemError} 400.
 */
export function decodePercent(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    throw malformed("The request holds text that is not percent-encoded UTF-8.");
  }
}

/** The same, with `+` for a space: as queries and forms are written. @throws {ProblemError} 400. */
export function decodeFormText(text: string): string {
  return decodePercent(text.includes("+") ? text.replaceAll("+", " ") : text);
}
