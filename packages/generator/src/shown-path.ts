import { relative, sep } from "node:path";

/** A path as the user would type it in `cwd`, with slashes. */
export function shownPath(cwd: string, path: string): string {
  return relative(cwd, path).split(sep).join("/");
}
