import { ExactNumber } from "../exact-number.ts";

/** What a value of the wrong kind was meant to be, where there is but one reading of it. */

/** A boolean, or its name as a text. */
export function readFlag(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return undefined;
  const word = value.trim().toLowerCase();
  return word === "true" ? true : word === "false" ? false : undefined;
}

/** A whole number of at least 0, or its digits as a text. */
export function readCount(value: unknown): number | undefined {
  const number = readNumeral(value);
  // Nothing has as many members as a number that a double cannot hold.
  if (number instanceof ExactNumber)
    return Math.min(Math.max(0, Math.trunc(number.valueOf())), Number.MAX_SAFE_INTEGER);
  return number !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/** A number, or its digits as a text. */
export function readNumeral(value: unknown): number | ExactNumber | undefined {
  if (value instanceof ExactNumber) return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string" || !/^-?\d{1,15}(?:\.\d{1,9})?$/.test(value.trim()))
    return undefined;
  return Number(value);
}

/** A text, or the text of a number or a boolean: YAML takes `1.0` and `yes` for those. */
export function readText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const isPlain = typeof value === "boolean" || readNumeral(value) !== undefined;
  return isPlain ? String(value) : undefined;
}

/** Tells whether a value has members by name. Numbers with all their digits are objects of ours, not of the spec's. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || value instanceof ExactNumber) return false;
  return !Array.isArray(value);
}

/** Tells whether a value says nothing: what is left when all that an object or a list holds was removed. */
export function isNothing(value: unknown): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}
