import { describe, expect, it } from "vitest";
import { ExactNumber } from "../exact-number.ts";
import { isNothing, isObject, readCount, readFlag, readNumeral, readText } from "./readings.ts";
import { readTypeWord } from "./type-words.ts";

const EXACT = new ExactNumber("9007199254740993");

describe("the reading of a value of the wrong kind", () => {
  it.each([
    [readFlag, true, true],
    [readFlag, "true", true],
    [readFlag, " False ", false],
    [readFlag, "yes", undefined],
    [readFlag, 1, undefined],
    [readCount, 3, 3],
    [readCount, "3", 3],
    [readCount, "3.5", undefined],
    [readCount, -1, undefined],
    [readCount, "", undefined],
    [readCount, null, undefined],
    [readCount, EXACT, Number.MAX_SAFE_INTEGER],
    [readNumeral, "1.5", 1.5],
    [readNumeral, "-2", -2],
    [readNumeral, "1e999", undefined],
    [readNumeral, "0x10", undefined],
    [readNumeral, Infinity, undefined],
    [readNumeral, EXACT, EXACT],
    [readText, "a", "a"],
    [readText, 1.5, "1.5"],
    [readText, false, "false"],
    [readText, EXACT, "9007199254740993"],
    [readText, null, undefined],
    [readText, ["a"], undefined],
    [readText, {}, undefined],
  ])("%o makes of %j: %j", (read, value, expected) => {
    expect(read(value)).toEqual(expected);
  });

  it.each([
    [{}, true],
    [EXACT, false],
    [[], false],
    [null, false],
    ["a", false],
  ])("takes %j for an object: %j", (value, expected) => {
    expect(isObject(value)).toBe(expected);
  });

  it.each([
    [null, true],
    [[], true],
    [{}, true],
    [[null], false],
    [{ a: 1 }, false],
    ["", false],
    [0, false],
    [EXACT, false],
  ])("takes %j for nothing: %j", (value, expected) => {
    expect(isNothing(value)).toBe(expected);
  });
});

describe("the reading of a word for a type", () => {
  it.each([
    ["string", { type: "string" }],
    ["String", { type: "string" }],
    ["int", { type: "integer" }],
    ["Float", { type: "number", format: "float" }],
    ["date", { type: "string", format: "date" }],
    ["file", { type: "string", format: "binary" }],
    ["any", {}],
    [null, { type: "null" }],
    ["coupon", undefined],
    ["constructor", undefined],
    ["__proto__", undefined],
    ["", {}],
    [1, undefined],
    [{}, undefined],
  ])("makes of %j: %j", (word, expected) => {
    expect(readTypeWord(word)).toEqual(expected);
  });
});
