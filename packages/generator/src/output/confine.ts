import { dirname, join, resolve } from "node:path";
import { isWithin } from "../is-within.ts";
import type { OutputDisk } from "./output-disk.ts";

/**
 * Tells whether writing to `path` stays below `root` after every link on the way is resolved.
 *
 * @param path Below `root`, with slashes; it need not exist.
 */
export function isConfined(root: string, path: string, disk: OutputDisk): boolean {
  const existing = nearestExisting(dirname(join(root, path)), disk);
  if (!isWithin(root, existing)) return true;
  try {
    return isWithin(disk.realPath(root), disk.realPath(existing));
  } catch {
    // A link that leads nowhere.
    return false;
  }
}

function nearestExisting(path: string, disk: OutputDisk): string {
  let current = resolve(path);
  while (disk.kind(current) === undefined && dirname(current) !== current)
    current = dirname(current);
  return current;
}
