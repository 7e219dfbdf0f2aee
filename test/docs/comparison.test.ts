import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** What the README of the runtime claims, each beside the test that shows it. */
const home = join(import.meta.dirname, "../../packages/runtime");
const readme = readFileSync(join(home, "README.md"), "utf8");

interface Row {
  readonly claim: string;
  /** Title of the test; in front of a group there is none. */
  readonly title: string;
  readonly path: string;
}

function rowsBelow(heading: string): readonly Row[] {
  const [, section = ""] = readme.split(`## ${heading}\n`);
  return (section.split("\n## ")[0] ?? "")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2)
    .map((line) => line.split(" | "))
    .filter(([first = ""]) => !first.startsWith("| **"))
    .map(([claim = "", test = ""]) => {
      const [, title = "", path = ""] = /\[(.+)\]\((.+?)\)/.exec(test) ?? [];
      return { claim: claim.replace("| ", "").trim(), title, path };
    });
}

describe.each(["Feature by feature", "What never happens"])("the table %s", (heading) => {
  const rows = rowsBelow(heading);

  it("has rows", () => expect(rows.length).toBeGreaterThan(9));

  it.each(rows)("names a test that is there: $claim", ({ title, path }) => {
    expect(path).toMatch(/\.test(?:-d)?\.ts$|\/scenarios\/.+\.md$/);
    expect(existsSync(join(home, path))).toBe(true);
    const text = readFileSync(join(home, path), "utf8");
    if (path.endsWith(".md")) return expect(text.split("\n")[0]).toBe(`# ${title}`);
    // A title stands whole, in whatever quotes, as an argument of its own.
    const quoted = ['"', "`", "'"].map((quote) => quote + title + quote);
    expect(quoted.some((one) => text.includes(one))).toBe(true);
    expect(text).toMatch(/\b(?:it|test)(?:\.\w+)*\(/);
  });
});
