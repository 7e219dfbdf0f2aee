import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isWithin } from "../is-within.ts";
import { sourceFiles } from "./source-files.ts";

/**
 * Tells whether the folder of an extension says the same as long as its files are the same.
 *
 * One whose modules import something from elsewhere, or look at the machine, is not remembered: nobody would notice a
 * change there. A false no costs the time of a run, a false yes would cost its truth.
 */
export function isClosed(folder: string): boolean {
  return sourceFiles(folder)
    .filter((path) => /\.[cm]?[jt]s$/.test(path))
    .every((path) => isClosedModule(folder, path));
}

function isClosedModule(folder: string, path: string): boolean {
  const text = readFileSync(join(folder, path), "utf8");
  if (/\b(?:process|globalThis|require|Date|import\s*[.(])|\bMath\.random\b/.test(text)) {
    return false;
  }
  const here = dirname(join(folder, path));
  return [...text.matchAll(/\b(?:from|import)\s*["']([^"']*)["']/g)].every(
    ([, specifier = ""]) =>
      specifier === "@specwright/generator" ||
      (specifier.startsWith(".") && isWithin(folder, join(here, specifier))),
  );
}
