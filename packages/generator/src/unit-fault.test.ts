import { describe, expect, it } from "vitest";
import { unitFault } from "./unit-fault.ts";

const SOUND = { path: "a/b.ts", template: "routes/file", view: { a: [1, null] }, imports: [] };
const IMPORT = { from: "./a.js", values: ["a"], types: [] };

describe("unitFault", () => {
  it.each([
    SOUND,
    { ...SOUND, imports: [IMPORT] },
    { ...SOUND, path: "page.md" },
    { ...SOUND, path: "a-b/c.d/e_f.ts" },
  ])("finds nothing wrong with %j", (unit) => {
    expect(unitFault(unit)).toBeUndefined();
  });

  it.each([
    "../a.ts",
    "a/../../b.ts",
    "a/../b.ts",
    "./a.ts",
    "/etc/a.ts",
    "C:/a.ts",
    "C:a.ts",
    "a\\..\\b.ts",
    "a//b.ts",
    "a\0.ts",
    "",
    ".specwright-staging/a.ts",
    "a/.b.ts",
    "node_modules/a/index.ts",
    "a.json",
    "a",
    "a.ts/",
  ])("refuses the path %j", (path) => {
    expect(unitFault({ ...SOUND, path })).toMatch(/path/);
  });

  it.each<[unknown, RegExp]>([
    [null, /no object/],
    ["a.ts", /no object/],
    [{ ...SOUND, path: 1 }, /"path"/],
    [{ ...SOUND, template: undefined }, /"template"/],
    [{ ...SOUND, view: undefined }, /view is undefined/],
    [{ ...SOUND, imports: undefined }, /"imports" must be a list/],
    [{ ...SOUND, imports: [null] }, /from, values and types/],
    [{ ...SOUND, imports: [{ ...IMPORT, types: [1] }] }, /from, values and types/],
    [{ ...SOUND, path: "page.md", imports: [IMPORT] }, /Markdown has no imports/],
  ])("refuses %j", (unit, fault) => {
    expect(unitFault(unit)).toMatch(fault);
  });
});
