import { describe, expect, it } from "vitest";
import type { HeaderDescriptor } from "../contract.ts";
import { jsonCodec } from "../wire/json-codec.ts";
import { readHeaders } from "./read-headers.ts";

const read = (text: string, field: HeaderDescriptor): unknown =>
  readHeaders(new Headers({ "x-one": text }), { "x-one": field })["x-one"];

describe("a header that the spec describes", () => {
  it.each<[string, string, HeaderDescriptor, unknown]>([
    ["text", "007, really", "text", "007, really"],
    ["a number", "12", "number", 12],
    ["a number with zeros in front", "-007.50", "number", -7.5],
    ["a large number", "1e3", "number", 1000],
    ["zero", "0", "number", 0],
    ["a truth", "true", "boolean", true],
    ["a truth in capitals", "False", "boolean", false],
    ["whatever it looks like: a number", "3", "plain", 3],
    ["whatever it looks like: a truth", "true", "plain", true],
    ["whatever it looks like: text", "3 of 4", "plain", "3 of 4"],
    ["JSON", '{"a":[1]}', "json", { a: [1] }],
    ["a list", "a, b,c", { items: "text" }, ["a", "b", "c"]],
    ["a list of numbers", "1,2", { items: "number" }, [1, 2]],
    ["an empty list", "", { items: "text" }, []],
    ["pairs", "left,5,until,noon", { members: { left: "number" } }, { left: 5, until: "noon" }],
    [
      "exploded pairs",
      "left=5,until=a=b",
      { members: { left: "number" }, explode: true },
      { left: 5, until: "a=b" },
    ],
  ])("is read as %s", (_, text, field, value) => expect(read(text, field)).toEqual(value));

  it("is read in the form that programs hold it in", () => {
    const bigint = { form: "number", codec: jsonCodec("bigint") } as const;
    expect(read("9007199254740993", bigint)).toBe(9_007_199_254_740_993n);
    const date = { form: "text", codec: jsonCodec("date") } as const;
    expect(read("2026-11-28T10:00:00Z", date)).toEqual(new Date("2026-11-28T10:00:00Z"));
  });

  it.each<[string, HeaderDescriptor]>([
    ["many", "number"],
    ["", "number"],
    ["0x10", "number"],
    ["Infinity", "number"],
    ["yes", "boolean"],
    ["{", "json"],
    ["1,two", { items: "number" }],
  ])("is left out where it is not what it should be: %j", (text, field) => {
    const headers = new Headers({ "x-one": text, "x-two": "2" });
    expect(readHeaders(headers, { "x-one": field, "x-two": "number" })).toEqual({ "x-two": 2 });
  });

  it("is left out where it did not come", () => {
    expect(readHeaders(new Headers(), { "x-one": "text" })).toEqual({});
  });

  it("cannot change what other objects are", () => {
    const value = read("__proto__,evil,constructor,1", { members: {} });
    expect(Object.keys(value ?? {})).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});
