import type { ReadContext } from "../contract.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import { readerOf } from "#platform";

/**
 * Reads the body of an answer piece by piece, so that no more of it is held than was asked for: a body may be endless, or
 * small until it is decompressed.
 *
 * @param limit How much is taken at most, in bytes, decompressed.
 * @returns whether that was all of it. The rest is not asked for, and its connection let go.
 */
export async function readPieces(
  response: Response,
  limit: number,
  take: (piece: Uint8Array<ArrayBuffer>) => void,
): Promise<boolean> {
  const reader = readerOf(response);
  for (let left = limit; reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    take(value.subarray(0, left));
    left -= value.byteLength;
    if (left < 0) {
      reader.cancel().catch(() => undefined);
      return false;
    }
  }
  return true;
}

/**
 * Reads text in UTF-8, at most `limit` bytes of it.
 *
 * @param cut Called where that was not all.
 */
export async function readStart(
  response: Response,
  limit: number,
  cut?: () => void,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let last: Uint8Array<ArrayBuffer> | undefined;
  const isWhole = await readPieces(response, limit, (piece) => {
    // Most bodies are one piece, for which a decoder need not remember anything.
    if (last) text += decoder.decode(last, { stream: true });
    last = piece;
  });
  if (!isWhole) cut?.();
  // What is left of a sign that was cut in two is no sign.
  return text + decoder.decode(last, { stream: !isWhole });
}

/** Reads text in UTF-8. @throws {DecodingError} when it is larger than may be held. */
export function readWhole(response: Response, context: ReadContext): Promise<string> {
  return readStart(response, context.maxResponseBytes, () => {
    throw tooLarge(context);
  });
}

/** What becomes of an answer that is larger than may be held. */
export function tooLarge({ operation, maxResponseBytes }: ReadContext): DecodingError {
  return new DecodingError(
    `The answer to ${operation} is larger than \`maxResponseBytes\` (${maxResponseBytes})`,
  );
}
