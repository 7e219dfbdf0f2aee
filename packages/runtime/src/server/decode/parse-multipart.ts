import type { Limits } from "../contract.ts";
import type { MediaType } from "../media-type.ts";
import { malformed } from "../problem.ts";

/** A part of a multipart body. RFC 2046, section 5.1; RFC 7578, section 4. */
export interface Part {
  /** `undefined` for one without a name. */
  readonly name: string | undefined;
  readonly fileName: string | undefined;
  /** `""` where the part does not tell. */
  readonly type: string;
  /** Fields of its header, names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly content: Uint8Array;
}

/** Bytes of a part's header. */
const HEADER_LIMIT = 16_384;

/** What may stand behind a boundary. */
const LINE_END = /--|[ \t]*\r\n/y;

/**
 * Takes a multipart body apart.
 *
 * @throws {ProblemError} 400 for a body that is none, is cut off, or has more parts than allowed.
 */
export function parseMultipart(
  bytes: Uint8Array,
  { parameters }: MediaType,
  limits: Limits,
): Part[] {
  const boundary = parameters?.get("boundary") ?? "";
  if (!/^[\x20-\x7e]{0,69}[\x21-\x7e]$/.test(boundary))
    throw malformed("The multipart body has no boundary.");
  // A character for each byte, so that places in the text are places in the body.
  const text = `\r\n${new TextDecoder("latin1").decode(bytes)}`;
  const mark = `\r\n--${boundary}`;
  const parts: Part[] = [];
  let at = nextMark(text, mark, 0);
  while (at >= 0) {
    const start = at + mark.length;
    if (text.startsWith("--", start)) return parts;
    const end = nextMark(text, mark, start);
    if (end < 0) break;
    if (parts.length >= limits.parts) {
      throw malformed(`The multipart body has more than ${limits.parts} parts.`);
    }
    parts.push(parsePart(text, start, end, bytes));
    at = end;
  }
  throw malformed("The multipart body is cut off.");
}

/** Where the next boundary begins that nothing follows on its line, `-1` where there is none. RFC 2046, section 5.1.1. */
function nextMark(text: string, mark: string, from: number): number {
  let at = text.indexOf(mark, from);
  while (at >= 0) {
    LINE_END.lastIndex = at + mark.length;
    if (LINE_END.test(text)) break;
    at = text.indexOf(mark, at + mark.length);
  }
  return at;
}

function parsePart(text: string, start: number, end: number, bytes: Uint8Array): Part {
  const line = text.indexOf("\r\n", start);
  const blank = text.indexOf("\r\n\r\n", line);
  if (blank < 0 || blank + 2 > end || blank - line > HEADER_LIMIT) {
    throw malformed("A part of the multipart body has no header that can be read.");
  }
  // The line break in front of the text is none of the body.
  const header = utf8(bytes.subarray(Math.max(line - 2, 0), blank - 2));
  const headers = parseHeader(header);
  const disposition = headers.get("content-disposition") ?? "";
  return {
    name: parameter(disposition, "name"),
    fileName: parameter(disposition, "filename"),
    type: headers.get("content-type") ?? "",
    headers,
    content: bytes.subarray(Math.min(blank + 2, end - 2), end - 2),
  };
}

function parseHeader(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0)
      headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

const PARAMETER = /;\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/g;

function parameter(disposition: string, wanted: string): string | undefined {
  for (const [, name, quoted, bare] of disposition.matchAll(PARAMETER)) {
    if (name?.toLowerCase() === wanted) return unescaped(quoted ?? bare ?? "");
  }
  return undefined;
}

/** What browsers write for quotes and line breaks, and what others write for quotes. */
function unescaped(text: string): string {
  return text
    .replace(/\\(["\\])/g, "$1")
    .replace(/%22|%0D|%0A/gi, (code) => decodeURIComponent(code));
}

/** @throws {ProblemError} 400 for bytes that are not UTF-8. */
export function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw malformed("The body is not UTF-8.");
  }
}
