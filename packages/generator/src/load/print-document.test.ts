import { describe, expect, it } from "vitest";
import { parseDocument } from "./parse-document.ts";
import { formatOf, printDocument } from "./print-document.ts";

describe("formatOf", () => {
  it.each([
    ["a.json", "json"],
    ["a.JSON", "json"],
    ["a.yaml", "yaml"],
    ["a.yml", "yaml"],
    ["/x.json/a.YAML", "yaml"],
    ["a.yaml.txt", undefined],
    ["a.json5", undefined],
    ["yaml", undefined],
    ["", undefined],
  ])("takes %j for %s", (file, format) => expect(formatOf(file)).toBe(format));
});

/** Texts that a careless printer would give back as something else. */
const TEXTS: readonly string[] = [
  "",
  " ",
  "no",
  "on",
  "Yes",
  "y",
  "null",
  "~",
  "true",
  "1",
  "1.0",
  "0x10",
  "0o7",
  "010",
  "1e3",

  "2024-01-01",
  "12:30:45",
  ".inf",
  "<<",
  "=",
  "-",
  "- a",
  "? a",
  "a: b",
  "a #b",
  "#a",
  "&a",
  "*a",
  "!a",
  "%a",
  "@a",
  "`a",
  "'a'",
  '"a"',
  "[a]",
  "{a}",
  "|",
  ">",
  "---",
  "...",
  "a:",
  ":a",
  "é",
  "漢字",
  "👩‍👩‍👧",
  "\u0000",
  "\u0085",
  "\u00a0",
  "\u2028",
  "\ufeff",
  "\ud800",
  "a\tb",
  "\\n",
  "a\nb",
  "a\n",
  "\na",
  "a\n\n",
  " a\n  b\n",
  "a\r\nb",
  "\n",
  "a \nb",
  "\ta\n",
  "a\n\n\nb\n ",
  "word ".repeat(60),
  "x".repeat(500),
  `${"long ".repeat(40)}\n${"lines ".repeat(40)}`,
];

async function readBack(value: unknown, format: "json" | "yaml"): Promise<unknown> {
  const text = await printDocument(value, format);
  const refuse = ({ message }: { readonly message: string }): never => {
    throw new Error(message);
  };
  const written = Buffer.from(text, "utf8").toString("utf8");
  return (await parseDocument(`a.${format}`, written, refuse))?.value;
}

describe.each(["json", "yaml"] as const)("a document printed as %s", (format) => {
  it.each(TEXTS)("reads back %j as text, as a value, an item and a key", async (text) => {
    const value = { value: text, list: [text, [text]], deep: { deeper: { [text]: text } } };
    expect(await readBack(value, format)).toEqual(value);
  });

  it.each([
    [0, -0.5, 1e21, 1e-7, 2 ** 53, true, false, null, [], {}],
    [[], [[]], [{}], { a: [] }, { a: {} }],
    [null],
  ])("reads back what is no text: %j", async (...values) => {
    expect(await readBack({ values }, format)).toEqual({ values });
  });

  it("keeps the order of members, and a key that every object inherits", async () => {
    const text = '{"b":1,"a":{"__proto__":{"z":1,"y":2},"constructor":1},"c":3}';
    expect(JSON.stringify(await readBack(JSON.parse(text), format))).toBe(text);
  });

  it("says what stands twice twice, ends with a line break and folds no line", async () => {
    const twice = { description: "word ".repeat(60).trim() };
    const text = await printDocument({ one: twice, two: twice, list: [twice, twice] }, format);
    expect(text).not.toMatch(/[&*]/);
    expect(text.split(twice.description)).toHaveLength(5);
    expect(text).toMatch(/[^\n]\n$/);
  });
});
