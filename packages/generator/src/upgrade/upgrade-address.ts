import { child } from "../resolve/child.ts";
import { getMember } from "../resolve/json-pointer.ts";
import type { Node } from "../resolve/spec-document.ts";
import { isPlainObject } from "./is-swagger.ts";
import { upgradeServers } from "./library.ts";
import type { Origins } from "./origins.ts";

/**
 * `host`, `basePath` and `schemes` → Server Objects, the safe ones first. Swagger 2.0, Swagger Object.
 *
 * Where no scheme is given it is that of the document's own address, which nobody knows here: `https` sends no secret in
 * the open.
 */
export function upgradeAddress(root: Node, { record }: Origins): unknown[] | undefined {
  const host = textIn(root, "host");
  const basePath = textIn(root, "basePath");
  if (host === undefined && basePath === undefined) return undefined;
  const listed: unknown = getMember(root.value, "schemes")?.value;
  const schemes = ["https", "http"].filter(
    (scheme) => Array.isArray(listed) && listed.includes(scheme),
  );
  const servers = upgradeServers({
    ...(host !== undefined && { host, schemes: schemes.length > 0 ? schemes : ["https"] }),
    ...(basePath !== undefined && { basePath }),
  });
  const origin = child(root, host === undefined ? "basePath" : "host");
  if (origin) record({ file: root.at.file, pointer: "/servers" }, origin.at);
  return Array.isArray(servers) ? servers.filter(isPlainObject) : undefined;
}

// A trailing slash before a path that begins with one would make two of them.
function textIn(root: Node, key: string): string | undefined {
  const value: unknown = getMember(root.value, key)?.value;
  if (typeof value !== "string" || value === "") return undefined;
  const text = value.replace(/\/+$/, "");
  if (key === "host") return text;
  return text === "" || text.startsWith("/") ? text || "/" : `/${text}`;
}
