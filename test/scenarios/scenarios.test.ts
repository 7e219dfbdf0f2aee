import { globSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { updatesGolden } from "../helpers/golden.ts";
import { playScenario, readScenario, rewriteScenario } from "../helpers/scenario.ts";

const folder = import.meta.dirname;
const pages = globSync("**/*.md", { cwd: folder }).sort();

describe("scenarios", () => {
  it("are found", () => expect(pages.length).toBeGreaterThan(0));

  for (const page of pages) {
    const scenario = readScenario(join(folder, page));
    it(`${page}: ${scenario.title}`, async () => {
      const { actual, errors } = await playScenario(scenario);
      expect(errors).toEqual([]);
      if (updatesGolden()) return rewriteScenario(join(folder, page), actual);
      expect(scenario.expectations.length).toBeGreaterThan(0);
      scenario.expectations.forEach(({ info, text }, index) => {
        expect(actual[index], info).toBe(text);
      });
    });
  }
});
