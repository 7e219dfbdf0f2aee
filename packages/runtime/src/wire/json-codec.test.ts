import { describe, expect, it } from "vitest";
import { jsonCodec } from "./json-codec.ts";
import type { Wire } from "./wire.ts";

const HUGE = "123456789012345678";

describe("a codec without anything to turn", () => {
  const codec = jsonCodec({ object: {} });

  it.each([
    ["1"],
    ['"text"'],
    ['{"a":[1,2,{"b":null}],"c":true}'],
    ['{"__proto__":1,"constructor":{"a":2}}'],
    [`{"a":${HUGE},"b":"${HUGE}","c":[-${HUGE}.5e3]}`],
    [`"\\\\\\"${HUGE}"`],
    [`["\\\\", ${HUGE}]`],
  ])("reads %s as JSON.parse does", (text) => {
    expect(codec.parse(text)).toEqual(JSON.parse(text));
    expect(codec.stringify(JSON.parse(text))).toBe(JSON.stringify(JSON.parse(text)));
  });

  it.each([
    ["nothing", ""],
    ["a number that JSON does not have", `[0${HUGE}]`],
    ["two signs", `[--${HUGE}]`],
    ["two points", `[1.${HUGE}.1]`],
    ["a text without an end", `["${HUGE}`],
    ["quotes without an end", '"\\\\"'.repeat(50_000) + HUGE],
    ["a second value", `${HUGE} 1`],
  ])("refuses %s as JSON.parse does", (_, text) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(() => codec.parse(text)).toThrow(SyntaxError);
  });
});

describe("a codec", () => {
  it.each([
    ["bigint", HUGE, BigInt(HUGE)],
    ["bigint", "-7", -7n],
    ["bigint", "1.5", 1.5],
    ["integer-text", HUGE, HUGE],
    ["decimal-text", "0.1000000000000000055", "0.1000000000000000055"],
    ["date", '"2026-02-03T04:05:06Z"', new Date("2026-02-03T04:05:06Z")],
    ["date", '"tomorrow"', "tomorrow"],
    ["date", '"2026-99-99T04:05:06Z"', "2026-99-99T04:05:06Z"],
    ["bigint", "null", null],
  ] as const)("%s reads %s", (wire, text, value) => {
    expect(jsonCodec(wire).parse(text)).toEqual(value);
  });

  it("writes a text that is no number as the text it is", () => {
    expect(jsonCodec("integer-text").stringify('1,"admin":true')).toBe('"1,\\"admin\\":true"');
    expect(jsonCodec("decimal-text").stringify("1e99999")).toBe('"1e99999"');
  });

  it("leaves the value that it writes as it was", () => {
    const value = { id: HUGE, list: [HUGE] };
    const wire: Wire = { object: { id: "integer-text", list: { items: "integer-text" } } };
    expect(jsonCodec(wire).stringify(value)).toBe(`{"id":${HUGE},"list":[${HUGE}]}`);
    expect(value).toEqual({ id: HUGE, list: [HUGE] });
  });

  it("turns properties with odd names and pollutes nothing", () => {
    const wire: Wire = { object: {}, rest: "bigint" };
    const value = jsonCodec(wire).parse('{"__proto__":1,"constructor":2,"toString":3}');
    expect(Object.entries(Object(value))).toEqual([
      ["__proto__", 1n],
      ["constructor", 2n],
      ["toString", 3n],
    ]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it("refuses what is nested so deeply that no stack would do", () => {
    const tree: Wire = { items: () => tree };
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect(() => jsonCodec(tree).parse(deep)).toThrow(RangeError);
  });

  it("chooses by what names the variant, and by nothing that every object has", () => {
    const wire: Wire = { by: "kind", wires: { a: { object: { at: "date" } } } };
    const parse = (text: string): unknown => jsonCodec(wire).parse(text);
    const at = "2026-02-03T04:05:06Z";
    expect(parse(`{"kind":"a","at":"${at}"}`)).toEqual({ kind: "a", at: new Date(at) });
    expect(parse(`{"kind":"constructor","at":"${at}"}`)).toEqual({ kind: "constructor", at });
    expect(parse(`{"at":"${at}"}`)).toEqual({ at });
  });
});
