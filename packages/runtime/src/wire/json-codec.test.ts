import { describe, expect, it } from "vitest";
import type { Wire } from "../contract.ts";
import { jsonCodec } from "./json-codec.ts";
import { markNumbers } from "./mark-numbers.ts";

const tree: Wire = { object: { id: "bigint", children: { items: () => tree } } };
const card: Wire = { object: { limit: "bigint" } };
const moment = "2024-02-29T12:00:00.123Z";

const cases: [name: string, wire: Wire, text: string, value: unknown][] = [
  ["an integer beyond 2^53", "bigint", "9007199254740993", 9007199254740993n],
  ["a negative one", "bigint", "-9223372036854775808", -9223372036854775808n],
  ["a small one", "bigint", "0", 0n],
  ["a small one as text", "integer-text", "12", "12"],
  ["a great one as text", "integer-text", "18446744073709551615", "18446744073709551615"],
  ["a decimal with its zeros", "decimal-text", "1.10", "1.10"],
  [
    "a decimal beyond a double",
    "decimal-text",
    "-0.1000000000000000055511151",
    "-0.1000000000000000055511151",
  ],
  ["a date", "date", `"${moment}"`, new Date(moment)],
  ["null where an integer may stand", "bigint", "null", null],
  [
    "a property",
    { object: { id: "bigint" } },
    '{"id":9007199254740993,"n":1}',
    { id: 9007199254740993n, n: 1 },
  ],
  ["items", { items: "bigint" }, "[1,9007199254740993]", [1n, 9007199254740993n]],
  [
    "the first items",
    { items: null, first: ["bigint", null, "date"] },
    `[1,2,"${moment}",4]`,
    [1n, 2, new Date(moment), 4],
  ],
  [
    "the values of a map",
    { object: {}, rest: "bigint" },
    '{"a":1,"constructor":2}',
    { a: 1n, constructor: 2n },
  ],
  [
    "a map beside properties",
    { object: { plain: null }, rest: "bigint" },
    '{"plain":1,"a":2}',
    { plain: 1, a: 2n },
  ],
  [
    "what a pattern describes",
    { object: {}, patterns: [[/^n-/, "bigint"]] },
    '{"n-a":1,"a":2}',
    { "n-a": 1n, a: 2 },
  ],
  [
    "a recursive value",
    tree,
    '{"id":1,"children":[{"id":2,"children":[]}]}',
    { id: 1n, children: [{ id: 2n, children: [] }] },
  ],
  [
    "all parts of an intersection",
    { all: [card, { object: { at: "date" } }] },
    `{"limit":1,"at":"${moment}"}`,
    { limit: 1n, at: new Date(moment) },
  ],
  [
    "a choice by a property",
    { by: "type", wires: { card: () => card } },
    '{"type":"card","limit":1}',
    { type: "card", limit: 1n },
  ],
  [
    "another choice by it",
    { by: "type", wires: { card: () => card } },
    '{"type":"cash","limit":1}',
    { type: "cash", limit: 1 },
  ],
  [
    "a choice by types",
    {
      any: [{ is: "bigint", wire: "bigint" }, { is: "date", wire: "date" }, { is: "string" }],
    },
    '"hello"',
    "hello",
  ],
  [
    "a choice by constants",
    {
      any: [
        { is: "object", equals: { k: ["a"] } },
        { is: "object", wire: card },
      ],
    },
    '{"k":"b","limit":1}',
    { k: "b", limit: 1n },
  ],
  [
    "a choice by what is there",
    {
      any: [
        { is: "object", has: ["a"] },
        { is: "object", wire: card },
      ],
    },
    '{"limit":1}',
    { limit: 1n },
  ],
  [
    "a choice by what a property is",
    {
      any: [
        { is: "object", members: { limit: "string" } },
        { is: "object", wire: card },
      ],
    },
    '{"limit":12345678901234567}',
    { limit: 12345678901234567n },
  ],
];

