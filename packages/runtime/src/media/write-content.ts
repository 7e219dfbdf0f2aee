import type { BodyMedia, WrittenBody } from "../contract.ts";
import { writeForm } from "../serialize/form.ts";
import { isList, isNested, scalarText } from "../serialize/style.ts";

/** Writes a body as JSON. @throws {TypeError} for a value that JSON cannot carry. */
export function writeJson(value: unknown, { contentType, codec }: BodyMedia): WrittenBody {
  return { content: (codec ?? JSON).stringify(value), contentType };
}

/**
 * Writes an object as an `application/x-www-form-urlencoded` body; what `fetch` can send goes out as it is.
 *
 * @throws {TypeError} for a list.
 */
export function writeUrlEncoded(value: unknown, media: BodyMedia): WrittenBody {
  return isNested(value) && !isList(value) && !isSendable(value)
    ? { content: writeForm(value, media.encoding), contentType: media.contentType }
    : writeContent(value, media);
}

/**
 * Writes a body as it is: a string, bytes, a `Blob`, a stream; of other plain values the text.
 *
 * @throws {TypeError} for a value with parts.
 */
export function writeContent(value: unknown, { contentType }: BodyMedia): WrittenBody {
  if (isSendable(value)) return { content: value, contentType };
  if (!isNested(value)) return { content: scalarText(value), contentType };
  throw new TypeError(`This value cannot be written as ${contentType}; give a string or bytes.`);
}

/** Whether `fetch` knows what to do with a value: a string, or an object of a class. */
export function isSendable(value: unknown): value is WrittenBody["content"] {
  if (typeof value === "string") return true;
  if (!isNested(value) || isList(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== Object.prototype && prototype !== null;
}
