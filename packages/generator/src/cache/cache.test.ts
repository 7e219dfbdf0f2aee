import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GENERATED_HEADER } from "../output/header.ts";
import { cacheFolder } from "./cache-folder.ts";
import { changedOutputs, isFresh, listingHash, templatesHash } from "./freshness.ts";
import { hashText } from "./hash.ts";
import { isSelfContained } from "./is-self-contained.ts";
import { readRecord, recordPath, writeRecord } from "./run-record.ts";
import type { RunRecord } from "./run-record.ts";
import { toolchainHash } from "./toolchain.ts";

let root = "";
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "specwright-cache-")));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, text: string): void => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
};

function record(): RunRecord {
  put("spec.yaml", "spec");
  put("templates/a.hbs", "template");
  put("out/a.ts", GENERATED_HEADER);
  const place = { root, folders: ["out"], owned: ["out"], kept: [], extras: [] };
  return {
    format: 1,
    toolchain: "tools",
    config: "config",
    isSelfContained: true,
    inputs: { [join(root, "spec.yaml")]: hashText("spec") },
    templates: { [join(root, "templates")]: templatesHash(join(root, "templates")) },
    outputs: { "out/a.ts": hashText(GENERATED_HEADER) },
    place,
    listing: listingHash(place),
    findings: [],
  };
}

describe("isFresh", () => {
  it("holds as long as nothing changes", () => {
    expect(isFresh(record(), "tools")).toBe(true);
  });

  it.each<[string, () => void]>([
    ["an input changes", () => put("spec.yaml", "spek")],
    ["an input is gone", () => rmSync(join(root, "spec.yaml"))],
    ["an output changes", () => put("out/a.ts", `${GENERATED_HEADER}x`)],
    ["an output is gone", () => rmSync(join(root, "out/a.ts"))],
    ["a file appears among the outputs", () => put("out/deep/b.ts", "x")],
    ["a template changes", () => put("templates/a.hbs", "other")],
    ["a template appears", () => put("templates/deep/b.hbs", "x")],
    [
      "an interrupted run has left its work",
      () => put("out/.specwright-staging/journal.json", "{}"),
    ],
  ])("ends when %s", (_name, change) => {
    const kept = record();
    change();
    expect(isFresh(kept, "tools")).toBe(false);
  });

  it("ends when the program changes", () => {
    expect(isFresh(record(), "other tools")).toBe(false);
  });
});

describe("changedOutputs", () => {
  it("names what is no longer as it was printed", () => {
    const kept = record();
    expect(changedOutputs(kept)).toEqual([]);
    put("out/a.ts", "mine");
    expect(changedOutputs(kept)).toEqual(["out/a.ts"]);
  });
});

describe("writeRecord and readRecord", () => {
  it("give back what was kept", () => {
    const kept = record();
    const path = recordPath(join(root, "cache"), ["kind"]);
    writeRecord(path, kept);
    expect(readRecord(path)).toEqual(kept);
  });

  it.each([
    "",
    "{",
    "null",
    "1",
    "{}",
    '{"format":2}',
    '{"format":1}',
    '{"format":1,"inputs":null}',
  ])("take %j for no record", (text) => {
    put("r.json", text);
    expect(readRecord(join(root, "r.json"))).toBeUndefined();
  });

  it("do not mind a cache that cannot be written", () => {
    put("file", "");
    writeRecord(join(root, "file", "r.json"), record());
    expect(readRecord(join(root, "file", "r.json"))).toBeUndefined();
  });

  it("keep runs of different kinds apart", () => {
    expect(recordPath(root, ["a"])).not.toBe(recordPath(root, ["b"]));
  });
});

describe("cacheFolder", () => {
  it("lies in node_modules of the nearest package", () => {
    put("package.json", "{}");
    mkdirSync(join(root, "node_modules"));
    mkdirSync(join(root, "deep/er"), { recursive: true });
    const expected = join(root, "node_modules", ".cache", "specwright");
    expect(cacheFolder(join(root, "deep/er"), {})).toBe(expected);
  });

  it("is the user's own where no packages are installed", () => {
    put("package.json", "{}");
    const cache = join(root, "xdg");
    expect(cacheFolder(root, { XDG_CACHE_HOME: cache })).toBe(join(cache, "specwright"));
    expect(cacheFolder(root, { XDG_CACHE_HOME: "relative" })).toMatch(
      /[\\/]\.cache[\\/]specwright$/,
    );
    expect(cacheFolder(root, {})).toMatch(/[\\/]\.cache[\\/]specwright$/);
  });
});

describe("isSelfContained", () => {
  it.each([
    ["a.json", '{"process": 1}', true],
    ["a.ts", 'import type { Config } from "@specwright/generator";\nexport default {};', true],
    ["a.ts", "export default { input: 'a' };", true],
    ["a.ts", 'import { x } from "./x.ts";', false],
    ["a.ts", 'import "./x.ts";', false],
    ["a.ts", 'export { default } from "./x.ts";', false],
    ["a.ts", 'const x = await import("./x.ts");', false],
    ["a.js", 'const x = require("./x.js");', false],
    ["a.ts", "export default { input: process.env.INPUT };", false],
    ["a.ts", "export default { input: import.meta.dirname };", false],
  ])("of %s with %j is %j", (file, text, expected) => {
    expect(isSelfContained(file, text)).toBe(expected);
  });
});

describe("toolchainHash", () => {
  it("is the same in the same working copy", () => {
    expect(toolchainHash()).toBe(toolchainHash());
  });
});
