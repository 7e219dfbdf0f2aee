import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { bundleInput, bundleOutput, overwritesSpec } from "./bundle-paths.ts";
import { readOptions } from "./options.ts";

let cwd = "";
let reported: Diagnostic[] = [];
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), "specwright-bundle-")));
  reported = [];
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const report = (one: Diagnostic): void => void reported.push(one);
const codes = (): readonly string[] => reported.map(({ code }) => code);
const path = (name: string): string => join(cwd, name);

describe("bundleInput", () => {
  beforeEach(() => {
    mkdirSync(path("home"));
    const packages = [{ dir: "out", targets: { schemas: "schemas" } }];
    const config = JSON.stringify({ input: "api/openapi.yaml", packages });
    writeFileSync(path("specwright.config.json"), config);
    writeFileSync(path("home/other.config.json"), config);
  });

  it.each([
    ["the argument", "a.yaml", {}, "a.yaml"],
    ["the option", "", { input: "b/c.yaml" }, "b/c.yaml"],
    ["the configuration", "", {}, "api/openapi.yaml"],
    [
      "the configuration that is named, from where it lies",
      "",
      { config: "home/other.config.json" },
      "home/api/openapi.yaml",
    ],
    ["the argument before the configuration", "a.yaml", { config: "gone.json" }, "a.yaml"],
    ["the configuration, whatever the output", "", { output: "b.yaml" }, "api/openapi.yaml"],
  ])("is that of %s", async (_, argument, options, expected) => {
    const config = await bundleInput(cwd, argument, readOptions(options), report);
    expect(codes()).toEqual([]);
    expect(config?.input).toBe(path(expected));
  });

  it.each([
    ["the spec is named twice", "a.yaml", { input: "a.yaml" }, "wrong-command-line"],
    ["there is no configuration of that name", "", { config: "gone.json" }, "no-config"],
  ])("is missing when %s", async (_, argument, options, code) => {
    expect(await bundleInput(cwd, argument, readOptions(options), report)).toBeUndefined();
    expect(codes()).toEqual([code]);
  });

  it("is missing when nothing names it", async () => {
    rmSync(path("specwright.config.json"));
    expect(await bundleInput(cwd, "", readOptions({}), report)).toBeUndefined();
    expect(codes()).toEqual(["no-config"]);
  });
});

describe("bundleOutput", () => {
  it("is YAML on standard output when no file is named", () => {
    expect(bundleOutput(cwd, undefined, report)).toEqual({ format: "yaml" });
  });

  it.each([
    ["b.json", "json"],
    ["new/b.yaml", "yaml"],
    ["b.YML", "yaml"],
    ["there.yaml", "yaml"],
  ])("takes %s, as %s", (name, format) => {
    writeFileSync(path("there.yaml"), "anything");
    expect(bundleOutput(cwd, name, report)).toEqual({ path: path(name), format });
    expect(codes()).toEqual([]);
  });

  it.each([
    ["a folder", "folder.yaml", "output-is-no-file"],
    ["a link to a folder", "link.json", "output-is-no-file"],
    ["a name that tells no format", "bundle.txt", "wrong-command-line"],
    ["an empty name", "", "output-is-no-file"],
  ])("refuses %s", (_, name, code) => {
    mkdirSync(path("folder.yaml"));
    symlinkSync("folder.yaml", path("link.json"));
    expect(bundleOutput(cwd, name, report)).toBeUndefined();
    expect(codes()).toEqual([code]);
  });
});

describe("overwritesSpec", () => {
  const asks = (name: string): boolean =>
    overwritesSpec(
      { path: path(name), format: "yaml" },
      [path("a.yaml"), path("b.yaml")],
      name,
      report,
    );
  beforeEach(() => {
    for (const name of ["a.yaml", "b.yaml", "else.yaml"]) writeFileSync(path(name), "same text");
    symlinkSync("b.yaml", path("link.yaml"));
    linkSync(path("b.yaml"), path("hard.yaml"));
  });

  it.each(["a.yaml", "b.yaml", "./x/../b.yaml", "link.yaml", "hard.yaml"])(
    "is true of %s",
    (name) => {
      expect(asks(name)).toBe(true);
      expect(codes()).toEqual(["output-is-input"]);
    },
  );

  it.each(["else.yaml", "new.yaml"])("is false of %s", (name) => {
    expect(asks(name)).toBe(false);
    expect(codes()).toEqual([]);
  });

  it("is false without a file", () => {
    expect(overwritesSpec({ format: "yaml" }, [path("a.yaml")], "", report)).toBe(false);
  });
});
