import type { Wire } from "../contract.ts";
import { isWritable } from "./date.ts";
import { type Is, type PlainWire, partWire, plainWires } from "./look.ts";
import { integerOf, isNumeral } from "./numeral.ts";

/**
 * Writes a value as JSON, the opposite of `decodeJson`: a `bigint`, and a string where `wire` has a number, become
 * numbers, digit by digit.
 *
 * @throws {TypeError} for a value that JSON cannot carry: a function, a cycle, a `Date` that has no text.
 */
export function encodeJson(value: unknown, wire: Wire): string {
  // 122 random bits: no string of the value begins with them.
  const marker = `${crypto.randomUUID()} `;
  const known = new WeakMap<object, readonly PlainWire[]>();
  function replace(this: object, key: string, given: unknown): unknown {
    const original: unknown = Reflect.get(this, key);
    const whole = known.get(this);
    const own = plainWires(whole ? partWire(whole, key) : wire, original, is);
    // The parts come right behind their whole, so that it may stand in other places too.
    if (typeof given === "object" && given !== null) known.set(given, own);
    const number = numberOf(original, own);
    return number === undefined ? given : marker + number;
  }
  const text: string | undefined = JSON.stringify(value, replace);
  if (text === undefined) throw new TypeError("This value cannot be written as JSON.");
  return unquoted(text, marker);
}

function is(value: unknown, kind: Parameters<Is>[1]): boolean {
  switch (kind) {
    case "bigint":
      return typeof value === "bigint";
    case "integer-text":
      return typeof value === "string" && integerOf(value) !== undefined;
    case "decimal-text":
      return typeof value === "string" && isNumeral(value);
    case "date":
      return value instanceof Date;
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    default:
      return typeof value === kind;
  }
}

/** The digits of a value that JSON has as a number. @throws {TypeError} for a `Date` that has no text. */
function numberOf(value: unknown, known: readonly PlainWire[]): string | undefined {
  if (typeof value === "bigint") return String(value);
  if (value instanceof Date && !isWritable(value)) {
    throw new TypeError("A Date must be valid, and its year have four digits, to be written.");
  }
  if (typeof value !== "string") return undefined;
  if (known.includes("decimal-text") && isNumeral(value)) return value;
  return known.includes("integer-text") ? integerOf(value)?.toString() : undefined;
}

/** Takes the quotes from around marked numbers. */
function unquoted(text: string, marker: string): string {
  const [start = "", ...others] = text.split(`"${marker}`);
  return start + others.map((part) => part.replace('"', "")).join("");
}
