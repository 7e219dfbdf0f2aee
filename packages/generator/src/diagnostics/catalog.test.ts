import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CATALOG } from "./catalog.ts";

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

  it("has codes in kebab-case", () => {
    expect([...CATALOG.keys()].filter((code) => !/^[a-z]+(?:-[a-z]+)*$/.test(code))).toEqual([]);
  });
});
