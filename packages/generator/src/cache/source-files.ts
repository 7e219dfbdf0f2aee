import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Templates and modules below a folder: all that decides what is printed. Paths below it, with slashes.
 *
 * Tests and declarations decide nothing; hidden folders and installed modules are not looked into.
 */
export function sourceFiles(folder: string, way = ""): string[] {
  return readdirSync(join(folder, way), { withFileTypes: true }).flatMap((entry) => {
    const path = `${way}${entry.name}`;
    if (!entry.isDirectory()) return isSource(entry.name) ? [path] : [];
    const isSearched = !entry.name.startsWith(".") && entry.name !== "node_modules";
    return isSearched ? sourceFiles(folder, `${path}/`) : [];
  });
}

function isSource(name: string): boolean {
  return /\.(?:[cm]?[jt]s|json|hbs)$/.test(name) && !/\.(?:test|d)\.[cm]?ts$/.test(name);
}
