import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { InternalError } from "../diagnostics/internal-error.ts";
import { GENERATED_HEADER, GENERATED_HEADER_MARKDOWN, isGenerated } from "./header.ts";
import { createOutputTree } from "./output-tree.ts";
import { placeOf } from "./place-of.ts";

const PLACE = {
  root: resolve("/p"),
  folders: ["src"],
  owned: ["src"],
  kept: [],
  extras: ["api.md"],
};
const TEXT = `${GENERATED_HEADER}\n`;

describe("createOutputTree", () => {
  it("sorts by path, by code units", () => {
    const files = ["src/b.ts", "src/a.ts", "src/B.ts", "api.md"].map(
      (path) => [path, TEXT] as const,
    );
    expect([...createOutputTree(PLACE, files).files.keys()]).toEqual([
      "api.md",
      "src/B.ts",
      "src/a.ts",
      "src/b.ts",
    ]);
  });

  it.each([
    "/etc/passwd",
    "../x.ts",
    "src/../../x.ts",
    "src/../x.ts",
    "src/./x.ts",
    "src//x.ts",
    "src/",
    "",
    "other/x.ts",
    "src.ts",
    "srcs/x.ts",
    "C:/x.ts",
    "src\\..\\..\\x.ts",
    "src/a\0b.ts",
  ])("refuses the path %j", (path) => {
    expect(() => createOutputTree(PLACE, [[path, TEXT]])).toThrow(InternalError);
  });

  it("refuses the same path twice", () => {
    expect(() =>
      createOutputTree(PLACE, [
        ["src/a.ts", TEXT],
        ["src/a.ts", TEXT],
      ]),
    ).toThrow(InternalError);
  });

  it("refuses a text without the header", () => {
    expect(() => createOutputTree(PLACE, [["src/a.ts", "export {};\n"]])).toThrow(InternalError);
  });
});

describe("isGenerated", () => {
  it.each([
    [GENERATED_HEADER, true],
    [`${GENERATED_HEADER}\nx`, true],
    [`${GENERATED_HEADER}\r\nx`, true],
    [`${GENERATED_HEADER_MARKDOWN}\n`, true],
    [`${GENERATED_HEADER} x`, false],
    [`\n${GENERATED_HEADER}`, false],
    ["", false],
  ])("of %j is %j", (text, expected) => {
    expect(isGenerated(text)).toBe(expected);
  });
});

describe("placeOf", () => {
  const part = { dir: "p/src", targets: { schemas: "schemas", client: "." }, surface: "p/api.md" };

  it("owns packages whole when all targets are printed", () => {
    expect(placeOf({ root: "/r", packages: [{ ...part, kept: [] }] })).toEqual({
      root: "/r",
      folders: ["p/src"],
      owned: ["p/src"],
      kept: [],
      extras: ["p/api.md"],
    });
  });

  it("owns the folders of the targets only, when some are left out", () => {
    const place = placeOf({ root: "/r", packages: [{ ...part, kept: ["validators"] }] });
    expect(place).toMatchObject({ owned: ["p/src/schemas", "p/src"], kept: ["p/src/validators"] });
  });
});
