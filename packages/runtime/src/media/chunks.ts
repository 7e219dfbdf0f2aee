import type { ReadContext } from "../contract.ts";
import { ConnectionError } from "../errors/connection-error.ts";

/** Characters that one item of a stream may have; a server must not decide how much memory we need. */
export const ITEM_LIMIT = 16_777_216;

/**
 * The text of a body as it arrives, no faster than it is taken. To stop taking, or to abort, lets go of the connection.
 *
 * @throws {ConnectionError} when the body breaks off.
 * @throws the signal's reason when the caller aborted.
 */
export function textChunks(
  response: Response,
  { operation, signal, failure }: ReadContext,
): AsyncGenerator<string, void, undefined> {
  const reader = response.body?.getReader();
  const abort = (): void => void reader?.cancel().catch(() => undefined);
  // From now on, not from the first look: whoever aborts a stream that nobody reads wants it gone as well.
  signal?.addEventListener("abort", abort);
  if (signal?.aborted) abort();
  return (async function* () {
    const decoder = new TextDecoder();
    try {
      while (reader) {
        const { done, value } = await reader.read();
        signal?.throwIfAborted();
        if (done) break;
        const text = decoder.decode(value, { stream: true });
        if (text) yield text;
      }
      const rest = decoder.decode();
      if (rest) yield rest;
    } catch (error) {
      signal?.throwIfAborted();
      const message = `The answer to ${operation} broke off`;
      throw failure?.(message, error) ?? new ConnectionError(message);
    } finally {
      signal?.removeEventListener("abort", abort);
      abort();
    }
  })();
}

/**
 * Cuts text into pieces at each sign of `ends`, wherever the chunks are cut themselves. What follows the last one is a
 * piece too, unless it is empty.
 *
 * @param ends A pattern with the flag `g`, for signs of one character.
 * @param limit Tells of a piece that is too long.
 */
export async function* pieces(
  chunks: AsyncIterable<string>,
  ends: RegExp,
  limit: () => Error,
): AsyncGenerator<string, void, undefined> {
  let begun: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (const { index } of chunk.matchAll(ends)) {
      begun.push(chunk.slice(from, index));
      yield begun.join("");
      [begun, length, from] = [[], 0, index + 1];
    }
    const rest = chunk.slice(from);
    length += rest.length;
    if (length > ITEM_LIMIT) throw limit();
    if (rest) begun.push(rest);
  }
  if (begun.length > 0) yield begun.join("");
}
