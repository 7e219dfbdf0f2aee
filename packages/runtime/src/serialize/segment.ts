import { escapeText, isNested, scalarText } from "./style.ts";

/**
 * Writes one plain value as (part of) one segment of a path: no text of the caller can end the segment, leave it out or
 * climb. OpenAPI 3.1, section 4.8.12.2 (the style `simple`).
 *
 * @throws {TypeError} when there is no value, when it has parts, or when nothing or only `.` or `..` would be written.
 */
export function writeSegment(name: string, value: unknown): string {
  const text = value === undefined || value === null || isNested(value) ? "" : scalarText(value);
  return checkSegment(name, escapeText(text));
}

/** Gives what stands for a path parameter back when it may. @throws {TypeError} */
export function checkSegment(name: string, text: string): string {
  // URL parsers drop such segments, and the request would go to another operation.
  if (/^(?:\.{0,2}|;)$/.test(text)) {
    throw new TypeError(
      `The path parameter "${name}" must be given, and not be empty, "." or "..".`,
    );
  }
  return text;
}
