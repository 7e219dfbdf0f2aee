import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

/** The TypeScript of README and docs must compile: a reader copies it. */
const root = join(import.meta.dirname, "../..");
const pages = ["README.md", "docs/client.md", "docs/server.md", "docs/specs.md"];

function snippetsOf(page: string): readonly string[] {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);
}

/** What a snippet takes from the page around it. */
const SURROUNDINGS = `
declare const payments: import("@specwright/generated-client").PaymentsClient;
declare const controller: AbortController;
declare const value: unknown;
// What another API has.
type Describes<Input, Output> = import("@specwright/runtime").OperationDescriptor<Input, Output>;
declare const chats: import("@specwright/runtime").Transport;
declare const followChat: Describes<{ chat: string }, AsyncIterable<{ readonly data: string }>>;
`;

describe.each(pages)("%s", (page) => {
  const folder = join(root, "test/.tmp/docs", page.replaceAll(/\W/g, "-"));
  const snippets = snippetsOf(page);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("has TypeScript to show", () => expect(snippets.length).toBeGreaterThan(2));

  it("shows only TypeScript that compiles", () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "surroundings.d.ts"), SURROUNDINGS);
    snippets.forEach((code, index) => {
      writeFileSync(join(folder, `snippet-${index}.ts`), `${code}\nexport {};\n`);
    });
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(CONFIG));
    const manifest = createRequire(import.meta.url).resolve("typescript-7/package.json");
    const tsc = join(dirname(manifest), "bin/tsc");
    let output = "";
    try {
      execFileSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
    } catch (error) {
      output = String(Object(error).stdout);
    }
    expect(output).toBe("");
  });
});

const CONFIG = {
  extends: "../../../tsconfig.json",
  compilerOptions: { noEmit: true },
  include: ["*.ts"],
};
