import { isWritable } from "../wire/date.ts";
import { integerOf, isNumeral } from "../wire/numeral.ts";
import { type Key, isSettled, place, type Presence } from "./explain.ts";
import type { Issues } from "./issues.ts";
import { compareNumerals, isMultipleOfNumeral } from "./numerals.ts";

/** Checks of what JSON has another form for: integers of any size, numbers as they are written, dates. */

/** Whether `value` is the text of an integer: `"9007199254740993"`. */
export function isIntegerText(value: unknown): value is string {
  return typeof value === "string" && integerOf(value) !== undefined;
}

/** Whether `value` is the text of a number as JSON writes it: `"0.10"`. RFC 8259, section 6. */
export function isDecimalText(value: unknown): value is string {
  return typeof value === "string" && isNumeral(value);
}

/** Whether `value` is a valid `Date` of a year with four digits, as RFC 3339 has them. */
export function isDateValue(value: unknown): value is Date {
  return value instanceof Date && isWritable(value);
}

/** Limits as JSON writes them. */
interface NumeralLimits extends Presence {
  readonly minimum?: string;
  readonly maximum?: string;
  /** Exclusive minimum. */
  readonly above?: string;
  /** Exclusive maximum. */
  readonly below?: string;
  readonly multipleOf?: string;
}

export function explainBigint(
  value: unknown,
  issues: Issues,
  at: string,
  key: Key,
  limits: NumeralLimits = {},
): void {
  if (isSettled(value, issues, at, key, limits)) return;
  if (typeof value === "bigint") explainRange(String(value), value, issues, place(at, key), limits);
  else issues.expected(place(at, key), "a bigint", value);
}

export function explainIntegerText(
  value: unknown,
  issues: Issues,
  at: string,
  key: Key,
  limits: NumeralLimits = {},
): void {
  if (isSettled(value, issues, at, key, limits)) return;
  if (isIntegerText(value)) explainRange(value, value, issues, place(at, key), limits);
  else issues.expected(place(at, key), "an integer as a string", value);
}

export function explainDecimalText(
  value: unknown,
  issues: Issues,
  at: string,
  key: Key,
  limits: NumeralLimits = {},
): void {
  if (isSettled(value, issues, at, key, limits)) return;
  if (isDecimalText(value)) explainRange(value, value, issues, place(at, key), limits);
  else issues.expected(place(at, key), "a number as a string", value);
}

export function explainDateValue(
  value: unknown,
  issues: Issues,
  at: string,
  key: Key,
  presence: Presence = {},
): void {
  if (isSettled(value, issues, at, key, presence)) return;
  if (!isDateValue(value)) issues.expected(place(at, key), "a valid Date", value);
}

function explainRange(
  text: string,
  value: unknown,
  issues: Issues,
  at: string,
  { minimum, maximum, above, below, multipleOf }: NumeralLimits,
): void {
  const tell = (keyword: string, rule: string): void => issues.broken(at, keyword, rule, value);
  const isTo = (limit: string | undefined, sides: readonly number[]): limit is string =>
    limit !== undefined && sides.includes(compareNumerals(text, limit));
  if (isTo(minimum, [-1])) tell("minimum", `at least ${minimum}`);
  if (isTo(maximum, [1])) tell("maximum", `at most ${maximum}`);
  if (isTo(above, [-1, 0])) tell("exclusiveMinimum", `more than ${above}`);
  if (isTo(below, [0, 1])) tell("exclusiveMaximum", `less than ${below}`);
  if (multipleOf !== undefined && !isMultipleOfNumeral(text, multipleOf)) {
    tell("multipleOf", `a multiple of ${multipleOf}`);
  }
}
