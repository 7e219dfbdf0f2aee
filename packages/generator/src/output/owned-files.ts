import { join } from "node:path";
import { isConfined } from "./confine.ts";
import type { OutputDisk } from "./output-disk.ts";
import { isBelow } from "./output-tree.ts";
import type { OutputPlace } from "./output-tree.ts";

/**
 * Regular files in the folders that a run owns, generated or not, sorted.
 *
 * Links are not followed; hidden folders and `node_modules` are not ours.
 */
export function ownedFiles(place: OutputPlace, disk: OutputDisk): string[] {
  const found = new Set<string>();
  for (const folder of place.owned) {
    if (disk.kind(join(place.root, folder)) !== "folder") continue;
    if (!isConfined(place.root, join(folder, "file"), disk)) continue;
    // A kept folder that holds this one says nothing about it.
    const kept = place.kept.filter((inner) => inner !== folder && isBelow(folder, inner));
    for (const path of walk(place.root, folder, kept, disk)) found.add(path);
  }
  return [...found].sort();
}

function* walk(
  root: string,
  folder: string,
  kept: readonly string[],
  disk: OutputDisk,
): Generator<string> {
  for (const { name, kind } of disk.list(join(root, folder))) {
    if (name.startsWith(".") || name === "node_modules") continue;
    const path = folder === "." ? name : `${folder}/${name}`;
    if (kept.includes(path)) continue;
    if (kind === "folder") yield* walk(root, path, kept, disk);
    else if (kind === "file") yield path;
  }
}
