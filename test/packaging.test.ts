import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFileFromDisk } from "../packages/generator/src/load/read-file.ts";
import { ownSpec } from "./helpers/corpus.ts";
import { generateWith, ONE_FOLDER_WITH_README } from "./helpers/generate.ts";
import { publintFaults, typeFaults } from "./helpers/package-judges.ts";
import { PACKAGES, packAll, run } from "./helpers/packed.ts";
import { compile } from "./helpers/tsc.ts";
import { findProgram } from "./runtimes/programs.ts";
import { lay } from "./helpers/workbench.ts";

const repository = join(import.meta.dirname, "..");

/** Installs every package from its tarball. What they depend on is that of the repository. */
async function install(copy: string, user: string): Promise<void> {
  mkdirSync(user, { recursive: true });
  await packAll(copy, user);
  for (const name of PACKAGES) {
    const home = join(user, "node_modules/@specwright", name);
    mkdirSync(home, { recursive: true });
    await run("tar", ["-xzf", tarball(name), "-C", home, "--strip-components=1"], user);
  }
  expect(globSync("packages/generator/{templates,runtime}", { cwd: copy })).toEqual([]);
  const modules = join(repository, "packages/generator/node_modules");
  symlinkSync(modules, join(user, "node_modules/@specwright/generator/node_modules"));
}

const work = realpathSync(mkdtempSync(join(tmpdir(), "specwright-packaging-")));
const user = join(work, "user");
const home = join(user, "node_modules/@specwright/generator");
const tarball = (name: string): string => join(user, `${name}.tgz`);
beforeAll(() => install(join(work, "copy"), user), 120_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

const specwright = (...argv: readonly string[]): Promise<string> =>
  run(process.execPath, [join(home, "bin/specwright.js"), ...argv], user);

const packed = (name: string): string => join(user, "node_modules/@specwright", name);
const manifest = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(packed(name), "package.json"), "utf8"));

/** The tarball, in a buffer of its own. */
const bytes = (name: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(tarball(name)));

/** Whether the map of a module is there, and the files it names. */
function hasSource(path: string): boolean {
  const map = `${path}.map`;
  if (!existsSync(map)) return false;
  const { sources = [] } = JSON.parse(readFileSync(map, "utf8"));
  return sources.every((source: string) => existsSync(join(dirname(path), source)));
}

/** What generated packages say that they run on, beside the Node.js of this repository. */
const OLDER = ["node-20", "node-24"].map((name) => ({ name, program: findProgram(name) }));

const LOAD = `import { PaymentsClient } from "@specwright/generated-client";
import { createPartialPaymentsHandler } from "@specwright/generated-server-stubs";
import { priceValidator } from "@specwright/generated-client/validators";

const server = createPartialPaymentsHandler({ handlers: {}, authenticate: {} });
const { status } = await server(new Request("http://localhost/nowhere"));
const fetch = async () => Response.json({ id: "price_1" });
const price = await new PaymentsClient({ apiKey: "sk", fetch }).prices.retrieve("price_1");
console.log(price.id, status, typeof priceValidator.is);
`;

describe("the packed generator", () => {
  it("tells its version", async () => {
    expect(await specwright("--version")).toBe(`${String(manifest("generator")["version"])}\n`);
  });

  it("generates what the source does, byte for byte", async () => {
    await specwright("generate", "--input", ownSpec.path, "--output", "out", "--runtime", "inline");
    const source = { ...ONE_FOLDER_WITH_README, runtime: "inline" } as const;
    const { files: expected } = await generateWith(readFileFromDisk, ownSpec.path, source);
    const out = join(user, "out");
    const files = globSync("**/*", { cwd: out, withFileTypes: true }).filter((one) => one.isFile());
    expect(files.length).toBe(expected.size);
    for (const [path, text] of expected) expect(readFileSync(join(out, path), "utf8")).toBe(text);
  });

  it("loads a configuration and an extension that import from it", async () => {
    const extension = join(import.meta.dirname, "extensions/routes");
    cpSync(extension, join(user, "routes"), { recursive: true });
    const config = `import { defineConfig } from "@specwright/generator";

export default defineConfig({
  input: ${JSON.stringify(ownSpec.path)},
  extensions: ["routes"],
  packages: [{ dir: "sdk", targets: { schemas: "schemas", operations: "operations", routes: "." } }],
});
`;
    lay(user, new Map([["specwright.config.ts", config]]));
    await specwright("generate");
    expect(readFileSync(join(user, "sdk/index.ts"), "utf8")).toContain("export const routes: ");
    const include = ["specwright.config.ts", "routes/*.ts", "sdk/**/*.ts"];
    // Nobody imports a configuration, so none must be able to declare its types by itself.
    const options = { isolatedDeclarations: false };
    expect(await compile(user, "typescript-7", { include, options })).toEqual([]);
  });
});

