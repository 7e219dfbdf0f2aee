import { describe, expect, it } from "vitest";
import { generateFrom, ONE_FOLDER_WITH_README } from "../helpers/generate.ts";
import { PAYLOADS } from "./payloads.ts";

// A README is read by browsers: texts of a document must stay texts in it, and take no more room than theirs.

const MARKDOWN = [
  "[x](javascript:alert(1))",
  "![x](https://a.example/pixel)",
  "[x]: javascript:alert(1)",
  "[x][y]",
  "<javascript:alert(1)>",
  "https://a.example www.a.example ada@a.example",
  "x\n\n# heading\n\n| a | b |",
  "x\n===",
  "- [ ] x",
  "1) x",
  "> x",
  "***x***",
  "\\[x\\](javascript:alert(1))",
  "a \\| b \\\\| c",
  "x | [y](javascript:alert(1)) |",
  "&#91;x&#93;(javascript:alert(1))",
  "$x$ ~~y~~ :z: #1 @z",
];

function documentWith(text: string): string {
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: text, description: text, version: "1" },
    servers: [{ url: "https://a.example/{x}", variables: { x: { default: text } } }],
    security: [{ key: [] }],
    components: {
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "K", description: text, "x-specwright": {} },
      },
    },
    "x-specwright": { name: "Shop" },
    paths: {
      "/things/{id}": {
        post: {
          operationId: "things.create",
          parameters: [
            { name: "id", in: "path", required: true, schema: { const: text } },
            {
              name: "X-Shop",
              in: "header",
              description: text,
              schema: { type: "string" },
              "x-specwright": { option: "shop" },
            },
          ],
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  required: ["a", text],
                  properties: { a: { enum: [text] }, [text]: { type: "string" } },
                },
              },
            },
          },
          responses: {
            "200": { description: text, content: { "application/json": { schema: {} } } },
          },
        },
      },
    },
  });
}

/** What Markdown makes of each line outside of code: heading, row with its columns, text. */
function shapeOf(readme: string): string[] {
  const prose = readme.replace(/^```ts\n[\s\S]*?^```$/gm, "code");
  return prose.split("\n").map((line) => {
    // Code first where it begins first: a backslash in it escapes nothing.
    const bare = line.replace(/\\[\s\S]|`[^`]*`/g, "");
    if (/[<>[\]`]|:\/\/|www\./.test(bare.replace(/^<!-- Generated .* -->$/, ""))) return `!${line}`;
    const heading = /^#+ /.exec(line)?.[0];
    if (heading !== undefined) return heading;
    // GitHub parts columns before it looks for code.
    const columns = line.replace(/\\[\s\S]/g, "").split("|").length;
    return line.startsWith("|") ? `${columns} columns` : line === "" ? "" : "text";
  });
}

async function readmeOf(text: string): Promise<string> {
  const texts = { "openapi.json": documentWith(text) };
  const { files } = await generateFrom(texts, "openapi.json", ONE_FOLDER_WITH_README);
  return files.get("README.md") ?? "";
}

describe("a generated README", () => {
  it("has the same shape whatever a document says", async () => {
    const expected = shapeOf(await readmeOf("plain"));
    // A description of nothing but what is not seen has no paragraph.
    const blank = shapeOf(await readmeOf(" ")).join("\n");
    expect(expected.length).toBeGreaterThan(50);
    expect(expected.filter((line) => line.startsWith("!"))).toEqual([]);
    const strange: string[] = [];
    for (const text of [...MARKDOWN, ...PAYLOADS]) {
      const readme = await readmeOf(text);
      const shape = shapeOf(readme);
      const isSame = [expected.join("\n"), blank].includes(shape.join("\n"));
      const at = shape.findIndex((line, index) => line !== expected[index]);
      const fault = at < 0 ? "shorter" : `"${shape[at]}" for "${expected[at]}"`;
      // The whole of it: what is strange once is not strange again for whoever looks.
      if (!isSame) strange.push(`${JSON.stringify(text)}: line ${at}, ${fault}, in\n${readme}`);
    }
    expect(strange).toEqual([]);
  });
});
