import { relative, sep } from "node:path";
import { isUrl } from "./load/is-url.ts";

/** A path as the user would type it in `cwd`, with slashes; an address as it is. */
export function shownPath(cwd: string, path: string): string {
  if (isUrl(path)) return path;
  return relative(cwd, path).split(sep).join("/");
}
