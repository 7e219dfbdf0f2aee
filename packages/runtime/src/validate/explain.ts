import { isBinary, isFilePart } from "./bytes.ts";
import type { Pattern } from "./linear-pattern.ts";
import { isEqual, isUnique } from "./equality.ts";
import type { Issues } from "./issues.ts";
import { maxLength, minLength } from "./length.ts";
import { isMultipleOf } from "./multiple-of.ts";
import { escapePointer } from "./pointer.ts";

/**
 * One function per kind of value: each says what is wrong with `value`, which stands below `at` under `key`. Pointers
 * are put together only when something is wrong.
 */

/** Key of a value in its object or array; `undefined` for the value at `at` itself. */
export type Key = string | number | undefined;

/** Values that may stand for none. */
export interface Presence {
  readonly optional?: boolean;
  readonly nullable?: boolean;
}

interface StringLimits extends Presence {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: Pattern;
}

interface NumberLimits extends Presence {
  readonly minimum?: number;
  readonly maximum?: number;
  /** Exclusive minimum. */
  readonly above?: number;
  /** Exclusive maximum. */
  readonly below?: number;
  readonly multipleOf?: number;
}

interface Literals extends Presence {
  /** Wire, or objects and arrays. */
  readonly values: readonly unknown[];
  /** Other values of the same type may come. */
  readonly open?: boolean;
}

const NO_LIMITS = {};

export function explainString(
  value: unknown,
  issues: Issues,
  at: string,
  key: Key,
  limits: StringLimits = NO_LIMITS,
): void {
  if (isSettled(value, issues, at, key, limits)) return;
  if (typeof value === "string") explainText(value, issues, at, key, limits);
  else issues.expected(place(at, key), "a string", value);
}

function explainText(
  value: string,
  issues: Issues,
  at: string,
  key: Key,
  { minLength: least, maxLength: most, pattern }: StringLimits,
): void {
  if (least !== undefined && !minLength(value, least)) {
    issues.broken(place(at, key), "minLength", `at least ${counted(least, "character")}`, value);
  }
  if (most !== undefined && !maxLength(value, most)) {
    issues.broken(place(at, key), "maxLength", `at most ${counted(most, "character")}`, value);
  }
  if (pattern && !pattern.test(value)) {
    issues.broken(place(at, key), "pattern", `text that matches ${pattern.source}`, value);
  }
}

export function explainBinary(
  value: unknown,
  issues: Issues,
  at: string,
  key: Key,
  presence: Presence = NO_LIMITS,
): void {
  if (isSettled(value, issues, at, key, presence)) return;
  if (!isBinary(value)) issues.expected(place(at, key), "bytes", value);
}

export function explainFilePart(
  value: unknown,
  issues: Issues,
  at: string,
  key: Key,
  presence: Presence = NO_LIMITS,
): void {
  if (isSettled(value, issues, at, key, presence)) return;
  if (!isFilePart(value)) issues.expected(place(at, key), "a file", value);
}

export function explainNumber(
  value: unknown,
  issues: Issues,
  at: string,
  key: Key,
  limits: NumberLimits = NO_LIMITS,
): void {
  if (isSettled(value, issues, at, key, limits)) return;
  if (typeof value === "number" && Number.isFinite(value)) {
    explainRange(value, issues, at, key, limits);
  } else {
    issues.expected(place(at, key), "a number", value);
  }
}

export function explainInteger(
  value: unknown,
  issues: Issues,
  at: string,
  key: Key,
  limits: NumberLimits = NO_LIMITS,
): void {
  if (isSettled(value, issues, at, key, limits)) return;
  if (typeof value === "number" && Number.isInteger(value)) {
    explainRange(value, issues, at, key, limits);
  } else {
    issues.expected(place(at, key), "an integer", value);
  }
}

function explainRange(
  value: number,
  issues: Issues,
  at: string,
  key: Key,
  { minimum, maximum, above, below, multipleOf }: NumberLimits,
): void {
  const tell = (keyword: string, rule: string): void =>
    issues.broken(place(at, key), keyword, rule, value);
  if (minimum !== undefined && value < minimum) tell("minimum", `at least ${minimum}`);
  if (maximum !== undefined && value > maximum) tell("maximum", `at most ${maximum}`);
  if (above !== undefined && value <= above) tell("exclusiveMinimum", `more than ${above}`);
  if (below !== undefined && value >= below) tell("exclusiveMaximum", `less than ${below}`);
  if (multipleOf !== undefined && !isMultipleOf(value, multipleOf)) {
    tell("multipleOf", `a multiple of ${multipleOf}`);
  }
}

