import { isObject, type JsonObject, member } from "../json.ts";
import type { Hint } from "../state/store.ts";
import { idOf } from "./world.ts";

/**
 * Whether an object has the value that a filter asks for. A filter of a name that the object does not have lets
 * everything pass: what it means, the document does not tell a program.
 */
export function matches(value: JsonObject, key: string, wanted: unknown): boolean {
  if (wanted === undefined || !Object.hasOwn(value, key)) return true;
  return equals(value[key], wanted);
}

/** What a store may leave out beforehand for this filter; none where it is no plain value. */
export function hintOf(key: string, wanted: unknown): readonly Hint[] {
  const isPlain = ["string", "number", "boolean"].includes(typeof wanted);
  const text = String(wanted);
  return isPlain && text !== "null" ? [{ key, text }] : [];
}

function equals(held: unknown, wanted: unknown): boolean {
  if (isObject(wanted)) return inRange(held, wanted) ?? objectMatches(held, wanted);
  if (Array.isArray(wanted))
    return wanted.length === 0 || wanted.some((option) => equals(held, option));
  if (Array.isArray(held)) return held.some((item) => equals(item, wanted));
  if (held === wanted || String(held) === String(wanted)) return held !== null || wanted === "null";
  return isObject(held) && idOf(held) === String(wanted);
}

function objectMatches(held: unknown, wanted: JsonObject): boolean {
  return Object.entries(wanted).every(
    ([key, value]) => isObject(held) && equals(member(held, key), value),
  );
}

/** `created[gte]=…`; `undefined` where the filter is no range. */
function inRange(held: unknown, wanted: JsonObject): boolean | undefined {
  const bounds = Object.entries(wanted);
  if (bounds.length === 0 || !bounds.every(([key]) => /^(?:gte?|lte?)$/.test(key)))
    return undefined;
  const value = typeof held === "string" ? Date.parse(held) / 1000 : held;
  if (typeof value !== "number" || Number.isNaN(value)) return false;
  return bounds.every(([key, bound]) => {
    const limit = typeof bound === "string" ? Date.parse(bound) / 1000 : Number(bound);
    const isBeyond = key.startsWith("g") ? value > limit : value < limit;
    return isBeyond || (key.endsWith("e") && value === limit);
  });
}
