import type { BodyMedia, WrittenBody } from "../contract.ts";

/** Writes a list as JSON texts, one a line: `application/jsonl`, `application/x-ndjson`. @throws {TypeError} */
export function writeJsonLines(value: unknown, { contentType }: BodyMedia): WrittenBody {
  return { content: jsonTexts(value, ""), contentType };
}

/** Writes a list as JSON texts, each behind a record separator: `application/json-seq`. RFC 7464. @throws {TypeError} */
export function writeJsonSequence(value: unknown, { contentType }: BodyMedia): WrittenBody {
  return { content: jsonTexts(value, "\x1e"), contentType };
}

function jsonTexts(value: unknown, lead: string): string {
  if (!Array.isArray(value)) throw new TypeError("This body is made of a list of items.");
  return value.map((item: unknown) => `${lead}${JSON.stringify(item)}\n`).join("");
}