describe("jsonCodec", () => {
  it.each(cases)("reads and writes %s", (_, wire, text, value) => {
    const json = jsonCodec(wire);
    expect(json.parse(text)).toStrictEqual(value);
    expect(json.stringify(value)).toBe(text);
  });

  it.each([
    ["a fraction", "bigint", "1.5", 1.5],
    ["a fraction that a double has not", "bigint", "9007199254740993.5", 9007199254740994],
    ["text", "bigint", '"1"', "1"],
    ["an integer longer than any API means", "bigint", "9".repeat(1001), Infinity],
    ["a day that is none", "date", '"2024-02-30T00:00:00Z"', "2024-02-30T00:00:00Z"],
    ["a time of no zone", "date", '"2024-02-01T00:00:00"', "2024-02-01T00:00:00"],
    ["a leap second", "date", '"2016-12-31T23:59:60Z"', "2016-12-31T23:59:60Z"],
  ] as const)("leaves %s as it is, for validators to refuse", (_, wire, text, value) => {
    expect(jsonCodec(wire).parse(text)).toBe(value);
  });

  it.each([
    ["1e3", 1000n],
    ["1.50e1", 15n],
    ["1e23", 100000000000000000000000n],
    ["-0", 0n],
    ["0e99999999999", 0n],
    ["10.00", 10n],
  ])("reads the integer %s however it is written", (text, value) => {
    expect(jsonCodec("bigint").parse(text)).toBe(value);
  });

  it("writes a bigint where nothing is known of it, and one value in two places as each has it", () => {
    const amount = { v: "1" };
    const wire: Wire = { object: { a: { object: { v: "integer-text" } } } };
    const text = jsonCodec(wire).stringify({ a: amount, b: amount, c: [2n ** 64n] });
    expect(text).toBe('{"a":{"v":1},"b":{"v":"1"},"c":[18446744073709551616]}');
  });

  it.each([
    ["an invalid date", new Date(NaN)],
    ["a year of five digits", new Date(8.64e15)],
    ["a function", () => 1],
  ])("refuses to write %s", (_, value) => {
    expect(() => jsonCodec("date").stringify(value)).toThrow(TypeError);
  });

  it("refuses a cycle", () => {
    const value: Record<string, unknown> = {};
    value["self"] = value;
    expect(() => jsonCodec(tree).stringify(value)).toThrow(TypeError);
  });

  it("ends where schemas are made of themselves", () => {
    const loop: Wire = { all: [() => loop, () => loop] };
    expect(jsonCodec(loop).parse("[1]")).toEqual([1]);
  });

  it("keeps __proto__ a name like any other", () => {
    const json = jsonCodec({
      object: Object.fromEntries([["__proto__", "bigint"]]),
      rest: "bigint",
    });
    const text = '{"__proto__":12345678901234567,"a":{"__proto__":{"polluted":1}}}';
    const value = json.parse(text);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(Object(value))).toEqual(["__proto__", "a"]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(json.stringify(value)).toBe(text);
  });

  it("reads 200,000 levels without end of the stack", () => {
    const deep = `${"[".repeat(2e5)}12345678901234567890${"]".repeat(2e5)}`;
    let value = jsonCodec({ items: null }).parse(deep);
    let depth = 0;
    for (; Array.isArray(value); depth += 1) [value] = value;
    expect([depth, value]).toEqual([2e5, Number("12345678901234567890")]);
  });

  it.each([
    ["escaped quotes without end", `"${'\\"'.repeat(5e5)}`],
    ["backslashes without end", `"${"\\\\".repeat(5e5)}`],
    ["spaces behind numbers", `[${`12345678901234567${" ".repeat(50)},`.repeat(2e4)}`],
    ["digits", "1".repeat(1e6)],
  ])("takes time in proportion to the text, for %s", (_, text) => {
    const start = performance.now();
    outcome(() => jsonCodec("decimal-text").parse(text));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

const pieces =
  '{ } [ ] , : " \\ " \\" "a" "\\u0001" - + . e E 0 1 -1 1.5 1e5 12345678901234567890 -12345678901234567.5 012345678901234567 true null tru \n \t \u00a0 \u2028 \0 " "__proto__" {"a": ,"b":'.split(
    " ",
  );

function outcome(read: () => unknown): unknown {
  try {
    return { value: read() };
  } catch (error) {
    return error instanceof SyntaxError ? "refused" : error;
  }
}

describe("the reader", () => {
  it("takes what JSON.parse takes, gives what it gives, and refuses what it refuses", () => {
    const random = generator(7);
    const kinds = { taken: 0, refused: 0 };
    for (let round = 0; round < 40_000; round += 1) {
      const length = 1 + Math.floor(random() * 7);
      const parts = Array.from(
        { length },
        () => pieces[Math.floor(random() * pieces.length)] ?? "",
      );
      const text = round % 2 ? `[${parts.join("")}]` : parts.join("");
      const wanted = outcome(() => JSON.parse(text));
      for (const one of [{ object: {} }, { object: { none: "decimal-text" } }] as const) {
        expect(
          outcome(() => jsonCodec(one).parse(text)),
          text,
        ).toStrictEqual(wanted);
      }
      kinds[wanted === "refused" ? "refused" : "taken"] += 1;
    }
    expect(Math.min(kinds.taken, kinds.refused)).toBeGreaterThan(1000);
  });

  it("marks no number in a string, none as a key, and none that JSON does not write", () => {
    const text =
      '{"12345678901234567":"a 12345678901234567 \\" 1e5",12345678901234567 :01234567890123456,"b":1e5}';
    expect(markNumbers(text, "#")).toBe(text.replace(":1e5", ':"#1e5"'));
  });
});

/** Numbers from 0 to 1, the same in each run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
