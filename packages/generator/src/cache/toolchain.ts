import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { hashFile, hashText } from "./hash.ts";
import { sourceFiles } from "./source-files.ts";

/** Packages whose version shows in the output. */
const TOOLS = ["handlebars", "prettier", "yaml"];

/**
 * Tells apart everything that makes output besides the user's files: this program, its templates, its tools.
 *
 * An installed package is known by its version. In a working copy the version stays while the code changes, so there
 * every file counts: by size and times, because a needless run costs less than reading them all each time.
 */
export function toolchainStamp(): string {
  const home = fileURLToPath(new URL("../..", import.meta.url));
  const code = fileURLToPath(new URL("..", import.meta.url));
  const isInstalled = home.includes(`${sep}node_modules${sep}`);
  const folders = [
    code,
    join(home, "templates"),
    join(home, "..", "..", "templates"),
    // Its source is part of the output when the runtime is put inline.
    join(home, "..", "runtime", "src"),
  ];
  const own = isInstalled ? [] : folders.flatMap(folderStamps);
  return JSON.stringify([versionIn(join(home, "package.json")), toolVersions(home), own]);
}

/** Hash of all templates and modules below a folder. */
export function templatesHash(folder: string): string {
  return hashText(
    JSON.stringify(sources(folder).map((path) => [path, hashFile(join(folder, path))])),
  );
}

function folderStamps(folder: string): (string | number)[][] {
  return sources(folder).map((path) => {
    const { size, mtimeMs, ctimeMs } = statSync(join(folder, path));
    return [path, size, mtimeMs, ctimeMs];
  });
}

function sources(folder: string): string[] {
  return existsSync(folder) ? sourceFiles(folder).sort() : [];
}

function toolVersions(home: string): (string | undefined)[] {
  return TOOLS.map((name) => {
    const file = manifestOf(name, home);
    return file === undefined ? undefined : versionIn(file);
  });
}

// As Node resolves a package; its own function for this takes 5 ms.
function manifestOf(name: string, home: string): string | undefined {
  for (let folder = home; ; folder = dirname(folder)) {
    const file = join(folder, "node_modules", name, "package.json");
    if (existsSync(file)) return file;
    if (dirname(folder) === folder) return undefined;
  }
}

function versionIn(file: string): string | undefined {
  const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
  const version: unknown = Object(manifest).version;
  return typeof version === "string" ? version : undefined;
}
