import { describe, expect, it } from "vitest";
import { decodeFragment, getMember, getValue, parsePointer, printPointer } from "./json-pointer.ts";

/** The example of RFC 6901, section 5. */
const DOCUMENT = JSON.parse(
  String.raw`{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}`,
);

const CASES: [pointer: string, fragment: string, value: unknown][] = [
  ["", "", DOCUMENT],
  ["/foo", "/foo", ["bar", "baz"]],
  ["/foo/0", "/foo/0", "bar"],
  ["/", "/", 0],
  ["/a~1b", "/a~1b", 1],
  ["/c%d", "/c%25d", 2],
  ["/e^f", "/e%5Ef", 3],
  ["/g|h", "/g%7Ch", 4],
  ["/i\\j", "/i%5Cj", 5],
  ['/k"l', "/k%22l", 6],
  ["/ ", "/%20", 7],
  ["/m~0n", "/m~0n", 8],
];

describe("parsePointer and getValue", () => {
  it.each(CASES)("evaluate %j, as a fragment %j", (pointer, fragment, value) => {
    expect(getValue(DOCUMENT, parsePointer(pointer) ?? ["?"])).toEqual({ value });
    expect(getValue(DOCUMENT, parsePointer(decodeFragment(fragment)) ?? ["?"])).toEqual({ value });
  });

  it.each(["a", "foo/bar", "/~", "/~2", "/a~"])("refuse %j", (pointer) => {
    expect(parsePointer(pointer)).toBeUndefined();
  });

  it("undo each other", () => {
    for (const tokens of [[], [""], ["a/b", "~1", "~", "~01"], ["", "", "%20"]]) {
      expect(parsePointer(printPointer(tokens))).toEqual(tokens);
    }
  });
});

describe("getMember", () => {
  it.each([
    [{ a: 1 }, "toString"],
    [{ a: 1 }, "__proto__"],
    [{ a: 1 }, "constructor"],
    [[1, 2], "length"],
    [[1, 2], "00"],
    [[1, 2], "-"],
    [[1, 2], "2"],
    ["text", "0"],
    [null, "a"],
  ])("finds nothing in %j at %j", (value, token) => {
    expect(getMember(value, token)).toBeUndefined();
  });

  it("finds an own member of any name", () => {
    expect(getMember(JSON.parse('{"__proto__": 1}'), "__proto__")).toEqual({ value: 1 });
  });
});

describe("decodeFragment", () => {
  it("takes a fragment that is not well encoded as it is", () => {
    expect(decodeFragment("/100%")).toBe("/100%");
  });
});
