import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpusSuite } from "../helpers/corpus.ts";
import { runCommand, temporaryFolder } from "../helpers/command.ts";

// The documents with which the standard tries its own schemas: what it takes we take, what it refuses we refuse.

const folder = corpusSuite("standard-documents.test.ts", "openapi");
const documents = (kind: "pass" | "fail"): string[] =>
  folder === undefined ? [] : globSync(`*/${kind}/*.yaml`, { cwd: folder }).sort();

async function run(command: "generate" | "lint", document: string) {
  const path = join(folder ?? "", document);
  const file = path.slice(dirname(path).length + 1);
  const output = join(temporaryFolder(), "out");
  const line = command === "lint" ? [] : ["--output", output, "--no-cache"];
  return runCommand([command, "--input", file, ...line], dirname(path));
}

describe.skipIf(folder === undefined)("a document of the standard's own", () => {
  it("is there in number", () => {
    expect(documents("pass").length).toBeGreaterThan(60);
    expect(documents("fail").length).toBeGreaterThan(30);
  });

  it.each(documents("pass"))("passes: %s", async (document) => {
    const { code, stderr } = await run("generate", document);
    expect(stderr).not.toMatch(/ error [a-z-]+$/m);
    expect(code).toBe(0);
  });

  it.each(documents("fail"))("is refused with a place: %s", async (document) => {
    for (const command of ["generate", "lint"] as const) {
      const { code, stderr } = await run(command, document);
      expect(stderr).toMatch(/^[\w-]+\.yaml:\d+:\d+ error [a-z-]+$/m);
      expect(code).toBe(2);
    }
  });
});
