import { posix } from "node:path";
import type { Link } from "../load/spec-files.ts";

/** By file, then by the part of a reference before its `#`: where it leads. Grows while files are upgraded. */
export type LinkTable = Map<string, Map<string, Link>>;

/** What a reference in the file `from` calls `file`; the link is made where there is none yet. */
export function linkTo(file: string, from: string, links: LinkTable): string {
  const own = links.get(from) ?? new Map<string, Link>();
  links.set(from, own);
  const known = [...own].find(([, link]) => link !== "refused" && link.file === file);
  if (known) return known[0];
  const way = posix.relative(posix.dirname(from), file);
  // That name may be taken by a file that could not be read.
  const name = own.has(way) ? `file-of-the-spec:${file}` : way;
  own.set(name, { file });
  return name;
}
