import { describe, expect, it } from "vitest";
import { readSources } from "./source-map.ts";

const YAML = `openapi: 3.1.0
paths:
  /a/b:
    get: { summary: one }
    post:
      tags:
        - x
        - y: 1
          z: 2
      text: |
        long
  "~": 'quoted' # comment
empty:
alias: &anchor
  inner: 1
other: *anchor
`;

const JSON_TEXT = `{
  "openapi": "3.1.0",
  "paths": {"/a/b": {"get": {"summary": "one"}},
    "~": [1, {"x": true}]
  },
  "twice": 1, "twice": "last"
}
`;

async function locate(file: string, text: string, pointer: string, key = false) {
  const place = { file, pointer, ...(key && { key }) };
  const sources = await readSources(() => text, [place]);
  const location = sources.locate(place);
  const line = location && sources.line(file, location.line);
  return location && line?.slice(location.column - 1, location.column - 1 + location.length);
}

describe("readSources", () => {
  it.each([
    ["/openapi", "3.1.0"],
    ["/paths", "paths"],
    ["/paths/~1a~1b", "/a/b"],
    ["/paths/~1a~1b/get", "{ summary: one }"],
    ["/paths/~1a~1b/get/summary", "one"],
    ["/paths/~1a~1b/post/tags/0", "x"],
    ["/paths/~1a~1b/post/tags/1", "y: 1"],
    ["/paths/~1a~1b/post/tags/1/z", "2"],
    ["/paths/~1a~1b/post/text", "text"],
    ["/paths/~0", "'quoted'"],
    ["/other/inner", "1"],
    ["/paths/~1a~1b/nowhere/at/all", "/a/b"],
    ["", "openapi: 3.1.0"],
  ])("finds %s in YAML at %j", async (pointer, found) => {
    expect(await locate("a.yaml", YAML, pointer)).toBe(found);
  });

  it.each([
    ["/a/one", "1"],
    ["/b/one", "1"],
    ["/b/two", "2"],
    ["/c/one", "3"],
    ["/c/two", "2"],
    ["/c/gone", "c"],
  ])("finds %s through merge keys at %j", async (pointer, found) => {
    const text =
      "a: &a { <<: *a, one: 1 }\nb: &b\n  <<: [*a, { two: 2 }]\nc:\n  <<: *b\n  one: 3\n";
    expect(await locate("a.yaml", text, pointer)).toBe(found);
  });

  it.each([
    ["/openapi", '"3.1.0"'],
    ["/paths/~1a~1b/get/summary", '"one"'],
    ["/paths/~1a~1b/get", '{"summary": "one"}'],
    ["/paths/~0/1/x", "true"],
    ["/paths", '"paths"'],
    ["/twice", '"last"'],
    ["/paths/gone", '"paths"'],
    ["", "{"],
  ])("finds %s in JSON at %j", async (pointer, found) => {
    expect(await locate("a.json", JSON_TEXT, pointer)).toBe(found);
  });

  it("finds the key when the key is meant", async () => {
    expect(await locate("a.yaml", YAML, "/paths/~0", true)).toBe('"~"');
    expect(await locate("a.json", JSON_TEXT, "/openapi", true)).toBe('"openapi"');
  });

  it("counts lines alike with every line end", async () => {
    const place = { file: "a.yaml", pointer: "/b" };
    const sources = await readSources(() => "a: 1\r\nb: two\r\n", [place]);
    expect(sources.locate(place)).toEqual({ file: "a.yaml", line: 2, column: 4, length: 3 });
    expect(sources.line("a.yaml", 2)).toBe("b: two");
  });

  it("knows nothing of files without a text", async () => {
    const place = { file: "gone.yaml", pointer: "" };
    const sources = await readSources(() => undefined, [place]);
    expect(sources.locate(place)).toBeUndefined();
  });
});
