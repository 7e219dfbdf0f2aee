import { execFile } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
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
 * meanwhile.
 */
export async function packAll(copy: string, out: string): Promise<void> {
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
    const home = join(copy, "packages", name);
    linkNeighbours(home);
    await pnpm(["pack", "--out", join(out, `${name}.tgz`)], home);
  }
}

/** Where pnpm looks up the version that stands behind `workspace:`. */
function linkNeighbours(home: string): void {
  const scope = join(home, "node_modules/@specwright");
  mkdirSync(scope, { recursive: true });
  for (const name of PACKAGES) symlinkSync(join(home, "..", name), join(scope, name));
}
