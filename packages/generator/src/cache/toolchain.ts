import { existsSync, readFileSync, readdirSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { hashFile, hashText } from "./hash.ts";

/** Packages whose version shows in the output. */
const TOOLS = ["handlebars", "prettier", "yaml"];

/**
 * Hash of everything that makes output besides the user's files: this program, its templates, its tools.
 *
 * An installed package is known by its version. In a working copy the version stays while the code changes, so there
 * the files themselves count; about 5 ms.
 */
export function toolchainHash(): string {
  const home = fileURLToPath(new URL("../..", import.meta.url));
  const code = fileURLToPath(new URL("..", import.meta.url));
  const isInstalled = home.includes(`${sep}node_modules${sep}`);
  const templates = [join(home, "templates"), join(home, "..", "..", "templates")];
  const own = isInstalled ? [] : [code, ...templates].flatMap(folderHashes);
  return hashText(JSON.stringify([versionIn(join(home, "package.json")), toolVersions(), own]));
}

/** Path and hash of every file below a folder, sorted; empty when there is none. */
export function folderHashes(folder: string): [path: string, hash: string | undefined][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:ts|js|hbs)$/.test(path) && !/\.(?:test|d)\.ts$/.test(path))
    .sort()
    .map((path) => [path, hashFile(join(folder, path))]);
}

function toolVersions(): (string | undefined)[] {
  return TOOLS.map((name) => {
    const file = findPackageJSON(name, import.meta.url);
    return file === undefined ? undefined : versionIn(file);
  });
}

function versionIn(file: string): string | undefined {
  const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
  const version: unknown = Object(manifest).version;
  return typeof version === "string" ? version : undefined;
}
