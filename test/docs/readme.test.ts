import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

/** The TypeScript of the README must compile: a reader copies it. */
const root = join(import.meta.dirname, "../..");
const folder = join(root, "test/.tmp/readme");
const blocks = [
  ...readFileSync(join(root, "README.md"), "utf8").matchAll(/^```ts\n([\s\S]*?)^```$/gm),
];

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

describe("README.md", () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("has TypeScript to show", () => expect(blocks.length).toBeGreaterThan(4));

  it("shows only TypeScript that compiles", () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "surroundings.d.ts"), SURROUNDINGS);
    blocks.forEach(([, code = ""], index) => {
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
  extends: "../../tsconfig.json",
  compilerOptions: { noEmit: true },
  include: ["*.ts"],
};
