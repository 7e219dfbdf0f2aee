import { describe, expect, it } from "vitest";
import { own, readPointer } from "./pointer.ts";

// The examples of RFC 6901, section 5, and what must not be found.
const value = {
  foo: ["bar", "baz"],
  "": 0,
  "a/b": 1,
  "m~n": 8,
  "~1": 9,
  " ": 7,
  deep: { x: null },
};

describe("a pointer", () => {
  it.each([
    ["", value],
    ["/foo", value.foo],
    ["/foo/0", "bar"],
    ["/", 0],
    ["/a~1b", 1],
    ["/m~0n", 8],
    ["/~01", 9],
    ["/ ", 7],
    ["/deep/x", null],
    ["/deep/x/y", undefined],
    ["/foo/2", undefined],
    ["/none/at/all", undefined],
    ["/constructor", undefined],
    ["/__proto__", undefined],
    ["/foo/map", undefined],
    ["/a~1b/toFixed", undefined],
  ])("%s", (pointer, found) => {
    expect(readPointer(value, pointer)).toBe(found);
  });

  it("finds no member in what is no object", () => {
    for (const nothing of [undefined, null, 1, "text"])
      expect(own(nothing, "length")).toBeUndefined();
  });
});
