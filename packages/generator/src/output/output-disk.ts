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

export type PathKind = "file" | "folder" | "other";

/**
 * The operations of the disk that output needs, one system call each, so that a test can stop a run between any two.
 * All are synchronous: between the decision and its end nothing else may run. Paths are absolute.
 */
export interface OutputDisk {
  /** @returns `undefined` when nothing is there. A link is not followed. */
  readonly kind: (path: string) => PathKind | undefined;
  readonly read: (path: string) => string;
  readonly list: (path: string) => readonly string[];
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
    if (!stat) return undefined;
    if (stat.isFile()) return "file";
    return stat.isDirectory() ? "folder" : "other";
  },
  read: (path) => readFileSync(path, "utf8"),
  list: (path) => readdirSync(path).sort(),
  realPath: (path) => realpathSync(path),
  makeFolder: (path) => void mkdirSync(path, { recursive: true }),
  write: (path, text) => writeFileSync(path, text, { flag: "wx" }),
  rename: (from, to) => renameSync(from, to),
  removeFile: (path) => unlinkSync(path),
  removeFolder: (path) => rmdirSync(path),
};
