import { cpSync, existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { bundleDocument } from "../packages/generator/src/bundle/bundle-document.ts";
import { createReporter } from "../packages/generator/src/diagnostics/reporter.ts";
import { printDocument } from "../packages/generator/src/load/print-document.ts";
import { readFileFromDisk } from "../packages/generator/src/load/read-file.ts";
import { readSpec } from "../packages/generator/src/load/read-spec.ts";
import { createSpecDocument } from "../packages/generator/src/resolve/create-document.ts";
import { leadsOut, unresolved } from "./helpers/bundle-refs.ts";
import { runCommand, temporaryFolder, type Ran } from "./helpers/command.ts";
import { corpusDocuments } from "./helpers/corpus.ts";
import { generateFrom, generateWith } from "./helpers/generate.ts";

const root = join(import.meta.dirname, "..");
const many = join(root, "test/specs/many-files/openapi.yaml");
const SPECS = [
  "test/specs/many-files/openapi.yaml",
  "spec/openapi.yaml",
  "test/golden/bookshop/spec/openapi.yaml",
  "test/specs/everything.yaml",
];

/** Bundles a spec into a new folder. */
async function bundled(entry: string, name: string): Promise<Ran & { readonly file: string }> {
  const file = join(temporaryFolder(), name);
  return { ...(await runCommand(["bundle", entry, "--output", file], root)), file };
}

async function bundledText(entry: string, name: string): Promise<string> {
  const { code, stderr, file } = await bundled(entry, name);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return readFileSync(file, "utf8");
}

/** The same promise each time: what takes seconds is done when a test first asks, and once. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}

describe.each(SPECS)("the bundle of %s", (name) => {
  const entry = join(root, name);
  const yaml = once(() => bundledText(entry, "openapi.yaml"));
  const json = once(() => bundledText(entry, "openapi.json"));
  const fromFiles = once(() => generateWith(readFileFromDisk, entry));

  it("has the same bytes each time, by whatever names", async () => {
    expect(await bundledText(name, "other.yml")).toBe(await yaml());
  });

  it("has the same value as JSON and as YAML", async () => {
    const value: unknown = parse(await yaml());
    expect(`${JSON.stringify(value, undefined, 2)}\n`).toBe(await json());
  });

  it("has no reference out of itself, and every one leads somewhere", async () => {
    const value: unknown = JSON.parse(await json());
    expect(leadsOut(value)).toEqual([]);
    expect(unresolved(value)).toEqual([]);
  });

  it("is its own bundle", async () => {
    const file = join(temporaryFolder(), "openapi.json");
    writeFileSync(file, await json());
    expect(await bundledText(file, "again.json")).toBe(await json());
  });

  it("gives the same output, byte for byte, as the files", async () => {
    const fromBundle = await generateFrom({ "openapi.yaml": await yaml() }, "openapi.yaml");
    const { files, diagnostics } = await fromFiles();
    expect(files.size).toBeGreaterThan(10);
    expect(fromBundle.files).toEqual(files);
    expect(fromBundle.diagnostics.map(({ code }) => code).sort()).toEqual(
      diagnostics.map(({ code }) => code).sort(),
    );
  });
});

const corpus = corpusDocuments("bundle-command", ["digitalocean"]);

describe.skipIf(corpus.length === 0)("a large document of many files", () => {
  for (const { name, path } of corpus) {
    it(`${name} gives from its bundle all that it gives from the files`, async () => {
      const { report, diagnostics } = createReporter();
      const spec = await readSpec({ path, cwd: "/" }, readFileFromDisk, report);
      if (!spec) throw new Error("it cannot be read");
      const value = bundleDocument(createSpecDocument(spec, report), report);
      // A few of its references lead nowhere, in the bundle as in the files.
      const broken = diagnostics.filter(({ severity }) => severity === "error");
      expect(leadsOut(value).length).toBeLessThanOrEqual(broken.length);
      expect(unresolved(value)).toEqual([]);

      const text = await printDocument(value, "yaml");
      const fromBundle = await generateFrom({ "openapi.yaml": text }, "openapi.yaml");
      const fromFiles = await generateWith(readFileFromDisk, path);
      expect(fromFiles.files.size).toBeGreaterThan(300);
      const lost = [...fromFiles.files].flatMap(([file, whole]) =>
        lostLines(file, whole, fromBundle.files.get(file) ?? ""),
      );
      expect(lost).toEqual([]);
      const added = [...fromBundle.files.keys()].filter((file) => !fromFiles.files.has(file));
      expect(added.filter((file) => !DECLARES_SCHEMAS.test(file))).toEqual([]);
    });

    it(`${name} is bundled by the command without an error`, async () => {
      const { code, stderr, file } = await bundled(path, "openapi.yaml");
      expect(stderr).not.toMatch(/ error [a-z-]+$/m);
      expect({ code, wrote: existsSync(file) }).toEqual({ code: 0, wrote: true });
    });
  }
});

const DECLARES_SCHEMAS = /^(?:schemas|validators)\//;

/**
 * Lines of `whole` that are not in `bundle`, in their order. A schema to which only something leads that the generator does
 * not read, such as a second media type of an answer, is a component of the bundle and so has a type there. That is all that
 * may be new; everything else must be the same.
 */
function lostLines(file: string, whole: string, bundle: string): string[] {
  if (!DECLARES_SCHEMAS.test(file)) return whole === bundle ? [] : [file];
  const linesOf = (text: string): string[] => text.replace(/^import [^;]*;\n/gm, "").split("\n");
  const left = linesOf(bundle);
  let next = 0;
  return linesOf(whole).filter((line) => {
    const found = left.indexOf(line, next);
    if (found !== -1) next = found + 1;
    return found === -1;
  });
}

describe("specwright bundle", () => {
  const copyOfMany = (): string => {
    const cwd = temporaryFolder();
    cpSync(dirname(many), cwd, { recursive: true });
    return cwd;
  };

  it("prints YAML without --output, and nothing else", async () => {
    const printed = await runCommand(["bundle", many], root);
    expect(printed).toEqual({ code: 0, stderr: "", stdout: await bundledText(many, "a.yaml") });
  });

  it("takes the spec of the configuration when none is named", async () => {
    const cwd = copyOfMany();
    const packages = [{ dir: "out", targets: { schemas: "schemas" } }];
    writeFileSync(
      join(cwd, "specwright.config.json"),
      JSON.stringify({ input: "openapi.yaml", packages }),
    );
    const { code, stdout } = await runCommand(["bundle"], cwd);
    expect({ code, stdout }).toEqual({ code: 0, stdout: await bundledText(many, "a.yaml") });
  });

  it("writes only what changes, and says so", async () => {
    const cwd = copyOfMany();
    const line = ["bundle", "--input", "openapi.yaml", "--output", "dist/all.json"];
    expect((await runCommand(line, cwd)).stdout).toMatch(/^added +dist\/all\.json \(.*\)\n$/);
    const { mtimeMs, ino } = statSync(join(cwd, "dist/all.json"));
    expect((await runCommand(line, cwd)).stdout).toMatch(/^Up to date: dist\/all\.json \(.*\)\n$/);
    expect(statSync(join(cwd, "dist/all.json"))).toMatchObject({ mtimeMs, ino });
    writeFileSync(join(cwd, "schemas/problem.yaml"), "type: string\n");
    expect((await runCommand(line, cwd)).stdout).toMatch(/^changed +dist\/all\.json \(.*\)\n$/);
    expect((await runCommand([...line, "--quiet"], cwd)).stdout).toBe("");
    const json = await runCommand([...line, "--reporter", "json"], cwd);
    expect(JSON.parse(json.stdout)).toEqual({
      command: "bundle",
      file: "dist/all.json",
      change: "unchanged",
    });
  });

  it("leaves an older bundle alone when the spec has errors", async () => {
    const cwd = copyOfMany();
    const line = ["bundle", "openapi.yaml", "--output", "all.yaml"];
    await runCommand(line, cwd);
    const before = readFileSync(join(cwd, "all.yaml"), "utf8");
    writeFileSync(join(cwd, "schemas/problem.yaml"), "$ref: gone.yaml\n");
    const { code, stdout, stderr } = await runCommand(line, cwd);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("schemas/problem.yaml:1:7 error file-not-found");
    expect(readFileSync(join(cwd, "all.yaml"), "utf8")).toBe(before);
  });

  it.each(["openapi.yaml", "schemas/pets/cat.yaml", "link.yaml"])(
    "never writes over %s, a file of the spec",
    async (output) => {
      const cwd = copyOfMany();
      symlinkSync("schemas/money.yaml", join(cwd, "link.yaml"));
      const before = readFileSync(join(cwd, output), "utf8");
      const { code, stdout, stderr } = await runCommand(
        ["bundle", "openapi.yaml", "--output", output],
        cwd,
      );
      expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
      expect(stderr).toContain("error output-is-input");
      expect(readFileSync(join(cwd, output), "utf8")).toBe(before);
    },
  );
});