describe("a packed package", () => {
  it.each(["typescript", "typescript-6", "typescript-7"] as const)(
    "is understood by %s as NodeNext resolves it",
    async (compiler) => {
      const program = `import { defineConfig, Imports, type Target, type ApiModel } from "@specwright/generator";
import { ApiError } from "@specwright/runtime";
import { HttpError } from "@specwright/runtime/server";
import { validator } from "@specwright/runtime/validate";

export const target: Target = {
  name: "titles",
  *plan(model: ApiModel) {
    const view = { title: model.title };
    yield { path: "title.md", template: "titles/page", view, imports: [] };
  },
};
export const used: readonly unknown[] = [defineConfig, Imports, ApiError, HttpError, validator];
`;
      lay(user, new Map([["program.ts", program]]));
      expect(await compile(user, compiler, { include: ["program.ts"] })).toEqual([]);
    },
  );

  it.each(PACKAGES)("%s names no version that only a workspace knows", (name) => {
    expect(JSON.stringify(manifest(name))).not.toMatch(/catalog:|workspace:/);
  });

  it.each(PACKAGES)("%s holds no tests, and all that its manifest names", (name) => {
    const folder = packed(name);
    const files = globSync("**/*", { cwd: folder, exclude: ["node_modules/**"] });
    expect(files.filter((file) => /\.test\.|test-d|tsbuildinfo/.test(file))).toEqual([]);
    const named = JSON.stringify([manifest(name)["exports"], manifest(name)["imports"]]);
    const targets = [...named.matchAll(/"(\.\/[^"]+\.[a-z]+)"/g)].map(([, path = ""]) => path);
    expect(targets.length).toBeGreaterThan(2);
    expect(targets.filter((path) => globSync(path, { cwd: folder }).length === 0)).toEqual([]);
  });

  it.each(PACKAGES)("%s has nothing that publint would mend", async (name) => {
    expect(await publintFaults(bytes(name))).toEqual([]);
  });

  it.each(PACKAGES)("%s has types wherever ES modules are resolved", async (name) => {
    expect(await typeFaults(bytes(name))).toEqual([]);
  });

  it.for(OLDER)("is loaded by $name without a bundler", async ({ name, program }, { skip }) => {
    if (program === undefined) {
      console.warn(`SKIPPED: the packages were not loaded by ${name}, which is not there`);
      return skip();
    }
    const script = join(user, "load.mjs");
    lay(user, new Map([["load.mjs", LOAD]]));
    expect(await run(program, [script], user)).toBe("price_1 404 function\n");
  });

  it.each(PACKAGES)("%s bears its licence and the note that its modules do nothing", (name) => {
    expect(manifest(name)).toMatchObject({ license: "MIT", sideEffects: false, type: "module" });
    expect(readFileSync(join(packed(name), "LICENSE"), "utf8")).toContain("MIT License");
  });

  it.each(PACKAGES)("%s leads from every module and its types to the source", (name) => {
    const dist = join(packed(name), "dist");
    const modules = globSync("**/*.{js,d.ts}", { cwd: dist });
    expect(modules.length).toBeGreaterThan(2);
    expect(modules.filter((path) => !hasSource(join(dist, path)))).toEqual([]);
  });
});

describe("the repository", () => {
  it.each(["templates", "runtime"])("keeps no copy of %s from packing", (name) => {
    expect(existsSync(join(repository, "packages/generator", name))).toBe(false);
  });
});
