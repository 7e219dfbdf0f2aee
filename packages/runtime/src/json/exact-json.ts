import type { JsonCodec, Scalars } from "../contract.ts";
import { decodeJson } from "./decode.ts";
import { encodeJson } from "./encode.ts";

/**
 * Reads and writes JSON whose scalars are more than JSON has types for: integers of any size, decimals with all their
 * digits, dates.
 */
export function exactJson(scalars: Scalars): JsonCodec {
  let isWritten: boolean | undefined;
  return {
    parse: (text) => decodeJson(text, scalars, (isWritten ??= holdsWritten(scalars))),
    stringify: (value) => encodeJson(value, scalars),
  };
}

/** Whether some of the scalars are numbers as they are written: then the text of every number counts. */
function holdsWritten(scalars: Scalars): boolean {
  const seen = new Set<unknown>();
  const open: unknown[] = [scalars];
  while (open.length > 0) {
    const next = open.pop();
    if (next === "number-text") return true;
    if (seen.has(next)) continue;
    seen.add(next);
    if (typeof next === "function") open.push(Reflect.apply(next, undefined, []));
    else if (typeof next === "object" && next !== null) open.push(...Object.values(next));
  }
  return false;
}
