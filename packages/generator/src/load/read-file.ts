import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { decodeText } from "./decode-text.ts";

/**
 * Reads one text file. The only road by which the text of a spec comes in.
 *
 * @param path Absolute path.
 * @param isAllowed Asked with the real path, every link resolved, before the file is opened.
 */
export type ReadFile = (path: string, isAllowed: (realPath: string) => boolean) => FileRead;

export type FileRead =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "missing" }
  | { readonly kind: "outside" }
  | { readonly kind: "too-large" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** 64 MiB: five times the largest public description known to us. */
export const MAX_FILE_BYTES: number = 64 * 1024 * 1024;

/** Reads from the disk. Never throws for a file that is missing, closed to us or not text. */
export const readFileFromDisk: ReadFile = (path, isAllowed) => {
  try {
    const realPath = realpathSync(path);
    return isAllowed(realPath) ? readRegularFile(realPath) : { kind: "outside" };
  } catch (error) {
    return failure(error);
  }
};

function readRegularFile(realPath: string): FileRead {
  // A pipe would block for ever on opening; a link put here after the check would lead out.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
  const descriptor = openSync(realPath, flags);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return { kind: "unreadable", reason: "it is not a regular file" };
    if (stat.size > MAX_FILE_BYTES) return { kind: "too-large" };
    return decode(readAll(descriptor, stat.size));
  } finally {
    closeSync(descriptor);
  }
}

function readAll(descriptor: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const count = readSync(descriptor, bytes, filled, size - filled, filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

function decode(bytes: Uint8Array): FileRead {
  const text = decodeText(bytes);
  return text === undefined
    ? { kind: "unreadable", reason: "it is not text in UTF-8" }
    : { kind: "text", text };
}

function failure(error: unknown): FileRead {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  const isMissing = code === "ENOENT" || code === "ENOTDIR";
  return isMissing ? { kind: "missing" } : { kind: "unreadable", reason: code };
}
