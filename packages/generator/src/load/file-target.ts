import { posix } from "node:path";
import { isUrl } from "./is-url.ts";

/** Where the part of a reference before its `#` leads, by its spelling alone. */
export type FileTarget =
  /** On the network. Without `url` there is no way there: another scheme, or a name that is no address. */
  | { readonly kind: "remote"; readonly url?: string }
  /** Out of the folder of the entry document. Without `path` there is no such file. */
  | { readonly kind: "outside"; readonly path?: string }
  | { readonly kind: "file"; readonly path: string };

/**
 * Resolves a reference against the file it stands in. RFC 3986, section 5.2.
 *
 * @param folder Folder of the entry document.
 * @param from The referring file. All paths are relative to the same folder, or absolute, with slashes; or addresses on the
 * network, from where no reference leads to a local file.
 */
export function fileTarget(folder: string, from: string, name: string): FileTarget {
  if (isUrl(from)) return remoteTarget(name, from);
  // A scheme (section 3.1) or a network-path reference (section 4.2).
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(name))
    return remoteTarget(name, "https://nowhere.invalid");
  const decoded = decode(name);
  if (decoded.includes("\0")) return { kind: "outside" };
  if (decoded.startsWith("/")) return { kind: "outside", path: posix.normalize(decoded) };
  const path = posix.join(posix.dirname(from), decoded);
  const way = posix.relative(folder, path);
  return { kind: way === ".." || way.startsWith("../") ? "outside" : "file", path };
}

function remoteTarget(name: string, from: string): FileTarget {
  const url = URL.parse(name, from);
  if (!url || !isUrl(url.href)) return { kind: "remote" };
  return { kind: "remote", url: url.href.split("#", 1)[0] ?? url.href };
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
