import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { corpusDocuments, ownSpec, type CorpusDocument } from "../helpers/corpus.ts";
import { generateDocument, generateFrom } from "../helpers/generate.ts";
import { compile, type Compiler } from "../helpers/tsc.ts";
import { readScenario } from "../helpers/scenario.ts";
import { lay, workbench } from "../helpers/workbench.ts";
import { counters, evasions, exportedNames, wordsOf } from "./declared-text.ts";

// Whole output, the runtime's source with it, in an empty folder: nothing installed, every strictness on.

type Output = ReadonlyMap<string, string>;

function laid(output: Output): string {
  const folder = workbench("typescript");
  lay(folder, output);
  return folder;
}

/** Generated from the spec: the runtime's source is linted where it is written. */
function generatedFiles(output: Output): [file: string, text: string][] {
  return [...output].filter((entry) => !isOfRuntime(entry));
}

function isOfRuntime([file]: readonly [file: string, text: string]): boolean {
  return file.startsWith("runtime/");
}

function evasionsIn(output: Output): string[] {
  return generatedFiles(output).flatMap(([file, text]) =>
    evasions(text).map((found) => `${file}:${found.line} ${found.text}`),
  );
}

function countersIn(output: Output, document: Pick<CorpusDocument, "path">): string[] {
  const names = generatedFiles(output).flatMap(([, text]) => exportedNames(text));
  return counters([...new Set(names)], specWords(document));
}

function specWords({ path }: Pick<CorpusDocument, "path">): string {
  const isSplit = /digitalocean|spec\/openapi\.yaml/.test(path);
  const files = isSplit
    ? globSync("**/*.{yaml,yml}", { cwd: dirname(path) }).map((file) => join(dirname(path), file))
    : [path];
  return wordsOf(files.map((file) => readFileSync(file, "utf8")).join("\n"));
}

describe("the output for spec/", () => {
  let output: Output;
  beforeAll(async () => {
    output = await generateDocument(ownSpec, "inline");
  });

  const compilers: readonly (readonly [Compiler, "nodenext" | "bundler"])[] = [
    ["typescript", "nodenext"],
    ["typescript-6", "nodenext"],
    ["typescript-7", "nodenext"],
    ["typescript-7", "bundler"],
  ];
  for (const [compiler, module] of compilers) {
    it(`satisfies ${compiler} with module ${module}`, async () => {
      expect(await compile(laid(output), compiler, { module })).toEqual([]);
    });
  }

  it("would not satisfy with a wrong file beside it", async () => {
    const wrong = new Map([["wrong.ts", 'export const wrong: number = "text";\n']]);
    const messages = await compile(laid(new Map([...output, ...wrong])), "typescript-7");
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^wrong\.ts\(1,14\): error TS2322/);
  });

  it("has no any, no assertion and no silenced error", () => {
    expect(evasionsIn(output)).toEqual([]);
  });

  it("breaks no tie between names by counting", () => {
    expect(countersIn(output, ownSpec)).toEqual([]);
  });
});

describe("the output of every scenario", () => {
  it("satisfies typescript-7", async () => {
    const folder = workbench("scenarios");
    lay(folder, new Map([...(await generateDocument(ownSpec, "inline"))].filter(isOfRuntime)));
    const pages = join(import.meta.dirname, "../scenarios");
    for (const page of globSync("**/*.md", { cwd: pages })) {
      const scenario = readScenario(join(pages, page));
      const { files } = await generateFrom(scenario.files, "openapi.yaml");
      lay(join(folder, page.replaceAll(/\W/g, "-")), files);
    }
    const paths = {
      "@specwright/runtime": ["./runtime/index.ts"],
      "@specwright/runtime/*": ["./runtime/*/index.ts"],
    };
    expect(await compile(folder, "typescript-7", { options: { paths } })).toEqual([]);
  });
});

const corpus = corpusDocuments("judges/typescript");

describe.skipIf(corpus.length === 0)("the output for the document", () => {
  for (const document of corpus) {
    it(`${document.name} satisfies TypeScript 7 and evades nothing`, async () => {
      const output = await generateDocument(document, "inline");
      const messages = await compile(laid(output), "typescript-7");
      expect(messages).toEqual([]);
      expect(evasionsIn(output)).toEqual([]);
      expect(countersIn(output, document)).toEqual([]);
    });
  }
});

describe("the judge of texts", () => {
  it.each([
    ["an any", "export type A = any;"],
    ["a cast", "export const a = b as string;"],
    ["a non-null assertion", "export const a = b!;"],
    ["a silenced error", "// @ts-ignore\nexport {};"],
  ])("finds %s", (_, text) => {
    expect(evasions(text)).toHaveLength(1);
  });

  it("lets `as const` and the word any in prose pass", () => {
    expect(evasions('/** any */\nexport const any = ["any"] as const;')).toEqual([]);
  });

  it("finds a number that the spec does not have", () => {
    const words = wordsOf("components: { schemas: { address_line_1: {}, Coupon: {} } }");
    expect(counters(["AddressLine1", "Coupon2", "CouponResponse404"], words)).toEqual(["Coupon2"]);
  });
});
