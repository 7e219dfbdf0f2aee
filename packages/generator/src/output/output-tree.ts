import { posix } from "node:path";
import { InternalError } from "../diagnostics/internal-error.ts";
import { isGenerated } from "./header.ts";

/** What should be on disk. All paths are below the root, with slashes. */
export interface OutputTree {
  /** Absolute. */
  readonly root: string;
  /** Folders that files may be written to. Sorted. */
  readonly folders: readonly string[];
  /** Folders in which generated files that are not in `files` are removed. */
  readonly owned: readonly string[];
  /** Folders inside the owned ones that are left alone, because this run does not print them. */
  readonly kept: readonly string[];
  /** Single files that may be written besides: report of public names and README stand beside a package's sources. */
  readonly extras: readonly string[];
  /** Text by path, sorted by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** Where output may go: a tree without its files. */
export type OutputPlace = Omit<OutputTree, "files">;

/**
 * Puts texts into their places.
 *
 * @throws {InternalError} for a path that is absolute, climbs, or lies outside the folders, and for a text without the
 * header: it could not be told from a foreign file in the next run.
 */
export function createOutputTree(
  place: OutputPlace,
  files: Iterable<readonly [path: string, text: string]>,
): OutputTree {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const tree = new Map<string, string>();
  for (const [path, text] of sorted) {
    if (!isPlainPath(path)) throw new InternalError("an output path is not a plain path", { path });
    if (!isAllowed(path, place))
      throw new InternalError("a file lies outside the output folders", { path });
    if (tree.has(path)) throw new InternalError("two units have the same path", { path });
    if (!isGenerated(text)) throw new InternalError("a generated file has no header", { path });
    tree.set(path, text);
  }
  return { ...place, folders: [...place.folders].sort(), files: tree };
}

/** Tells whether `path` is `folder` or lies below it; both below the same root. */
export function isBelow(folder: string, path: string): boolean {
  return folder === "." || path === folder || path.startsWith(`${folder}/`);
}

/** Tells whether `path` is relative, has no empty, `.` or `..` part, and is the same on every system. */
export function isPlainPath(path: string): boolean {
  if (path === "" || /[\\:\0]/.test(path) || path !== posix.normalize(path)) return false;
  return path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

/** Tells whether a run with this place may write or remove `path`. */
export function isAllowed(path: string, { folders, extras }: OutputPlace): boolean {
  return extras.includes(path) || folders.some((folder) => isBelow(folder, path));
}
