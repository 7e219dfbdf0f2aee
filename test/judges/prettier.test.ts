import { globSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { corpusDocuments, ownSpec } from "../helpers/corpus.ts";
import { generateDocument, generateFrom } from "../helpers/generate.ts";
import { readScenario } from "../helpers/scenario.ts";

// Templates print prettier's own form, and what they cannot foresee is formatted. Here prettier itself is the judge.

/** One file of so many is judged, where a document has hundreds. `SPECWRIGHT_JUDGE=all` judges every one. */
const SHARE = process.env["SPECWRIGHT_JUDGE"] === "all" ? 1 : 8;

/** Differences that reach the eye, at most so many of a file. */
const SHOWN = 6;

type Output = ReadonlyMap<string, string>;

async function judge(output: Output, share: number): Promise<string[]> {
  const sample = [...output].filter(([file]) => bucket(file) % share === 0);
  expect(sample.length).toBeGreaterThan(0);
  const differences: string[] = [];
  for (const [file, text] of sample) {
    const formatted = await format(text, { parser: "typescript", printWidth: 100 });
    if (formatted !== text) differences.push(`${file}\n${difference(text, formatted)}`);
  }
  return differences;
}

/** The same on every machine: FNV-1a of the file's name. */
function bucket(file: string): number {
  let hash = 0x811c9dc5;
  for (const character of file) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}

function difference(ours: string, theirs: string): string {
  const [left, right] = [ours.split("\n"), theirs.split("\n")];
  const from = left.findIndex((line, index) => line !== right[index]);
  const lines = (mark: string, text: readonly string[]): string[] =>
    text.slice(from, from + SHOWN).map((line) => `${mark} ${line}`);
  return [...lines("-", left), ...lines("+", right)].join("\n");
}

describe("prettier finds nothing to change in the output for", () => {
  it("spec/", async () => {
    expect(await judge(await generateDocument(ownSpec), 1)).toEqual([]);
  });

  const pages = join(import.meta.dirname, "../scenarios");
  for (const page of globSync("**/*.md", { cwd: pages }).sort()) {
    it(`the scenario ${page}`, async () => {
      const scenario = readScenario(join(pages, page));
      const { files } = await generateFrom(scenario.files, "openapi.yaml");
      expect(await judge(files, 1)).toEqual([]);
    });
  }
});

const corpus = corpusDocuments("judges/prettier");

describe.skipIf(corpus.length === 0)("prettier finds nothing to change in the output for", () => {
  for (const document of corpus) {
    it(`the document ${document.name}, one file of ${SHARE}`, async () => {
      expect((await judge(await generateDocument(document), SHARE)).slice(0, 30)).toEqual([]);
    });
  }
});

describe("the judge of form", () => {
  it("sees a line that prettier would break", async () => {
    const long = `export type A = ${Array.from({ length: 30 }, (_, index) => `"${index}"`).join(" | ")};\n`;
    expect(await judge(new Map([["a.ts", long]]), 1)).toHaveLength(1);
  });
});
