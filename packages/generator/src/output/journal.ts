import { posix } from "node:path";
import { isConfined } from "./confine.ts";
import { isGenerated } from "./header.ts";
import type { OutputDisk } from "./output-disk.ts";
import { isAllowed, isPlainPath } from "./output-tree.ts";
import type { OutputPlace } from "./output-tree.ts";
import { STAGING_FOLDER } from "./staging-folder.ts";

/** All that is left to do once a run is decided. Paths are below the root. */
export interface Journal {
  readonly renames: readonly (readonly [from: string, to: string])[];
  readonly removals: readonly string[];
}

/** The journal of a run lies in the staging folder of the first of its folders. */
export function journalPath(folder: string): string {
  return posix.join(folder, STAGING_FOLDER, "journal.json");
}

export function printJournal(journal: Journal): string {
  return `${JSON.stringify(journal)}\n`;
}

/** @returns `undefined` for text that is no journal; paths that climb are left out. */
export function parseJournal(text: string): Journal | undefined {
  const value = parseJson(text);
  if (typeof value !== "object" || value === null) return undefined;
  if (!("renames" in value) || !("removals" in value)) return undefined;
  const { renames, removals } = value;
  if (!Array.isArray(renames) || !Array.isArray(removals)) return undefined;
  return { renames: renames.filter(isRename), removals: removals.filter(isPath) };
}

/**
 * Leaves out every step that a run of ours would not have written down.
 *
 * The journal may have come with a checkout: it must not move or remove what is not ours.
 */
export function trustedSteps(journal: Journal, place: OutputPlace, disk: OutputDisk): Journal {
  const absolute = (path: string): string => posix.join(place.root, path);
  const isOurs = (path: string): boolean =>
    disk.kind(absolute(path)) === "file" && isGenerated(disk.read(absolute(path)));
  const isReachable = (path: string): boolean =>
    isAllowed(path, place) && isConfined(place.root, path, disk);
  return {
    renames: journal.renames.filter(
      ([from, to]) =>
        isReachable(from) &&
        isReachable(to) &&
        posix.basename(posix.dirname(from)) === STAGING_FOLDER &&
        isOurs(from) &&
        (disk.kind(absolute(to)) === undefined || isOurs(to)),
    ),
    removals: journal.removals.filter((path) => isReachable(path) && isOurs(path)),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRename(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every(isPath);
}

function isPath(value: unknown): value is string {
  return typeof value === "string" && isPlainPath(value);
}
