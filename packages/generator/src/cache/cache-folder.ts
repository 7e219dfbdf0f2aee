import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";

/**
 * Folder for what later runs may reuse. Losing it costs time, never bytes.
 *
 * `node_modules/.cache/specwright` of the nearest package, so that removing dependencies removes it too; without one,
 * the user's cache folder (XDG Base Directory Specification).
 */
export function cacheFolder(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const modules = nearestModules(cwd);
  if (modules !== undefined) return join(modules, ".cache", "specwright");
  const xdg = env["XDG_CACHE_HOME"];
  const base = xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), ".cache");
  return join(base, "specwright");
}

function nearestModules(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) {
      const modules = join(folder, "node_modules");
      return existsSync(modules) ? modules : undefined;
    }
    if (dirname(folder) === folder) return undefined;
  }
}
