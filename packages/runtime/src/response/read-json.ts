import type { ReadContext, ResponseMedia } from "../contract.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import { readWhole } from "./read-pieces.ts";

/**
 * Reads a body as JSON; `undefined` for an empty one.
 *
 * @throws {DecodingError} when it is something else, or too large.
 */
export async function readJson(
  response: Response,
  { codec = JSON }: ResponseMedia,
  context: ReadContext,
): Promise<unknown> {
  const text = await readWhole(response, context);
  try {
    return text ? codec.parse(text) : undefined;
  } catch {
    // The parser's own message quotes the body, which is nobody's business.
    throw new DecodingError(
      `${context.operation} was answered with ${response.status}, but not with JSON`,
    );
  }
}
