import { join } from "node:path";
import type { Comparison } from "./compare.ts";
import type { OutputDisk } from "./output-disk.ts";
import type { OutputTree } from "./output-tree.ts";

/**
 * What `specwright check` prints: from the disk (`a/`) to what the spec says (`b/`). Loads `diff` when called.
 *
 * @param shown A path of the tree as the reader would type it.
 */
export async function unifiedDiff(
  tree: OutputTree,
  { added, changed, removed }: Comparison,
  disk: OutputDisk,
  shown: (path: string) => string,
): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import("diff");
  const onDisk = (path: string): string => disk.read(join(tree.root, path));
  const inTree = (path: string): string => tree.files.get(path) ?? "";
  const patch = (from: string, to: string, before: string, after: string): string =>
    createTwoFilesPatch(from, to, before, after, "", "", {
      context: 3,
      headerOptions: FILE_HEADERS_ONLY,
    });
  const parts = [
    ...added.map((path) => ({
      path,
      text: patch("/dev/null", `b/${shown(path)}`, "", inTree(path)),
    })),
    ...changed.map((path) => ({
      path,
      text: patch(`a/${shown(path)}`, `b/${shown(path)}`, onDisk(path), inTree(path)),
    })),
    ...removed.map((path) => ({
      path,
      text: patch(`a/${shown(path)}`, "/dev/null", onDisk(path), ""),
    })),
  ];
  return parts
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ text }) => text)
    .join("");
}
