import type { JsonCodec, Scalars } from "../contract.ts";
import { decodeJson } from "./decode.ts";
import { encodeJson } from "./encode.ts";

/**
 * Reads and writes JSON whose scalars are more than JSON has types for: integers of any size, decimals with all their
 * digits, dates.
 *
 * @param isWritten Whether `scalars` has any `number-text`: then the text of every number counts. Default: `false`.
 */
export function exactJson(scalars: Scalars, isWritten = false): JsonCodec {
  return {
    parse: (text) => decodeJson(text, scalars, isWritten),
    stringify: (value) => encodeJson(value, scalars),
  };
}
