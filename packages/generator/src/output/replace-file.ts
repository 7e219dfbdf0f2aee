import { randomUUID } from "node:crypto";
import { basename, dirname, join } from "node:path";
import type { OutputDisk } from "./output-disk.ts";

/**
 * Brings one file to `text`: at once, so that nobody ever reads half of it, and only when it changes.
 *
 * @param path Absolute; a file, or nothing yet. Where it is a link, the file that it leads to is replaced.
 */
export function replaceFile(
  path: string,
  text: string,
  disk: OutputDisk,
): "added" | "changed" | "unchanged" {
  const isThere = disk.kind(path) !== undefined;
  const file = isThere ? disk.realPath(path) : path;
  if (isThere && disk.read(file) === text) return "unchanged";
  disk.makeFolder(dirname(file));
  // In the same folder, so that both are on the same file system and a rename suffices.
  const staged = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  try {
    disk.write(staged, text);
    disk.rename(staged, file);
  } catch (error) {
    if (disk.kind(staged) !== undefined) disk.removeFile(staged);
    throw error;
  }
  return isThere ? "changed" : "added";
}
