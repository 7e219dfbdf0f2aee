import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createOutputTree } from "../../packages/generator/src/output/output-tree.ts";
import { generateFrom } from "../helpers/generate.ts";
import { createImporter } from "./import-output.ts";
import { readShape, strangers, unite, type Shape } from "./output-shape.ts";
import { fieldsOf, poison } from "./poison.ts";
import { createRandom } from "./random.ts";

/** Poisoned documents to make of each clean one; thousands find more, and take their time. */
const ROUNDS = Number(process.env["SPECWRIGHT_FUZZ"] ?? 60);

/** Another seed is another walk through the same space. */
const SEED = Number(process.env["SPECWRIGHT_FUZZ_SEED"] ?? 1);

const clean = ["../specs/everything.yaml", "every-construct.yaml"].map((file) => ({
  name: file.replace(/^.*\//, ""),
  document: parse(readFileSync(join(import.meta.dirname, file), "utf8")),
}));

const PLACE = { root: "/out", folders: ["."], owned: ["."], kept: [], extras: [] };

const importer = createImporter();
afterAll(() => importer.close());

/** What clean output of all documents is made of. */
const known = (async (): Promise<Shape> => {
  const bare = { openapi: "3.1.0", info: { title: "Bare", version: "1" }, paths: {} };
  const documents = [...clean.map(({ document }) => document), bare];
  const outputs = await Promise.all(documents.map(filesOf));
  return unite(outputs.flatMap((files) => [...files].map(([file, text]) => readShape(file, text))));
})();

async function filesOf(document: unknown): Promise<ReadonlyMap<string, string>> {
  const texts = { "openapi.json": JSON.stringify(document) };
  const { files, diagnostics } = await generateFrom(texts, "/openapi.json");
  return diagnostics.some(({ severity }) => severity === "error") ? new Map() : files;
}

/** Everything about output that only code of the document's could have brought there. */
async function faultsOf(files: ReadonlyMap<string, string>): Promise<string[]> {
  if (files.size === 0) return [];
  createOutputTree(PLACE, files);
  const folded = new Set([...files.keys()].map((file) => file.toLowerCase()));
  const faults = folded.size < files.size ? ["two files differ by case alone"] : [];
  for (const [file, text] of files) {
    const shape = readShape(file, text);
    const found = [...shape.faults, ...strangers(shape, await known)];
    faults.push(...found.map((fault) => `${file}: ${fault}`));
  }
  return [...faults, ...(await importer.run(files))];
}

describe("a document with poison in its strings", () => {
  it.each(clean)("is $name, and harmless as it is", async ({ document }) => {
    const files = await filesOf(document);
    expect(files.size).toBeGreaterThan(0);
    expect(await faultsOf(files)).toEqual([]);
  });

  it("is found out when it does harm", async () => {
    const evil = "globalThis.__canary = 1;\nconst x = `${x}`; // \u202e\nexport {};\n";
    const { faults, ...shape } = readShape("evil.ts", evil);
    expect(faults).toHaveLength(1);
    expect(strangers(shape, await known)).toContain("free: globalThis");
    const done = await importer.run(new Map([["evil.ts", evil.replace("`${x}`", "1")]]));
    expect(done).toEqual(["the global __canary was set"]);
  });

  for (const { name, document } of clean) {
    it(
      `gives output of the same make, or an error: ${name}`,
      { timeout: 60_000 + ROUNDS * 1000 },
      async () => {
        const fields = fieldsOf(document);
        let printed = 0;
        const failures: unknown[] = [];
        for (let round = 0; round < ROUNDS; round += 1) {
          const poisoned = poison(document, fields, createRandom(SEED * 1_000_003 + round));
          const told = { round, steps: poisoned.steps.map((step) => step.slice(0, 300)) };
          try {
            const files = await filesOf(poisoned.document);
            if (files.size > 0) printed += 1;
            const faults = await faultsOf(files);
            if (faults.length > 0) failures.push({ ...told, faults });
          } catch (error) {
            failures.push({ ...told, error });
          }
        }
        expect(failures).toEqual([]);
        // Most poison stands in texts that may say anything: an error is no way out of it.
        expect(printed).toBeGreaterThan(ROUNDS / 3);
      },
    );
  }
});
