import { posix } from "node:path";

/** Where the part of a reference before its `#` leads, by its spelling alone. */
export type FileTarget =
  | { readonly kind: "remote" }
  | { readonly kind: "outside" }
  | { readonly kind: "file"; readonly path: string };

/**
 * Resolves a reference against the file it stands in. RFC 3986, section 5.2, for relative references only.
 *
 * @param folder Folder of the entry document.
 * @param from The referring file. All paths are relative to the same folder, or absolute, with slashes.
 */
export function fileTarget(folder: string, from: string, name: string): FileTarget {
  // A scheme (section 3.1) or a network-path reference (section 4.2).
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(name)) return { kind: "remote" };
  const decoded = decode(name);
  if (decoded.startsWith("/") || decoded.includes("\0")) return { kind: "outside" };
  const path = posix.join(posix.dirname(from), decoded);
  const way = posix.relative(folder, path);
  return way === ".." || way.startsWith("../") ? { kind: "outside" } : { kind: "file", path };
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
