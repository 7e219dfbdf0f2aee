import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFileFromDisk } from "../../packages/generator/src/load/read-file.ts";
import { corpusDocuments, ownSpec } from "../helpers/corpus.ts";
import { generateFrom, generateWith, ONE_FOLDER_WITH_README } from "../helpers/generate.ts";
import { compile } from "../helpers/tsc.ts";
import { lay, workbench } from "../helpers/workbench.ts";

// The TypeScript of generated READMEs must compile: a reader copies it.

const WITH_README = { ...ONE_FOLDER_WITH_README, runtime: "inline" } as const;

const bookshop = join(import.meta.dirname, "../golden/bookshop/spec/openapi.yaml");

/** What later snippets take from the first one. */
function surroundings(readme: string): string {
  const [, name = ""] = /const client = new (\w+)\(/.exec(readme) ?? [];
  return `declare const client: import("./index.js").${name};\n`;
}

function snippets(readme: string): string[] {
  return [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);
}

async function faults(path: string): Promise<readonly string[]> {
  const folder = workbench("readme");
  const { files } = await generateWith(readFileFromDisk, path, WITH_README);
  lay(folder, files);
  const readme = files.get("README.md") ?? "";
  const codes = snippets(readme);
  expect(codes.length).toBeGreaterThan(1);
  lay(folder, new Map(codes.map((code, at) => [`snippet-${at}.ts`, `${code}\nexport {};\n`])));
  lay(folder, new Map([["surroundings.d.ts", surroundings(readme)]]));
  const include = ["surroundings.d.ts", "snippet-*.ts"];
  const options = {
    types: ["node"],
    typeRoots: [join(import.meta.dirname, "../../node_modules/@types")],
  };
  return compile(folder, "typescript-7", { include, options });
}

describe("a generated README", () => {
  it.each([
    { name: "the bookshop", path: bookshop },
    { name: "spec/", path: ownSpec.path },
    ...corpusDocuments("generated-readme.test.ts", ["figma", "openai", "twilio"]),
  ])("shows only TypeScript that compiles, for $name", async ({ path }) => {
    expect(await faults(path)).toEqual([]);
  });

  it("shows texts of the document as texts", async () => {
    const spec = `openapi: 3.1.0
info:
  title: "# [Shop](javascript:alert(1)) <script>alert(1)</script>"
  description: "![x](https://a.example/pixel) <img src=x> \\u202e"
  version: "1"
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: K, description: "a | b <b>" }
paths:
  /things/{id}:
    get:
      operationId: things.retrieve
      parameters: [{ name: id, in: path, required: true, schema: { enum: ["\\n~~~\\n# out"] } }]
      responses: { "200": { description: Done, content: { application/json: { schema: {} } } } }
`;
    const { files } = await generateFrom(
      { "openapi.yaml": spec },
      "openapi.yaml",
      ONE_FOLDER_WITH_README,
    );
    const readme = files.get("README.md") ?? "";
    expect(readme).toContain("things.retrieve(");
    const prose = readme.replace(/^```ts\n[\s\S]*?^```$/gm, "");
    expect(prose).not.toMatch(/(?<!\\)\]\(|(?<!\\)<(?!!--)|\u202e|^# out/m);
    expect(readme.match(/^```/gm)?.length).toBe((readme.match(/^```ts$/gm)?.length ?? 0) * 2);
  });
});
