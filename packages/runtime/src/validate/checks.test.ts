import { describe, expect, it } from "vitest";
import {
  everyValue,
  hasOnlyKeys,
  isEqual,
  isInteger,
  isMultipleOf,
  isNumber,
  isObject,
  isString,
  isUnique,
  keysOf,
  maxLength,
  minLength,
  own,
} from "./index.ts";

const parsed = (text: string): unknown => JSON.parse(text);

describe("lengths", () => {
  const cases: readonly (readonly [text: string, codePoints: number])[] = [
    ["", 0],
    ["abc", 3],
    ["é", 1],
    ["💶", 1],
    ["💶💶💶", 3],
    ["a💶b", 3],
    ["\ud83d", 1],
    ["\udcb6\ud83d", 2],
  ];
  it.each(cases)("count code points: %j has %i", (text, codePoints) => {
    for (let limit = 0; limit < 8; limit += 1) {
      expect(maxLength(text, limit)).toBe(codePoints <= limit);
      expect(minLength(text, limit)).toBe(codePoints >= limit);
    }
  });
});

describe("isMultipleOf", () => {
  it.each([
    [10, 2, true],
    [7, 2, false],
    [0, 0.01, true],
    [0.07, 0.01, true],
    [4.35, 0.01, true],
    [4.355, 0.01, false],
    [-1.1, 0.1, true],
    [0.0075, 0.0001, true],
    [0.00751, 0.0001, false],
    [12391239123, 1e-8, true],
    [1e308, 0.123456789, false],
    [1e300, 0.5, true],
    [3, 1.5, true],
    [Infinity, 1, false],
    [NaN, 0.1, false],
  ])("%d of %d: %s", (value, divisor, expected) => {
    expect(isMultipleOf(value, divisor)).toBe(expected);
  });
});

describe("equality", () => {
  it.each([
    [1, 1, true],
    [1, true, false],
    [0, -0, true],
    [0, false, false],
    ["1", 1, false],
    [null, "null", false],
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 1 }, false],
    [{ "a,b": "c", a: "b,c" }, { a: "b,c", "a,b": "c" }, true],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [parsed('{"__proto__":1}'), {}, false],
  ])("%j and %j: %s", (left, right, expected) => {
    expect(isEqual(left, right)).toBe(expected);
    expect(isUnique([left, right])).toBe(!expected);
  });

  it("looks at a long array of objects without comparing each with each", () => {
    const items = Array.from({ length: 50_000 }, (_, id) => ({ id }));
    expect(isUnique(items)).toBe(true);
    expect(isUnique([...items, { id: 7 }])).toBe(false);
  });
});

describe("objects", () => {
  it.each([[null], [undefined], [[]], ["{}"], [1], [() => 1]])("%j is none", (value) => {
    expect(isObject(value)).toBe(false);
    expect(everyValue(value, isString)).toBe(false);
  });

  it("counts only what an object has itself", () => {
    const inherits: unknown = Object.create({ inherited: 1 });
    expect(everyValue(inherits, isString)).toBe(true);
    expect(own({}, "constructor")).toBeUndefined();
    expect(own({ constructor: 1 }, "constructor")).toBe(1);
    expect(own(parsed('{"__proto__":{"a":1}}'), "__proto__")).toEqual({ a: 1 });
    expect(own(null, "a")).toBeUndefined();
  });

  it("knows the keys of a closed object", () => {
    const known = new Set(["a", "b"]);
    expect(hasOnlyKeys({ a: 1 }, known)).toBe(true);
    expect(hasOnlyKeys({ a: 1, c: 1 }, known)).toBe(false);
    expect(hasOnlyKeys(Object(parsed('{"__proto__":1}')), known)).toBe(false);
    expect(keysOf({ b: 1, a: 2 })).toEqual(["b", "a"]);
  });

  it("holds each value of a map against its guard", () => {
    expect(everyValue({ a: "x", b: "y" }, isString)).toBe(true);
    expect(everyValue({ a: "x", b: 1 }, isString)).toBe(false);
  });
});

describe("numbers", () => {
  it.each([
    [1, true, true],
    [1.5, true, false],
    [NaN, false, false],
    [Infinity, false, false],
    ["1", false, false],
    [null, false, false],
  ])("%j: number %s, integer %s", (value, number, integer) => {
    expect(isNumber(value)).toBe(number);
    expect(isInteger(value)).toBe(integer);
  });
});
