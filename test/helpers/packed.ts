import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

const repository = join(import.meta.dirname, "../..");

/** Every package of the repository, by its folder. */
export const PACKAGES = [
  "runtime",
  "generator",
  "sandbox",
  "generated-client",
  "generated-server-stubs",
] as const;

/** Runs a program of this machine and gives what it printed; fails when it does. */
export function run(program: string, argv: readonly string[], cwd: string): Promise<string> {
  const path = [dirname(process.execPath), process.env["PATH"]].join(delimiter);
  const env = { ...process.env, PATH: path, pnpm_config_verify_deps_before_run: "false" };
  // `pnpm pack` lists every file.
  const limits = { cwd, env, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile(program, argv, limits, (error, stdout, stderr) => {
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
 * Packs every package into `<out>/<folder>.tgz`, from a copy of the repository, since other tests read its templates
 * meanwhile. It is built there: what an earlier build left in the repository must not get into a package.
 */
export async function packAll(copy: string, out: string): Promise<void> {
  for (const path of COPIED) {
    cpSync(join(repository, path), join(copy, path), { recursive: true, filter: isSource });
  }
  symlinkSync(join(repository, "node_modules"), join(copy, "node_modules"));
  for (const name of PACKAGES) linkModules(name, copy);
  const tsc = join(repository, "node_modules/typescript/bin/tsc");
  await run(process.execPath, [tsc, "-b", ...PACKAGES.map((name) => `packages/${name}`)], copy);
  for (const name of PACKAGES) {
    await pnpm(["pack", "--out", join(out, `${name}.tgz`)], join(copy, "packages", name));
  }
}

const COPIED = [
  "package.json",
  "pnpm-workspace.yaml",
  "tsconfig.base.json",
  "LICENSE",
  "templates",
  ...PACKAGES.map((name) => `packages/${name}`),
];

const isSource = (path: string): boolean => !/[\\/](?:node_modules|dist)$/.test(path);

/** What a package depends on: packages of the copy, where pnpm looks up what stands behind `workspace:`; and others. */
function linkModules(name: string, copy: string): void {
  const from = join(repository, "packages", name, "node_modules");
  const to = join(copy, "packages", name, "node_modules");
  const scope = join(to, "@specwright");
  mkdirSync(scope, { recursive: true });
  for (const other of PACKAGES) symlinkSync(join(copy, "packages", other), join(scope, other));
  const modules = existsSync(from) ? readdirSync(from) : [];
  for (const one of modules.filter((module) => module !== "@specwright")) {
    symlinkSync(join(from, one), join(to, one));
  }
}
