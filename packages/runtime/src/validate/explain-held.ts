import { isSettled, type Key, place, type Presence } from "./explain.ts";
import { isIntegerText } from "./held.ts";
import type { Issues } from "./issues.ts";
import { isMultipleOf } from "./multiple-of.ts";

type Comparable = number | bigint;

interface HeldLimits extends Presence {
  readonly minimum?: Comparable;
  readonly maximum?: Comparable;
  /** Exclusive minimum. */
  readonly above?: Comparable;
  /** Exclusive maximum. */
  readonly below?: Comparable;
  readonly multipleOf?: Comparable;
}

/** Says what is wrong with a value that is held in another form than JSON has. */
export function explainHeld(
  value: unknown,
  issues: Issues,
  at: string,
  key: Key,
  isHeld: (value: unknown) => boolean,
  expected: string,
  limits: HeldLimits = {},
): void {
  if (isSettled(value, issues, at, key, limits)) return;
  if (!isHeld(value)) return issues.expected(place(at, key), expected, value);
  const number = comparable(value);
  if (number === undefined) return;
  const { minimum, maximum, above, below, multipleOf } = limits;
  const tell = (keyword: string, rule: string): void =>
    issues.broken(place(at, key), keyword, rule, value);
  if (minimum !== undefined && number < minimum) tell("minimum", `at least ${minimum}`);
  if (maximum !== undefined && number > maximum) tell("maximum", `at most ${maximum}`);
  if (above !== undefined && number <= above) tell("exclusiveMinimum", `more than ${above}`);
  if (below !== undefined && number >= below) tell("exclusiveMaximum", `less than ${below}`);
  if (multipleOf !== undefined && !isMultiple(number, multipleOf)) {
    tell("multipleOf", `a multiple of ${multipleOf}`);
  }
}

function comparable(value: unknown): Comparable | undefined {
  if (typeof value === "bigint") return value;
  if (typeof value !== "string") return undefined;
  return isIntegerText(value) ? BigInt(value) : Number(value);
}

function isMultiple(number: Comparable, divisor: Comparable): boolean {
  return typeof number === "bigint" && typeof divisor === "bigint"
    ? number % divisor === 0n
    : isMultipleOf(Number(number), Number(divisor));
}
