import { describe, expect, it } from "vitest";
import { ExactNumber, numberOf, roundNumber } from "./exact-number.ts";

describe("numberOf", () => {
  it.each([
    ["0", 0],
    ["1.0", 1],
    ["-1.50", -1.5],
    ["1e3", 1000],
    ["1E+3", 1000],
    ["0.1", 0.1],
    ["9007199254740992", 9007199254740992],
    ["9007199254740993000e-3", new ExactNumber("9007199254740993000e-3")],
    ["123456789012345680000", 123456789012345680000],
    ["1e-7", 1e-7],
    ["5e-324", 5e-324],
    ["1.7976931348623157e308", Number.MAX_VALUE],
    ["+.5", 0.5],
    ["007", 7],
    ["0e999999", 0],
  ])("gives %s as the double that holds it", (text, value) => {
    expect(numberOf(text)).toEqual(value);
  });

  it.each([
    ["9007199254740993", "9007199254740993"],
    ["-9007199254740993", "-9007199254740993"],
    ["0.1000000000000000055", "0.1000000000000000055"],
    ["1e400", "1e400"],
    ["1E+400", "1e400"],
    ["1e-400", "1e-400"],
    ["-0", "-0"],
    ["-0.0", "-0.0"],
    ["+9007199254740993", "9007199254740993"],
    ["0009007199254740993", "9007199254740993"],
    ["12345678901234567890.5", "12345678901234567890.5"],
  ])("keeps the digits of %s", (text, kept) => {
    const value = numberOf(text);
    expect(value).toBeInstanceOf(ExactNumber);
    expect(String(value)).toBe(kept);
    expect(JSON.stringify({ value })).toBe(`{"value":${kept}}`);
    expect(roundNumber(value)).toBe(Number(text));
  });

  it("takes no time over many digits", () => {
    const text = `1${"0".repeat(200_000)}1${"0".repeat(200_000)}`;
    expect(String(numberOf(text))).toBe(text);
  });
});
