import type { JsonCodec, Wire } from "../contract.ts";
import { decodeJson } from "./decode.ts";
import { encodeJson } from "./encode.ts";

/**
 * JSON in which `wire` stands: not a digit is lost on the way. Only operations that need one have it.
 */
export function jsonCodec(wire: Wire): JsonCodec {
  let isWritten: boolean | undefined;
  return {
    parse: (text) => decodeJson(text, wire, (isWritten ??= holdsWritten(wire))),
    stringify: (value) => encodeJson(value, wire),
  };
}

/** Whether some of the forms are numbers as they are written: then the text of every number counts. */
function holdsWritten(wire: Wire): boolean {
  const seen = new Set<unknown>();
  const open: unknown[] = [wire];
  while (open.length > 0) {
    const next = open.pop();
    if (next === "decimal-text") return true;
    if (seen.has(next)) continue;
    seen.add(next);
    if (typeof next === "function") open.push(Reflect.apply(next, undefined, []));
    else if (typeof next === "object" && next !== null) open.push(...Object.values(next));
  }
  return false;
}
