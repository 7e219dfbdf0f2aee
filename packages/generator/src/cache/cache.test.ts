import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GENERATED_HEADER } from "../output/header.ts";
import { cacheFolder } from "./cache-folder.ts";
import { fileStates } from "./file-state.ts";
import { changedOutputs, refresh } from "./freshness.ts";
import { hashText } from "./hash.ts";
import { isClosed } from "./is-closed.ts";
import { isSelfContained } from "./is-self-contained.ts";
import { readRecord, runKind, writeRecord } from "./run-record.ts";
import type { RunRecord } from "./run-record.ts";
import { templatesHash, toolchainStamp } from "./toolchain.ts";

let root = "";
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "specwright-cache-")));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, text: string): void => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
};

/** @param began Default: long ago, so that every file is hashed. */
function record(began = 0): RunRecord {
  put("spec.yaml", "spec");
  put("templates/a.hbs", "template");
  put("out/a.ts", GENERATED_HEADER);
  const place = { root, folders: ["out"], owned: ["out"], kept: [], extras: [] };
  return {
    format: 3,
    kind: "kind",
    began,
    toolchain: "tools",
    config: "config",
    configFile: null,
    isSelfContained: true,
    inputs: fileStates([[join(root, "spec.yaml"), hashText("spec")]]),
    templates: { [join(root, "templates")]: templatesHash(join(root, "templates")) },
    outputs: fileStates([[join(root, "out/a.ts"), hashText(GENERATED_HEADER)]]),
    place,
    listing: ["out/a.ts"],
    findings: [],
    speech: { reporter: "pretty", quiet: false },
  };
}

describe("refresh", () => {
  it("holds as long as nothing changes", () => {
    const kept = record();
    expect(refresh(kept, "tools", 5)).toEqual({ ...kept, began: 5 });
  });

  it("needs not read what was last touched well before the recorded run", () => {
    const kept = record(Date.now() + 60_000);
    const outputs = Object.fromEntries(
      Object.entries(kept.outputs).map(([path, state]) => [
        path,
        { ...state, hash: "never looked at" },
      ]),
    );
    expect(refresh({ ...kept, outputs }, "tools", 5)).toBeDefined();
    expect(refresh({ ...kept, outputs, began: 0 }, "tools", 5)).toBeUndefined();
  });

  it("is not deceived by an edit of the same size whose time was set back", () => {
    for (const began of [0, Date.now() + 60_000]) {
      const kept = record(began);
      const { atime, mtime } = statSync(join(root, "spec.yaml"));
      put("spec.yaml", "spek");
      utimesSync(join(root, "spec.yaml"), atime, mtime);
      expect(refresh(kept, "tools", 5)).toBeUndefined();
    }
  });

  it("holds for a file that was written again with the same content", () => {
    const kept = record(Date.now() + 60_000);
    put("spec.yaml", "spec");
    utimesSync(join(root, "spec.yaml"), 1, 1);
    expect(refresh(kept, "tools", 5)).toBeDefined();
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
    expect(refresh(kept, "tools", 5)).toBeUndefined();
  });

  it("ends when the program changes", () => {
    expect(refresh(record(), "other tools", 5)).toBeUndefined();
  });
});

describe("changedOutputs", () => {
  it("names what is no longer as it was printed", () => {
    const kept = record();
    expect(changedOutputs(kept)).toEqual([]);
    put("out/a.ts", "mine");
    expect(changedOutputs(kept)).toEqual([join(root, "out/a.ts")]);
  });
});

describe("writeRecord and readRecord", () => {
  const cache = (): string => join(root, "cache");

  it("give back what was kept, and nothing else", () => {
    const kept = record();
    writeRecord(cache(), kept);
    expect(readRecord(cache(), "kind")).toEqual(kept);
    expect(readRecord(cache(), "other kind")).toBeUndefined();
  });

  it.each([
    "",
    "{",
    "null",
    "1",
    "{}",
    '{"format":1}',
    '{"format":3}',
    '{"format":3,"inputs":null}',
  ])("take %j for no record", (text) => {
    writeRecord(cache(), record());
    for (const name of readdirSync(cache())) put(`cache/${name}`, text);
    expect(readRecord(cache(), "kind")).toBeUndefined();
  });

  it("take the record of another kind for none, even where both have the same file", () => {
    writeRecord(cache(), record());
    const [name = ""] = readdirSync(cache());
    put(`cache/${name}`, JSON.stringify({ ...record(), kind: "other" }));
    expect(readRecord(cache(), "kind")).toBeUndefined();
  });

  it("do not mind a cache that cannot be written", () => {
    put("file", "");
    writeRecord(join(root, "file"), record());
    expect(readRecord(join(root, "file"), "kind")).toBeUndefined();
  });
});

describe("runKind", () => {
  it("is the same for generate and check of the same thing only", () => {
    const kind = runKind("/a", ["generate", "--quiet"]);
    expect(runKind("/a", ["check", "--quiet"])).toBe(kind);
    expect(runKind("/b", ["generate", "--quiet"])).not.toBe(kind);
    expect(runKind("/a", ["generate"])).not.toBe(kind);
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

describe("isClosed", () => {
  it.each<[string, string, boolean]>([
    ["index.js", "export default {};", true],
    ["index.js", 'import { a } from "./parts/a.js";', true],
    ["parts/a.ts", 'import { b } from "../b.ts";', true],
    ["index.ts", 'import { Imports } from "@specwright/generator";', true],
    ["index.test.ts", 'import { it } from "vitest";', true],
    ["node_modules/a/index.js", 'import "node:fs";', true],
    ["index.js", 'import { a } from "../a.js";', false],
    ["parts/a.ts", 'export { b } from "../../b.ts";', false],
    ["index.js", 'import words from "some-words";', false],
    ["index.mjs", 'import { readFileSync } from "node:fs";', false],
    ["index.js", 'await import("./a.js");', false],
    ["index.js", "export const name = process.env.NAME;", false],
    ["index.js", "export const now = Date.now();", false],
  ])("of an extension whose %s is %j is %j", (file, text, expected) => {
    put(`extension/${file}`, text);
    expect(isClosed(join(root, "extension"))).toBe(expected);
  });
});

describe("templatesHash", () => {
  it.each<[string, boolean]>([
    ["a.hbs", true],
    ["deep/a.ts", true],
    ["a.mjs", true],
    ["words.json", true],
    ["a.test.ts", false],
    ["a.d.ts", false],
    ["README.md", false],
    ["node_modules/a/index.js", false],
    [".git/a.js", false],
  ])("changes with %s: %j", (file, expected) => {
    put("extension/index.js", "export default {};");
    const before = templatesHash(join(root, "extension"));
    put(`extension/${file}`, "1");
    expect(templatesHash(join(root, "extension")) !== before).toBe(expected);
  });
});

describe("toolchainStamp", () => {
  it("is the same in the same working copy", () => {
    expect(toolchainStamp()).toBe(toolchainStamp());
  });
});
