import type { BodyMedia, WrittenBody } from "../contract.ts";

/** Writes a list as JSON texts, one a line: `application/jsonl`, `application/x-ndjson`. @throws {TypeError} */
export function writeJsonLines(value: unknown, media: BodyMedia): WrittenBody {
  return jsonTexts(value, "", media);
}

/** Writes a list as JSON texts, each behind a record separator: `application/json-seq`. RFC 7464. @throws {TypeError} */
export function writeJsonSequence(value: unknown, media: BodyMedia): WrittenBody {
  return jsonTexts(value, "\x1e", media);
}

function jsonTexts(value: unknown, lead: string, media: BodyMedia): WrittenBody {
  if (!Array.isArray(value)) throw new TypeError("This body is made of a list of items.");
  const { contentType, codec = JSON } = media;
  const content = value.map((item: unknown) => `${lead}${codec.stringify(item)}\n`).join("");
  return { content, contentType };
}
