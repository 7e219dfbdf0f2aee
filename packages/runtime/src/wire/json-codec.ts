import type { JsonCodec } from "../contract.ts";
import { NumberText, parseLossless, stringifyLossless } from "./lossless.ts";
import { fromWire, toWire, type Wire } from "./wire.ts";

/** JSON in which `wire` stands: not a digit is lost on the way. Only operations that need one have it. */
export function jsonCodec(wire: Wire): JsonCodec {
  return {
    parse: (text) => settled(fromWire(parseLossless(text), wire)),
    stringify: (value) => stringifyLossless(toWire(value, wire)),
  };
}

/** Long numbers of which the wire says nothing are what they always were: the nearest double. */
function settled(value: unknown): unknown {
  if (value instanceof NumberText) return Number(value.text);
  const waiting: unknown[] = [value];
  for (let holder = waiting.pop(); holder !== undefined; holder = waiting.pop()) {
    if (typeof holder !== "object" || holder === null || holder instanceof Date) continue;
    for (const key of Object.keys(holder)) {
      const part: unknown = Reflect.get(holder, key);
      if (part instanceof NumberText) Reflect.set(holder, key, Number(part.text));
      else if (typeof part === "object" && part !== null) waiting.push(part);
    }
  }
  return value;
}
