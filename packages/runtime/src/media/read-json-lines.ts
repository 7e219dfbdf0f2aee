import type { JsonCodec, ReadContext, ResponseMedia } from "../contract.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import { pieces, textChunks } from "./chunks.ts";

/**
 * Reads an answer of JSON texts, one a line, item by item: `application/jsonl`, `application/x-ndjson`. Empty lines are
 * passed over.
 *
 * @throws while it is read: {DecodingError} for a line that is not JSON or too long, {ConnectionError} when it breaks off.
 */
export function readJsonLines(
  response: Response,
  { codec }: ResponseMedia,
  context: ReadContext,
): AsyncIterable<unknown> {
  return jsonTexts(textChunks(response, context), /\n/g, context.operation, codec);
}

/**
 * Reads an answer of JSON texts, each behind a record separator: `application/json-seq`. RFC 7464.
 *
 * @throws while it is read: what {@link readJsonLines} throws, and {DecodingError} for a number or a word that may have been cut short.
 */
export function readJsonSequence(
  response: Response,
  { codec }: ResponseMedia,
  context: ReadContext,
): AsyncIterable<unknown> {
  // eslint-disable-next-line no-control-regex -- the sign is what the format is made of
  return jsonTexts(textChunks(response, context), /\x1e/g, context.operation, codec, isEnded);
}

// Of 12 the first half is a number, too: only a blank behind it says that it is whole. RFC 7464, section 2.4.
function isEnded(text: string): boolean {
  return /^\s*[[{"]|[\t\n\r ]$/.test(text);
}

async function* jsonTexts(
  chunks: AsyncIterable<string>,
  ends: RegExp,
  operation: string,
  codec: JsonCodec | undefined,
  isWhole: (text: string) => boolean = () => true,
): AsyncGenerator<unknown, void, undefined> {
  for await (const text of pieces(chunks, ends, () => tooLong(operation))) {
    if (!text.trim()) continue;
    if (!isWhole(text)) throw noJson(operation);
    yield parseItem(text, operation, codec);
  }
}

/** @throws {DecodingError} that keeps the text to itself. */
export function parseItem(text: string, operation: string, codec: JsonCodec = JSON): unknown {
  try {
    return codec.parse(text);
  } catch {
    throw noJson(operation);
  }
}

function noJson(operation: string): DecodingError {
  return new DecodingError(`${operation} was answered with an item that is not JSON`);
}

/** An item that nobody should keep in memory. */
export function tooLong(operation: string): DecodingError {
  return new DecodingError(`${operation} was answered with an item that is too long`);
}
