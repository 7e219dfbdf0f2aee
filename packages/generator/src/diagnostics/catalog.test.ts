import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CATALOG, CATALOG_GROUPS } from "./catalog.ts";
import { REMEDIES } from "./remedies/index.ts";

const FOLDER = join(import.meta.dirname, "catalog");

const CODES = readdirSync(FOLDER).flatMap((file) =>
  [...readFileSync(join(FOLDER, file), "utf8").matchAll(/code: "([^"]*)"/g)].map(
    ([, code = ""]) => code,
  ),
);

describe("CATALOG", () => {
  it("explains every code that a message can have, and no other", () => {
    expect(new Set(CATALOG.keys())).toEqual(new Set(CODES));
  });

  it("has a way out and an example for every code, and for no other", () => {
    expect(new Set(REMEDIES.keys())).toEqual(new Set(CODES));
    const empty = [...REMEDIES].filter(([, { fix, example }]) => fix === "" || example === "");
    expect(empty).toEqual([]);
  });

  it("has every code in one group", () => {
    const grouped = CATALOG_GROUPS.flatMap(({ codes }) => Object.keys(codes));
    expect(grouped.sort()).toEqual([...CATALOG.keys()].sort());
  });

  it("has codes in kebab-case", () => {
    expect([...CATALOG.keys()].filter((code) => !/^[a-z]+(?:-[a-z]+)*$/.test(code))).toEqual([]);
  });
});
