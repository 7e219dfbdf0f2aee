import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFileFromDisk } from "../../packages/generator/src/load/read-file.ts";
import { generateWith, ONE_FOLDER_WITH_README } from "../helpers/generate.ts";
import { updatesGolden } from "../helpers/golden.ts";

/** Whole small APIs: `<api>/spec/` and, file by file, `<api>/expected/`. */
const folder = import.meta.dirname;
const apis = globSync("*/spec/openapi.yaml", { cwd: folder }).map((file) => dirname(dirname(file)));

describe("golden APIs", () => {
  it("are found", () => expect(apis.length).toBeGreaterThan(0));

  for (const api of apis) {
    it(`${api}: every file is as expected`, async () => {
      const spec = join(folder, api, "spec/openapi.yaml");
      const { files, diagnostics } = await generateWith(readFileFromDisk, spec, ONE_FOLDER_WITH_README);
      expect(diagnostics).toEqual([]);
      const expected = join(folder, api, "expected");
      if (updatesGolden()) rewrite(expected, files);

      const onDisk = globSync("**/*.{ts,md}", { cwd: expected }).sort();
      expect([...files.keys()].sort()).toEqual(onDisk);
      for (const [file, text] of files) {
        expect(text, file).toBe(readFileSync(join(expected, file), "utf8"));
      }
    });
  }
});

function rewrite(expected: string, files: ReadonlyMap<string, string>): void {
  if (existsSync(expected)) rmSync(expected, { recursive: true });
  for (const [file, text] of files) {
    mkdirSync(dirname(join(expected, file)), { recursive: true });
    writeFileSync(join(expected, file), text);
  }
}
