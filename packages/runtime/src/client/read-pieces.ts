/**
 * Reads the body of an answer piece by piece, so that no more of it is held than was asked for: a body may be endless, or
 * small until it is decompressed.
 *
 * @param limit How much is taken at most, in bytes, decompressed.
 * @returns whether that was all of it. The rest is not asked for, and its connection let go.
 */
export async function readPieces(
  { body }: Response,
  limit: number,
  take: (piece: Uint8Array<ArrayBuffer>) => void,
): Promise<boolean> {
  const reader = body?.getReader();
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

/** Reads text in UTF-8, at most `limit` bytes of it, and whether that was all. */
export async function readText(
  response: Response,
  limit: number,
): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const decoder = new TextDecoder();
  let text = "";
  const isWhole = await readPieces(response, limit, (piece) => {
    text += decoder.decode(piece, { stream: true });
  });
  // What is left of a sign that was cut in two is no sign.
  return { text: isWhole ? text + decoder.decode() : text, isWhole };
}
