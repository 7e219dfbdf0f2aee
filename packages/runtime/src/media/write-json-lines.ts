import type { BodyMedia, JsonCodec, WrittenBody } from "../contract.ts";

/** Writes a list as JSON texts, one a line: `application/jsonl`, `application/x-ndjson`. @throws {TypeError} */
export function writeJsonLines(value: unknown, { contentType, codec }: BodyMedia): WrittenBody {
  return { content: jsonTexts(value, "", codec), contentType };
}

/** Writes a list as JSON texts, each behind a record separator: `application/json-seq`. RFC 7464. @throws {TypeError} */
export function writeJsonSequence(value: unknown, { contentType, codec }: BodyMedia): WrittenBody {
  return { content: jsonTexts(value, "\x1e", codec), contentType };
}

function jsonTexts(value: unknown, lead: string, codec: JsonCodec = JSON): string {
  if (!Array.isArray(value)) throw new TypeError("This body is made of a list of items.");
  return value.map((item: unknown) => `${lead}${codec.stringify(item)}\n`).join("");
}
