import { join } from "node:path";
import { isGenerated } from "./header.ts";
import type { OutputDisk } from "./output-disk.ts";

/** The part of a configuration that says which files give way. */
export interface YieldingConfig {
  readonly root: string;
  readonly packages: readonly {
    readonly readme?: { readonly file: string; readonly yields: boolean };
  }[];
}

/** The files without those that give way to what somebody wrote in their place. */
export function withoutYielding(
  files: ReadonlyMap<string, string>,
  { root, packages }: YieldingConfig,
  disk: OutputDisk,
): ReadonlyMap<string, string> {
  const left = new Map(files);
  for (const { readme } of packages) {
    if (readme?.yields && isForeign(join(root, readme.file), disk)) left.delete(readme.file);
  }
  return left;
}

function isForeign(path: string, disk: OutputDisk): boolean {
  const kind = disk.kind(path);
  return kind !== undefined && (kind !== "file" || !isGenerated(disk.read(path)));
}
