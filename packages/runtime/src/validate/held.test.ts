import { describe, expect, it } from "vitest";
import {
  explainBigint,
  explainDateValue,
  explainIntegerText,
  explainLiteral,
  explainDecimalText,
  isDateValue,
  isEqual,
  isIntegerText,
  isDecimalText,
  Issues,
  isUnique,
} from "./index.ts";
import { compareNumerals, isMultipleOfNumeral } from "./numerals.ts";

const inOrder =
  "-1e400 -9007199254740993 -9007199254740992 -1.5 -0.1 -1e-400 0 1e-400 0.1 0.11 1 9.99 10 9007199254740992 9007199254740993 1e400".split(
    " ",
  );

describe("compareNumerals", () => {
  it("orders numbers by all their digits", () => {
    for (const [i, left] of inOrder.entries()) {
      for (const [j, right] of inOrder.entries()) {
        expect(compareNumerals(left, right), `${left} ${right}`).toBe(Math.sign(i - j));
      }
    }
  });

  it.each([
    ["1", "1.00"],
    ["100", "1e2"],
    ["0.5", "5E-1"],
    ["-0", "0"],
    ["0e5", "0.0"],
  ])("takes %s and %s for the same", (left, right) => {
    expect(compareNumerals(left, right)).toBe(0);
  });
});

describe("isMultipleOfNumeral", () => {
  it.each([
    ["9007199254740993", "3", true],
    ["9007199254740993", "2", false],
    ["0.30", "0.1", true],
    ["0.35", "0.1", false],
    ["-4.5", "1.5", true],
    ["1e300", "7", false],
    ["1e999999999", "5", true],
    ["1e-999999999", "5", false],
    ["0", "0.1", true],
    ["7", "7e0", true],
    ["10", "100", false],
  ])("of %s and %s says %s", (value, divisor, wanted) => {
    expect(isMultipleOfNumeral(value, divisor)).toBe(wanted);
  });
});

interface Limits {
  readonly nullable?: boolean;
  readonly minimum?: string;
  readonly maximum?: string;
  readonly above?: string;
  readonly below?: string;
  readonly multipleOf?: string;
  readonly values: readonly bigint[];
}

type Walk = (value: unknown, issues: Issues, at: string, key: undefined, limits: Limits) => void;

function messages(walk: Walk, value: unknown, limits: Partial<Limits>): string[] {
  const issues = new Issues();
  walk(value, issues, "", undefined, { values: [], ...limits });
  return issues.list.map(({ message }) => message);
}

describe("checks of what JSON has another form for", () => {
  it.each<[string, Walk, unknown, Partial<Limits>, string[]]>([
    ["a bigint", explainBigint, 5n, { minimum: "5", maximum: "5", multipleOf: "2.5" }, []],
    ["a number for a bigint", explainBigint, 5, {}, ["expected a bigint, got 5"]],
    [
      "a bigint out of range",
      explainBigint,
      5n,
      { above: "5", below: "5" },
      ["expected more than 5, got 5", "expected less than 5, got 5"],
    ],
    ["digits", explainIntegerText, "5", { maximum: "4" }, ['expected at most 4, got "5"']],
    [
      "a fraction for digits",
      explainIntegerText,
      "5.5",
      {},
      ['expected an integer as a string, got "5.5"'],
    ],
    [
      "a decimal",
      explainDecimalText,
      "5.50",
      { multipleOf: "0.25", minimum: "5.6" },
      ['expected at least 5.6, got "5.50"'],
    ],
    [
      "words for a decimal",
      explainDecimalText,
      "0x10",
      {},
      ['expected a number as a string, got "0x10"'],
    ],
    ["a date", explainDateValue, new Date(0), {}, []],
    [
      "text for a date",
      explainDateValue,
      "1970-01-01T00:00:00Z",
      {},
      ['expected a valid Date, got "1970-01-01T00:00:00Z"'],
    ],
    ["null where it may stand", explainDateValue, null, { nullable: true }, []],
    ["nothing", explainBigint, undefined, {}, ["is required"]],
    ["a literal", explainLiteral, 3n, { values: [1n, 2n] }, ["expected one of 1, 2, got 3"]],
  ])("tell of %s what is wrong with it", (_, walk, value, limits, wanted) => {
    expect(messages(walk, value, limits)).toEqual(wanted);
  });

  it("say yes and no alike", () => {
    expect([isDateValue(new Date(0)), isDateValue(new Date(NaN)), isDateValue("x")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(["1", "1.0", "1.5", "01", 1].map(isIntegerText)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(["1.5", "-1e5", "", "NaN", 1].map(isDecimalText)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("compare bigints as values", () => {
    expect([isUnique([1n, 2n]), isUnique([1n, 1n]), isUnique([{ a: 1n }, { a: 1n }])]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isEqual({ a: 1n }, { a: 1n }), isEqual([1n], [1])]).toEqual([true, false]);
  });
});
