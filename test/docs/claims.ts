import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";

/** A row of a table that names a test for each thing it says. */
export interface Claim {
  readonly claim: string;
  /** Title of the test; in front of a group there is none. */
  readonly title: string;
  readonly path: string;
}

/** Rows of the tables below a heading of a README; the second column links to a test. */
export function claimsBelow(readme: string, heading: string): readonly Claim[] {
  const [, section = ""] = readFileSync(readme, "utf8").split(`## ${heading}\n`);
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

/** Fails unless the README names a test that is there. */
export function expectTest(readme: string, { title, path }: Claim): void {
  expect(path).toMatch(/\.test(?:-d)?\.ts$|\/scenarios\/.+\.md$/);
  const file = join(dirname(readme), path);
  expect(existsSync(file)).toBe(true);
  const text = readFileSync(file, "utf8");
  if (path.endsWith(".md")) return expect(text.split("\n")[0]).toBe(`# ${title}`);
  // A title stands whole, in whatever quotes, as an argument of its own.
  const quoted = ['"', "`", "'"].map((quote) => quote + title + quote);
  expect(quoted.some((one) => text.includes(one))).toBe(true);
  expect(text).toMatch(/\b(?:it|test)(?:\.\w+)*\(/);
}
