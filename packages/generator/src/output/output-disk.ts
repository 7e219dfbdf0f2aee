import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";

type PathKind = "file" | "folder" | "other";

interface FolderEntry {
  readonly name: string;
  readonly kind: PathKind;
}

/**
 * The operations of the disk that output needs, one system call each, so that a test can stop a run between any two.
 * All are synchronous: between the decision and its end nothing else may run. Paths are absolute.
 */
export interface OutputDisk {
  /** @returns `undefined` when nothing is there. A link is not followed. */
  readonly kind: (path: string) => PathKind | undefined;
  readonly read: (path: string) => string;
  /** What stands in a folder, sorted by name. Links are not followed. */
  readonly list: (path: string) => readonly FolderEntry[];
  readonly realPath: (path: string) => string;
  /** Makes one folder; one that is there already is no error. */
  readonly makeFolder: (path: string) => void;
  readonly write: (path: string, text: string) => void;
  /** Replaces what stands at `to`. */
  readonly rename: (from: string, to: string) => void;
  readonly removeFile: (path: string) => void;
  /** Removes an empty folder. */
  readonly removeFolder: (path: string) => void;
}

export const disk: OutputDisk = {
  kind: (path) => {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    return stat && kindOf(stat);
  },
  read: (path) => readFileSync(path, "utf8"),
  list: (path) =>
    readdirSync(path, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  realPath: (path) => realpathSync(path),
  makeFolder: (path) => void mkdirSync(path, { recursive: true }),
  write: (path, text) => writeFileSync(path, text, { flag: "wx" }),
  rename: (from, to) => renameSync(from, to),
  removeFile: (path) => unlinkSync(path),
  removeFolder: (path) => rmdirSync(path),
};

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): PathKind {
  if (entry.isFile()) return "file";
  return entry.isDirectory() ? "folder" : "other";
}
