import { describe, expect, it } from "vitest";
import { boundedDistance, nearest } from "./nearest.ts";

describe("nearest", () => {
  it.each([
    ["Cupon", ["Coupon", "Customer"], "Coupon"],
    ["genrate", ["check", "generate"], "generate"],
    ["teh", ["the", "ten"], "the"],
    ["COUPON", ["Coupon"], "Coupon"],
    ["ab", ["xy", "ay"], "ay"],
  ])("finds that %j of %j was meant to be %j", (word, known, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });

  it.each([
    ["Coupon", []],
    ["Coupon", ["Refund", "Charge"]],
    ["a", ["bcd"]],
    ["", ["ab"]],
  ])("proposes nothing for %j among %j", (word, known) => {
    expect(nearest(word, known)).toBeUndefined();
  });

  it("takes the first of equally near words", () => {
    expect(nearest("bat", ["cat", "hat"])).toBe("cat");
  });

  it("does not work on words that nobody types", () => {
    expect(nearest("x".repeat(100_000), ["x".repeat(100_001)])).toBeUndefined();
  });
});

describe("boundedDistance", () => {
  it.each([
    ["kitten", "sitting", 3, 3],
    ["kitten", "sitting", 2, undefined],
    ["ca", "ac", 1, 1],
    ["abc", "abc", 0, 0],
    ["", "abc", 3, 3],
  ])("from %j to %j within %i is %j", (a, b, limit, expected) => {
    expect(boundedDistance(a, b, limit)).toBe(expected);
    expect(boundedDistance(b, a, limit)).toBe(expected);
  });
});
