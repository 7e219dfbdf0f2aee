import type { ReadContext, ResponseMedia } from "../contract.ts";
import { isJson, isText, mediaTypeOf } from "../response/media-type.ts";
import { readJson } from "../response/read-json.ts";
import { readPieces, readWhole, tooLarge } from "../response/read-pieces.ts";

/** Reads a body as text, whatever it calls itself. @throws {DecodingError} when it is too large. */
export async function readText(
  response: Response,
  _media: ResponseMedia,
  context: ReadContext,
): Promise<string> {
  return readWhole(response, context);
}

/** Reads a body as a `Blob` with the type that the answer gives. @throws {DecodingError} when it is too large. */
export async function readBytes(
  response: Response,
  _media: ResponseMedia,
  context: ReadContext,
): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const limit = context.maxResponseBytes;
  const isWhole = await readPieces(response, limit, (piece) => pieces.push(piece));
  if (isWhole) return new Blob(pieces, { type: mediaTypeOf(response) });
  throw tooLarge(context);
}

/**
 * Reads a body as what the answer calls it, for ranges such as `image/*`: JSON as a value, text and XML as a string, anything
 * else as a `Blob`.
 *
 * @throws {DecodingError} when JSON was named and did not come, or the body is too large.
 */
export async function readNamed(
  response: Response,
  media: ResponseMedia,
  context: ReadContext,
): Promise<unknown> {
  const type = mediaTypeOf(response);
  if (isJson(type)) return readJson(response, media, context);
  return isText(type) ? readText(response, media, context) : readBytes(response, media, context);
}
