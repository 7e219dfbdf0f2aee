import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** What the README of the runtime claims, each beside the test that shows it. */
const home = join(import.meta.dirname, "../../packages/runtime");
const readme = readFileSync(join(home, "README.md"), "utf8");
const rows = readme
  .slice(readme.indexOf("## Feature by feature"))
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .slice(2)
  .map((line) => {
    const [, claim = "", test = ""] = line.split("|");
    return { claim: claim.trim(), test: /\]\((.+)\)/.exec(test)?.[1] ?? "" };
  });

describe("the table of features", () => {
  it("has rows", () => expect(rows.length).toBeGreaterThan(15));

  it.each(rows)("names a test that is there: $claim", ({ test }) => {
    expect(test).toMatch(/\.test(?:-d)?\.ts$/);
    expect(existsSync(join(home, test))).toBe(true);
    expect(readFileSync(join(home, test), "utf8")).toMatch(/\b(?:it|test)(?:\.\w+)*\(/);
  });
});
