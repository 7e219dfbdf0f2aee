import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { parseDocument } from "./parse-document.ts";

async function parse(file: string, text: string) {
  const reported: Diagnostic[] = [];
  const parsed = await parseDocument(file, text, (diagnostic) => reported.push(diagnostic));
  const places = reported.map(({ at }) => (at && "location" in at ? at.location : at));
  return {
    value: parsed?.value,
    isParsed: parsed !== undefined,
    codes: reported.map(({ code }) => code),
    places,
  };
}

describe("parseDocument", () => {
  it.each([
    ["a.json", '{"a": [1, true, null]}', { a: [1, true, null] }],
    ["a.yaml", '{"a": [1, true, null]}', { a: [1, true, null] }],
    ["a.yaml", "a: [1, true, null, ]\n", { a: [1, true, null] }],
    ["a.yaml", "{a: b}", { a: "b" }],
    ["a.yaml", "\ufeffa: 1", { a: 1 }],
    ["a.json", "\ufeff[]", []],
    ["a.yaml", "a: &x {b: 1}\nc: *x\n", { a: { b: 1 }, c: { b: 1 } }],
    ["a.yaml", "yes: no\non: 0o7\n", { yes: "no", on: 7 }],
    ["a.yaml", "date: 2024-01-01\n", { date: "2024-01-01" }],
    [
      "a.yaml",
      "200: ok\n1.0: x\ntrue: y\n~: z\n",
      { "200": "ok", "1.0": "x", true: "y", "~": "z" },
    ],
    ["a.yaml", "<<: {a: 1}\nb: 2\n", { a: 1, b: 2 }],
    ["a.yaml", "a: 0\n<<: {a: 1, b: 1}\nb: 2\n", { a: 0, b: 2 }],
    ["a.yaml", "<<: [{a: 1}, {a: 2, b: 2}]\n", { a: 1, b: 2 }],
    [
      "a.yaml",
      "x: &x {a: &y {b: 1}}\nz: {<<: *x, c: {<<: *y}}\n",
      {
        x: { a: { b: 1 } },
        z: { a: { b: 1 }, c: { b: 1 } },
      },
    ],
    ["a.yaml", '"<<": {a: 1}\n', { "<<": { a: 1 } }],
    ["a.yaml", "<<: 1\n", { "<<": 1 }],
    ["a.yaml", "a: &a {<<: *a, b: 1}\n", { a: { b: 1 } }],
    ["a.yaml", "null", null],
  ])("reads %s with %j", async (file, text, value) => {
    const parsed = await parse(file, text);
    expect(parsed).toMatchObject({ value, isParsed: true, codes: [] });
  });

  it.each([
    ["a.json", '{"__proto__": {"polluted": 1}}'],
    ["a.yaml", "__proto__: {polluted: 1}"],
    ["a.yaml", "a: 1\n__proto__:\n  polluted: 1\n"],
    ["a.yaml", "<<: {__proto__: {polluted: 1}}"],
  ])("makes __proto__ a plain own property of %s with %j", async (file, text) => {
    const { value } = await parse(file, text);
    expect(Object.hasOwn(Object(value), "__proto__")).toBe(true);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object({}).polluted).toBeUndefined();
  });

  it.each([
    ["a.json", '{"a": 1,}', "invalid-syntax", { line: 1, column: 9 }],
    ["a.json", '{"a": tru}', "invalid-syntax", { line: 1, column: 7 }],
    ["a.json", '{\n  "a" 1}', "invalid-syntax", { line: 2, column: 7 }],
    ["a.json", '{"a": 1', "invalid-syntax", { line: 1, column: 8 }],
    [
      "a.json",
      '{"a": 1, "b": {"c": 1, "c": 2}}',
      "duplicate-key",
      { line: 1, column: 24, length: 3 },
    ],
    ["a.yaml", "a:\n  b: 1\n  b: 2\n", "duplicate-key", { line: 3, column: 3, length: 1 }],
    ["a.yaml", "a: [1,\nb: }\n", "invalid-syntax", {}],
    ["a.yaml", "\ta: 1", "invalid-syntax", { line: 1, column: 1 }],
    ["a.yaml", "a: *gone", "invalid-syntax", {}],
    ["a.yaml", "? [a]\n: 1\n", "unsupported-syntax", { line: 1, column: 3 }],
    ["a.yaml", "a: 1\n---\nb: 2\n", "unsupported-syntax", { line: 2, column: 1 }],
    ["a.yaml", "a: !!binary xx\n", "unsupported-syntax", { line: 1, column: 4 }],
    ["a.yaml", "a: .nan\n", "unsupported-syntax", {}],
    ["a.yaml", "a: .inf\n", "unsupported-syntax", {}],
    ["a.yaml", "", "empty-file", {}],
    ["a.json", " \n ", "empty-file", {}],
    ["a.yaml", "# only a comment\n", undefined, {}],
    ["a.yaml", "a: &a {b: *a}", "too-deep", {}],
  ])("refuses %s with %j as %s", async (file, text, code, place) => {
    const { codes, places, isParsed } = await parse(file, text);
    expect([...new Set(codes)]).toEqual(code === undefined ? [] : [code]);
    if (code === undefined) return;
    expect(places[0]).toMatchObject({ file, ...place });
    expect(isParsed).toBe(code === "duplicate-key" && file === "a.json");
  });

  it.each([
    ["YAML of one line", "a.yaml", "[".repeat(600) + "]".repeat(600)],
    ["YAML of block sequences", "a.yaml", "- ".repeat(600)],
    ["YAML that exhausts its parser", "a.yaml", "[".repeat(20_000)],
    ["JSON", "a.json", "[".repeat(600) + "]".repeat(600)],
    ["very deep JSON", "a.json", '{"a":'.repeat(100_000) + "1" + "}".repeat(100_000)],
  ])("refuses %s when it is nested too deep", async (_name, file, text) => {
    expect(new Set((await parse(file, text)).codes)).toEqual(new Set(["too-deep"]));
  });

  it("refuses aliases that unfold to far more than the file holds", async () => {
    const lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"];
    for (let level = 1; level < 12; level += 1) {
      const aliases = Array.from({ length: 10 }, () => `*a${level - 1}`).join(",");
      lines.push(`a${level}: &a${level} [${aliases}]`);
    }
    expect((await parse("a.yaml", lines.join("\n"))).codes).toEqual(["too-many-aliases"]);
  });

  it("refuses merge keys that copy without bound", async () => {
    const keys = Array.from({ length: 1_000 }, (_, index) => `k${index}: 1`).join(", ");
    const copies = Array.from({ length: 1_000 }, (_, index) => `b${index}: { <<: *a }`);
    const text = [`a: &a { ${keys} }`, ...copies].join("\n");
    expect((await parse("a.yaml", text)).codes).toEqual(["too-many-aliases"]);
  });

  it("takes an anchor that is merely used often", async () => {
    const uses = Array.from({ length: 1000 }, (_, index) => `k${index}: *x`);
    expect((await parse("a.yaml", ["x: &x {a: 1}", ...uses].join("\n"))).codes).toEqual([]);
  });

  it("reads values nested as deep as it promises", async () => {
    const text = "[".repeat(512) + "]".repeat(512);
    expect((await parse("a.json", text)).codes).toEqual([]);
    expect((await parse("a.json", `[${text}]`)).codes).toEqual(["too-deep"]);
  });

  it("tells the first syntax error only, but every repeated key", async () => {
    const { codes } = await parse("a.yaml", "a: 1\na: 2\nb: 1\nb: 2\nc: [\nd: }\n");
    expect(codes.filter((code) => code === "duplicate-key")).toHaveLength(2);
    expect(codes.filter((code) => code === "invalid-syntax")).toHaveLength(1);
  });
});
