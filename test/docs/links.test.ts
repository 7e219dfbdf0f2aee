import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

// A link of ours leads to a file that is there, and to a heading that it has.

const root = join(import.meta.dirname, "../..");
const pages = globSync(
  ["*.md", "docs/*.md", "bench/*.md", "packages/*/README.md", "spec/*.md", "templates/*.md"],
  {
    cwd: root,
  },
);

interface Link {
  readonly target: string;
  readonly anchor: string | undefined;
}

function proseOf(page: string): string {
  return readFileSync(join(root, page), "utf8").replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, "");
}

function linksOf(page: string): readonly Link[] {
  const text = proseOf(page);
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = ""]) => {
    if (/^[a-z]+:/.test(link)) return [];
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? page : join(dirname(page), path);
    return [{ target, anchor: target.endsWith(".md") ? anchor : undefined }];
  });
}

/** As GitHub makes them of headings. */
function anchorsOf(page: string): readonly string[] {
  const text = proseOf(page);
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

it("there are pages", () => expect(pages.length).toBeGreaterThan(10));

it.each(pages)("%s", (page) => {
  const broken = linksOf(page).filter(
    ({ target, anchor }) =>
      !existsSync(join(root, target)) ||
      (anchor !== undefined && !anchorsOf(target).includes(anchor)),
  );
  expect(broken).toEqual([]);
});
