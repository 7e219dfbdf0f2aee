import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { FileRead, ReadFile } from "./read-file.ts";
import { readSpec } from "./read-spec.ts";

const CWD = resolve("/project");

/** A disk in memory. A value that starts with `->` is a link to another path. */
function diskOf(files: Readonly<Record<string, string | FileRead>>) {
  const reads: string[] = [];
  const readFile: ReadFile = (path, isAllowed) => {
    const key = path.slice(CWD.length + 1).replaceAll("\\", "/");
    const file = files[key];
    if (file === undefined) return { kind: "missing" };
    const isLink = typeof file === "string" && file.startsWith("->");
    if (!isAllowed(isLink ? resolve(CWD, file.slice(2)) : path)) return { kind: "outside" };
    reads.push(key);
    return typeof file === "string" ? { kind: "text", text: file } : file;
  };
  return { readFile, reads };
}

async function read(
  files: Readonly<Record<string, string | FileRead>>,
  path = "spec/openapi.yaml",
) {
  const reported: Diagnostic[] = [];
  const { readFile, reads } = diskOf(files);
  const spec = await readSpec({ path, cwd: CWD }, readFile, (one) => reported.push(one));
  return { spec, reads, reported, codes: reported.map(({ code }) => code) };
}

const entry = (ref: string): string =>
  `openapi: 3.1.0\npaths:\n  /a:\n    $ref: ${JSON.stringify(ref)}\n`;

describe("readSpec", () => {
  it("reads every file that references reach, each once", async () => {
    const { spec, reads, codes } = await read({
      "spec/openapi.yaml": `${entry("./paths/a.yaml#/x")}  /b:\n    $ref: 'paths/../paths/a.yaml#/y'\n`,
      "spec/paths/a.yaml": "x:\n  $ref: ../shared.json#/z\ny: { $ref: '../openapi.yaml#/paths' }\n",
      "spec/shared.json": '{"z": {"$ref": "#/w"}}',
      "spec/unused.yaml": "a: 1",
    });
    expect(codes).toEqual([]);
    expect(reads).toEqual(["spec/openapi.yaml", "spec/paths/a.yaml", "spec/shared.json"]);
    expect(spec?.entry).toBe("spec/openapi.yaml");
    expect([...(spec?.files.keys() ?? [])]).toEqual(reads);
    expect(spec?.links.get("spec/paths/a.yaml")?.get("../shared.json")).toEqual({
      file: "spec/shared.json",
    });
  });

  it("decodes what a URI has to encode", async () => {
    const { codes } = await read({
      "spec/openapi.yaml": entry("a%20b.yaml"),
      "spec/a b.yaml": "x: 1",
    });
    expect(codes).toEqual([]);
  });

  it.each([
    ["../secret.yaml", "outside-folder"],
    ["a/../../secret.yaml", "outside-folder"],
    ["%2e%2e/secret.yaml", "outside-folder"],
    ["/etc/passwd", "outside-folder"],
    ["link.yaml", "outside-folder"],
    ["a%00b.yaml", "outside-folder"],
    ["https://example.com/a.yaml", "remote-ref"],
    ["HTTP://example.com/a.yaml#/x", "remote-ref"],
    ["//example.com/a.yaml", "remote-ref"],
    ["file:///etc/passwd", "remote-ref"],
    ["gone.yaml", "file-not-found"],
    ["folder.yaml", "file-unreadable"],
    ["large.yaml", "file-too-large"],
  ])("refuses %s as %s, at the reference", async (ref, code) => {
    const { spec, reported, reads } = await read({
      "spec/openapi.yaml": entry(ref),
      "secret.yaml": "a: 1",
      "spec/link.yaml": "->secret.yaml",
      "spec/folder.yaml": { kind: "unreadable", reason: "it is not a regular file" },
      "spec/large.yaml": { kind: "too-large" },
    });
    const at = { file: "spec/openapi.yaml", pointer: "/paths/~1a/$ref" };
    expect(reported).toMatchObject([{ code, severity: "error", at }]);
    expect(reads).not.toContain("secret.yaml");
    expect(spec?.links.get("spec/openapi.yaml")?.get(ref.split("#")[0] ?? "")).toBe("refused");
  });

  it("goes on to the next file when one is broken", async () => {
    const { codes, spec } = await read({
      "spec/openapi.yaml": `${entry("a.yaml")}  /b: { $ref: b.yaml }\n`,
      "spec/a.yaml": "a: [",
      "spec/b.yaml": "{} }",
    });
    expect(codes).toEqual(["invalid-syntax", "invalid-syntax"]);
    expect([...(spec?.files.keys() ?? [])]).toEqual(["spec/openapi.yaml"]);
  });

  it.each([
    ["an example", "components: { schemas: { A: { example: { $ref: gone.yaml } } } }"],
    ["a default", "components: { schemas: { A: { default: { $ref: gone.yaml } } } }"],
    ["an enum", "components: { schemas: { A: { enum: [{ $ref: gone.yaml }] } } }"],
    ["the value of an Example Object", "x: { examples: { one: { value: { $ref: gone.yaml } } } }"],
    ["an extension", "x-own: { $ref: gone.yaml }"],
    ["a property of that name", "components: { schemas: { A: { properties: { $ref: {} } } } }"],
    ["a mapping to a name", "x: { discriminator: { mapping: { a: some.name } } }"],
  ])("takes %s for no reference", async (_name, text) => {
    expect((await read({ "spec/openapi.yaml": `openapi: 3.1.0\n${text}` })).codes).toEqual([]);
  });

  it.each([
    ["a schema named example", "components: { schemas: { example: { $ref: a.yaml } } }"],
    ["an Example Object", "x: { examples: { one: { $ref: a.yaml } } }"],
    ["a mapping", "x: { discriminator: { mapping: { a: ./a.yaml } } }"],
    ["a key in quotes", 'x: { "$ref" : "a.yaml" }'],
  ])("follows the reference of %s", async (_name, text) => {
    const files = { "spec/openapi.yaml": `openapi: 3.1.0\n${text}`, "spec/a.yaml": "a: 1" };
    expect((await read(files)).reads).toContain("spec/a.yaml");
  });

  it.each([
    [{}, "input-not-found"],
    [{ "spec/openapi.yaml": "- a\n" }, "not-an-object"],
    [{ "spec/openapi.yaml": "" }, "empty-file"],
    [{ "spec/openapi.yaml": { kind: "too-large" } as const }, "file-too-large"],
    [
      { "spec/openapi.yaml": { kind: "unreadable", reason: "EACCES" } as const },
      "input-unreadable",
    ],
  ])("cannot go on with %j: %s", async (files, code) => {
    const { spec, codes } = await read(files);
    expect(spec).toBeUndefined();
    expect(codes).toEqual([code]);
  });
});
