import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { findConfig } from "./find-config.ts";
import { loadConfig } from "./load-config.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "specwright-config-")));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

async function load(file: string) {
  const reported: Diagnostic[] = [];
  const config = await loadConfig(file, (one) => reported.push(one));
  return { config, reported };
}

const TEXT = '{ "input": "a.yaml", "packages": [{ "dir": ".", "targets": { "schemas": "." } }] }';

describe("loadConfig", () => {
  it.each([
    ["a.json", TEXT],
    ["a.mjs", `export default ${TEXT};`],
  ])("loads %s", async (name, text) => {
    const { config, reported } = await load(write(name, text));
    expect(reported).toEqual([]);
    expect(config).toEqual({ config: JSON.parse(TEXT), extensions: [] });
  });

  it.each([
    ["broken.json", "{", "config-unreadable"],
    ["throws.mjs", 'throw new Error("no luck\\nsecond line");', "config-unreadable"],
    ["nothing.mjs", "export const config = {};", "config-without-export"],
    ["number.json", "1", "config-without-export"],
    ["wrong.json", '{ "input": 1 }', "wrong-config-value"],
  ])("refuses %s with %j as %s", async (name, text, code) => {
    const { config, reported } = await load(write(name, text));
    expect(config).toBeUndefined();
    expect(reported[0]).toMatchObject({ code, severity: "error" });
    expect(reported[0]?.message).not.toContain("\n");
  });
});

describe("findConfig", () => {
  it("prefers TypeScript", () => {
    expect(findConfig(folder)).toBeUndefined();
    const json = write("specwright.config.json", TEXT);
    expect(findConfig(folder)).toBe(json);
    const ts = write("specwright.config.ts", "export default {}");
    expect(findConfig(folder)).toBe(ts);
  });
});
