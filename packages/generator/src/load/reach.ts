import { posix, resolve } from "node:path";
import {
  fileNotFound,
  fileTooLarge,
  fileUnreadable,
  outsideFolder,
  remoteFailed,
  remoteRef,
} from "../diagnostics/catalog/load.ts";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { isWithin } from "../is-within.ts";
import type { Bases } from "./bases.ts";
import { fileTarget } from "./file-target.ts";
import type { FileTarget } from "./file-target.ts";
import { MAX_FILE_BYTES } from "./read-file.ts";
import type { ReadFile } from "./read-file.ts";
import type { Remote } from "./remote/remote.ts";

/** What reading is allowed to reach. */
export interface Reachable {
  /** Path of the entry document, or its address. */
  readonly entry: string;
  /** Absolute folder that paths start from. */
  readonly cwd: string;
  /** Absolute folders whose files may be read, links resolved: that of the entry document, and those allowed beside it. */
  readonly folders: readonly string[];
  readonly readFile: ReadFile;
  readonly remote?: Remote | undefined;
  readonly bases: Bases;
}

/** The text of a file, or why it cannot be had. */
export type Reached =
  | { readonly kind: "text"; readonly text: string; readonly url?: string }
  | { readonly kind: "problem"; readonly problem: Diagnostic };

/** What a reference names: a path or an address, and what is needed to read it. */
export function targetOf(
  from: string,
  name: string,
  { entry, bases, remote }: Reachable,
): FileTarget {
  const called = bases.fileCalled(name, from);
  if (called !== undefined) return { kind: "file", path: called };
  const url = bases.addressOf(name, from);
  if (url !== undefined && remote?.isPermitted(url) === true) return { kind: "remote", url };
  return fileTarget(posix.dirname(entry), bases.baseOf(from), name);
}

/** Under what a target is known once it has been read. */
export function pathOf(target: FileTarget): string | undefined {
  return target.kind === "remote" ? target.url : target.path;
}

/** Reads the target of a reference. */
export async function reach(
  target: FileTarget,
  ref: string,
  at: Place,
  known: Iterable<string>,
  reachable: Reachable,
): Promise<Reached> {
  if (target.kind === "remote") return reachRemote(target.url, ref, at, reachable);
  const { cwd, folders, entry, readFile } = reachable;
  const outside = problem(outsideFolder(at, ref, posix.dirname(entry)));
  const { path } = target;
  if (path === undefined) return outside;
  const isAllowed = (real: string): boolean => folders.some((folder) => isWithin(folder, real));
  if (target.kind === "outside" && !isAllowed(resolve(cwd, path))) return outside;
  const read = readFile(resolve(cwd, path), isAllowed);
  switch (read.kind) {
    case "text":
      return read;
    case "missing":
      return problem(fileNotFound(at, ref, path, nearest(path, known)));
    case "outside":
      return outside;
    case "too-large":
      return problem(fileTooLarge(path, MAX_FILE_BYTES, at));
    case "unreadable":
      return problem(fileUnreadable(at, path, read.reason));
  }
}

async function reachRemote(
  url: string | undefined,
  ref: string,
  at: Place,
  { remote }: Reachable,
): Promise<Reached> {
  if (url === undefined || remote?.isPermitted(url) !== true) return problem(remoteRef(at, ref));
  const read = await remote.read(url);
  switch (read.kind) {
    case "text":
      return read;
    case "too-large":
      return problem(fileTooLarge(url, MAX_FILE_BYTES, at));
    case "failed":
      return problem(remoteFailed(ref, read.reason, at));
  }
}

function problem(diagnostic: Diagnostic): Reached {
  return { kind: "problem", problem: diagnostic };
}
