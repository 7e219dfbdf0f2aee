import { isAbsolute, relative, sep } from "node:path";

/** Tells whether `path` is `folder` or lies below it. Both absolute; links are the caller's matter. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
