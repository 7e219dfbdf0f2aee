/** What no document holds: two noncharacters of Unicode around a word. */
const MASK = "\uFDD0proto\uFDD1";
const NAME = "__proto__";

/**
 * A deep copy in which `__proto__` has another name, as a key and in texts: the library assigns to names of the document,
 * and under that one the value would be lost.
 */
export function maskNames(value: unknown): unknown {
  return copy(value, (text) => text.replaceAll(NAME, MASK));
}

/** Undoes `maskNames`. Members without a value are left out. */
export function unmaskNames(value: unknown): unknown {
  return copy(value, (text) => text.replaceAll(MASK, NAME));
}

function copy(value: unknown, rename: (text: string) => string): unknown {
  if (typeof value === "string") return rename(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => copy(item, rename));
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [rename(key), copy(member, rename)]));
}
