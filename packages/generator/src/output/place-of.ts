import { posix } from "node:path";
import type { OutputPlace } from "./output-tree.ts";

/** The part of a configuration that says where output goes. */
export interface PlaceConfig {
  readonly root: string;
  readonly packages: readonly {
    readonly dir: string;
    readonly targets: Readonly<Record<string, string>>;
    readonly kept: readonly string[];
    readonly surface?: string;
    readonly readme?: { readonly file: string };
  }[];
}

/**
 * Where a run may write, and where it tidies.
 *
 * A run of all targets owns the folders of its packages whole. A narrowed one owns the folders of its targets only, for
 * it cannot know what the other targets would have printed.
 */
export function placeOf({ root, packages }: PlaceConfig): OutputPlace {
  return {
    root,
    folders: packages.map(({ dir }) => dir),
    owned: packages.flatMap(({ dir, targets, kept }) =>
      kept.length === 0 ? [dir] : Object.values(targets).map((folder) => posix.join(dir, folder)),
    ),
    kept: packages.flatMap(({ dir, kept }) => kept.map((folder) => posix.join(dir, folder))),
    extras: packages.flatMap(({ surface, readme }) => [
      ...(surface === undefined ? [] : [surface]),
      ...(readme ? [readme.file] : []),
    ]),
  };
}
