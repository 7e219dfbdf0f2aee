import { execFile } from "node:child_process";
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
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownSpec } from "./helpers/corpus.ts";
import { generateDocument } from "./helpers/generate.ts";
import { compile } from "./helpers/tsc.ts";
import { lay } from "./helpers/workbench.ts";

const repository = join(import.meta.dirname, "..");
const PACKAGES = ["generator", "runtime"];

/** Runs a program of this machine and gives what it printed; fails when it does. */
function run(program: string, argv: readonly string[], cwd: string): Promise<string> {
  const path = [dirname(process.execPath), process.env["PATH"]].join(delimiter);
  const env = { ...process.env, PATH: path, pnpm_config_verify_deps_before_run: "false" };
  return new Promise((resolve, reject) => {
    execFile(program, argv, { cwd, env }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stdout}${stderr}`));
      else resolve(stdout);
    });
  });
}

/** The pnpm that runs these tests, or the one that `npx` knows. */
function pnpm(argv: readonly string[], cwd: string): Promise<string> {
  const { npm_execpath: running = "" } = process.env;
  if (!/pnpm[^/\\]*$/.test(running)) return run("npx", ["--yes", "pnpm@12", ...argv], cwd);
  const isScript = /\.[cm]?js$/.test(running);
  return isScript ? run(process.execPath, [running, ...argv], cwd) : run(running, argv, cwd);
}

/**
 * Packs a copy of the repository, since other tests read its templates meanwhile, and installs both packages from their
 * tarballs. What they depend on is that of the repository.
 */
async function install(copy: string, user: string): Promise<void> {
  const tsc = join(repository, "node_modules/typescript/bin/tsc");
  const projects = PACKAGES.map((name) => join(repository, "packages", name));
  await run(process.execPath, [tsc, "-b", ...projects], repository);

  const isCopied = (path: string): boolean => !path.endsWith("node_modules");
  for (const path of [
    "package.json",
    "pnpm-workspace.yaml",
    "LICENSE",
    "templates",
    ...PACKAGES.map((name) => `packages/${name}`),
  ]) {
    cpSync(join(repository, path), join(copy, path), { recursive: true, filter: isCopied });
  }
  for (const name of PACKAGES) {
    const home = join(user, "node_modules/@specwright", name);
    mkdirSync(home, { recursive: true });
    const tarball = join(user, `${name}.tgz`);
    await pnpm(["pack", "--out", tarball], join(copy, "packages", name));
    await run("tar", ["-xzf", tarball, "-C", home, "--strip-components=1"], user);
  }
  expect(globSync("packages/generator/{templates,runtime}", { cwd: copy })).toEqual([]);
  const modules = join(repository, "packages/generator/node_modules");
  symlinkSync(modules, join(user, "node_modules/@specwright/generator/node_modules"));
}

const work = realpathSync(mkdtempSync(join(tmpdir(), "specwright-packaging-")));
const user = join(work, "user");
const home = join(user, "node_modules/@specwright/generator");
beforeAll(() => install(join(work, "copy"), user), 120_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

const specwright = (...argv: readonly string[]): Promise<string> =>
  run(process.execPath, [join(home, "bin/specwright.js"), ...argv], user);

const manifest = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(user, "node_modules/@specwright", name, "package.json"), "utf8"));

describe("the packed generator", () => {
  it("tells its version", async () => {
    expect(await specwright("--version")).toBe(`${String(manifest("generator")["version"])}\n`);
  });

  it("generates what the source does, byte for byte", async () => {
    await specwright("generate", "--input", ownSpec.path, "--output", "out", "--runtime", "inline");
    const expected = await generateDocument(ownSpec, "inline");
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
    const folder = join(user, "node_modules/@specwright", name);
    const files = globSync("**/*", { cwd: folder, exclude: ["node_modules/**"] });
    expect(files.filter((file) => /\.test\.|test-d|tsbuildinfo/.test(file))).toEqual([]);
    const named = JSON.stringify([manifest(name)["exports"], manifest(name)["imports"]]);
    const targets = [...named.matchAll(/"(\.\/[^"]+\.[a-z]+)"/g)].map(([, path = ""]) => path);
    expect(targets.length).toBeGreaterThan(2);
    expect(targets.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
  });
});

describe("the repository", () => {
  it.each(["templates", "runtime"])("keeps no copy of %s from packing", (name) => {
    expect(existsSync(join(repository, "packages/generator", name))).toBe(false);
  });
});
