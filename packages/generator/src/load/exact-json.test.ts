import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { ExactNumber } from "../exact-number.ts";
import { mayHaveLongNumbers } from "./exact-json.ts";
import { parseDocument } from "./parse-document.ts";
import { printDocument } from "./print-document.ts";

/** Numbers whose digits a double cannot hold, as both grammars can write them. */
const LONG = ["9007199254740993", "-9007199254740993", "0.1000000000000000055", "1e400", "-0"];

async function read(file: string, text: string): Promise<unknown> {
  const reported: Diagnostic[] = [];
  const parsed = await parseDocument(file, text, (one) => reported.push(one));
  expect(reported).toEqual([]);
  return parsed?.value;
}

describe("a document with long numbers", () => {
  it.each(LONG)("keeps %s in JSON and in YAML, and prints it again in both", async (number) => {
    for (const [file, text] of [
      ["a.json", `{"a": [ ${number} ], "b": ${number}}`],
      ["a.yaml", `a:\n  - ${number}\nb: ${number}\n`],
    ] as const) {
      const value = await read(file, text);
      const exact = new ExactNumber(number);
      expect(JSON.stringify(value)).toBe(JSON.stringify({ a: [exact], b: exact }));
      for (const format of ["json", "yaml"] as const) {
        const again = await read(`b.${format}`, await printDocument(value, format));
        expect(JSON.stringify(again)).toBe(JSON.stringify(value));
      }
    }
  });

  it.each([
    ["0xFFFFFFFFFFFFFFFF", "18446744073709551615"],
    ["0o7777777777777777777777", "73786976294838206463"],
    ["0xff", "255"],
    ["1e999999", "1e999999"],
  ])("reads %s in YAML as %s", async (text, printed) => {
    expect(JSON.stringify(await read("a.yaml", `a: ${text}\n`))).toBe(`{"a":${printed}}`);
  });
});

describe("mayHaveLongNumbers", () => {
  it.each(LONG)("finds %s", (number) => {
    expect(mayHaveLongNumbers(`{"a":${number}}`)).toBe(true);
    expect(mayHaveLongNumbers(`[1,\n ${number}\n]`)).toBe(true);
    expect(mayHaveLongNumbers(number)).toBe(true);
  });

  it.each([
    '{"a": "9007199254740993"}',
    '{"a": 0, "b": -0.5, "c": 1e10}',
    "[-10, 123456789012345]",
  ])("takes the fast road for %s", (text) => {
    expect(mayHaveLongNumbers(text)).toBe(false);
  });
});