export function explainBoolean(
  value: unknown,
  issues: Issues,
  at: string,
  key: Key,
  presence: Presence = NO_LIMITS,
): void {
  if (isSettled(value, issues, at, key, presence)) return;
  if (typeof value !== "boolean") issues.expected(place(at, key), "true or false", value);
}

export function explainLiteral(
  value: unknown,
  issues: Issues,
  at: string,
  key: Key,
  literals: Literals,
): void {
  if (isSettled(value, issues, at, key, literals)) return;
  const { values, open = false } = literals;
  const known = values.some((literal) =>
    open ? typeof literal === typeof value : isEqual(literal, value),
  );
  if (known) return;
  issues.broken(place(at, key), values.length === 1 ? "const" : "enum", choices(values), value);
}

/** Explains with the function of a named schema. */
export function explainValue(
  value: unknown,
  issues: Issues,
  at: string,
  key: Key,
  explain: (value: unknown, issues: Issues, at: string) => void,
  presence: Presence = NO_LIMITS,
): void {
  if (!isSettled(value, issues, at, key, presence)) explain(value, issues, place(at, key));
}

/** A value that may be anything, but must be there. */
export function explainPresent(value: unknown, issues: Issues, at: string, key: Key): void {
  if (value === undefined) issues.missing(place(at, key));
}

/** The name of a property. JSON Schema 2020-12 (Core), section 10.3.2.4 (`propertyNames`). */
export function explainKey(key: string, issues: Issues, at: string, limits: StringLimits): void {
  explainText(key, issues, at, key, limits);
}

/** Properties that a closed object does not have. */
export function explainUnknownKeys(
  value: object,
  issues: Issues,
  at: string,
  known: ReadonlySet<string>,
): void {
  for (const key of Object.keys(value)) if (!known.has(key)) issues.unexpected(place(at, key));
}

/** A property that a closed object does not have. */
export function explainUnknownKey(key: string, issues: Issues, at: string): void {
  issues.unexpected(place(at, key));
}

/** How many properties an object has. */
export function explainSize(
  value: object,
  issues: Issues,
  at: string,
  {
    minProperties,
    maxProperties,
  }: { readonly minProperties?: number; readonly maxProperties?: number },
): void {
  const size = Object.keys(value).length;
  if (minProperties !== undefined && size < minProperties) {
    issues.broken(at, "minProperties", `at least ${counted(minProperties, "property")}`, value);
  }
  if (maxProperties !== undefined && size > maxProperties) {
    issues.broken(at, "maxProperties", `at most ${counted(maxProperties, "property")}`, value);
  }
}

interface ItemLimits {
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}

/** How many items an array has, and whether one stands in it twice. */
export function explainItems(
  value: readonly unknown[],
  issues: Issues,
  at: string,
  { minItems, maxItems, uniqueItems = false }: ItemLimits,
): void {
  if (minItems !== undefined && value.length < minItems) {
    issues.broken(at, "minItems", `at least ${counted(minItems, "item")}`, value);
  }
  if (maxItems !== undefined && value.length > maxItems) {
    issues.broken(at, "maxItems", `at most ${counted(maxItems, "item")}`, value);
  }
  if (uniqueItems && !isUnique(value)) {
    issues.broken(at, "uniqueItems", "items that all differ", value);
  }
}

// Tells whether nothing is left to look at: the value is missing, rightly or not, or is a permitted `null`.
export function isSettled(
  value: unknown,
  issues: Issues,
  at: string,
  key: Key,
  { optional = false, nullable = false }: Presence,
): boolean {
  if (value === undefined) {
    if (!optional) issues.missing(place(at, key));
    return true;
  }
  return value === null && nullable;
}

export function place(at: string, key: Key): string {
  return key === undefined ? at : `${at}/${escapePointer(String(key))}`;
}

function choices(values: readonly unknown[]): string {
  const printed = values.map((value) =>
    typeof value === "bigint" ? String(value) : JSON.stringify(value),
  );
  return printed.length > 1 ? `one of ${printed.join(", ")}` : (printed[0] ?? "nothing");
}

function counted(count: number, noun: string): string {
  const plural = noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${count} ${count === 1 ? noun : plural}`;
}
