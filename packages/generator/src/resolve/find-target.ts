import { nearest } from "../diagnostics/nearest.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import type { SchemaResource } from "../load/schema-resources.ts";
import { fileUri, resolveUri, resourceAt } from "../load/schema-resources.ts";
import type { SpecFiles } from "../load/spec-files.ts";
import { child } from "./child.ts";
import { decodeFragment, parsePointer, printPointer } from "./json-pointer.ts";
import { refOf } from "./ref-of.ts";
import type { Node } from "./spec-document.ts";

/** What the text of a reference leads to. */
type Target =
  | { readonly kind: "found"; readonly node: Node }
  | { readonly kind: "missing"; readonly guess?: string }
  | { readonly kind: "invalid"; readonly reason: string }
  /** It could not be read, and that has been reported. */
  | { readonly kind: "refused" };

/** Finds what a reference at a place leads to; each text is worked out once for each file, or schema with a URI. */
export type FindTarget = (at: Place, ref: string) => Target;

interface Search {
  readonly files: SpecFiles;
  /** Places of schemas that have a URI. */
  readonly uris: ReadonlyMap<string, Place>;
  readonly found: Map<string, Map<string, Target>>;
  /** References that pointers are being walked through, so that two which need each other end. */
  readonly walking: Set<string>;
}

export function createFindTarget(files: SpecFiles): FindTarget {
  const search = { files, uris: urisOf(files), found: new Map(), walking: new Set<string>() };
  return (at, ref) => findOnce(at, ref, search);
}

function urisOf({ files }: SpecFiles): ReadonlyMap<string, Place> {
  return new Map(
    [...files].flatMap(([file, { resources }]) =>
      resources.map(({ uri, pointer }): [string, Place] => [uri, { file, pointer }]),
    ),
  );
}

function findOnce({ file, pointer }: Place, ref: string, search: Search): Target {
  const resource = resourceOf(search.files, { file, pointer });
  const key = `${file}#${resource?.pointer ?? ""}`;
  const known = search.found.get(key) ?? new Map<string, Target>();
  search.found.set(key, known);
  const target = known.get(ref) ?? find(file, resource, ref, search);
  known.set(ref, target);
  return target;
}

function find(file: string, from: SchemaResource | undefined, ref: string, search: Search): Target {
  const hash = ref.indexOf("#");
  const name = hash === -1 ? ref : ref.slice(0, hash);
  const fragment = hash === -1 ? "" : decodeFragment(ref.slice(hash + 1));
  const root = holderOf(file, from, name, search);
  if (!root) return { kind: "missing" };
  if (root === "refused") return { kind: "refused" };
  const isPointer = fragment === "" || fragment.startsWith("/");
  return isPointer
    ? byPointer(root, name, fragment, search)
    : byAnchor(root, name, fragment, search);
}

/** The file or the schema that the part of a reference before its `#` names. */
function holderOf(
  file: string,
  from: SchemaResource | undefined,
  name: string,
  { files, uris }: Search,
): Node | "refused" | undefined {
  if (name === "") return nodeAt(files, file, from?.pointer ?? "");
  const uri = uris.size > 0 ? resolveUri(name, from?.uri ?? fileUri(file)) : undefined;
  const named = uri === undefined ? undefined : uris.get(uri);
  if (named) return nodeAt(files, named.file, named.pointer);
  const link = files.links.get(file)?.get(name);
  return link === "refused" ? link : link && rootOf(files, link.file);
}

function nodeAt(files: SpecFiles, file: string, pointer: string): Node | undefined {
  const tokens = parsePointer(pointer) ?? [];
  return tokens.reduce<Node | undefined>(
    (node, token) => node && child(node, token),
    rootOf(files, file),
  );
}

/** The innermost schema with a URI of its own that a place is in; the file where there is none. */
export function resourceOf(
  { files }: SpecFiles,
  { file, pointer }: Place,
): SchemaResource | undefined {
  return resourceAt(files.get(file)?.resources ?? [], pointer);
}

/** The root of a file that was read. */
export function rootOf({ files }: SpecFiles, path: string): Node | undefined {
  const file = files.get(path);
  return file && { value: file.value, at: { file: path, pointer: "" } };
}

function byAnchor(holder: Node, name: string, anchor: string, search: Search): Target {
  const { file } = holder.at;
  const anchors = resourceOf(search.files, holder.at)?.anchors ?? new Map<string, string>();
  const pointer = anchors.get(anchor);
  const node = pointer === undefined ? undefined : nodeAt(search.files, file, pointer);
  if (node) return { kind: "found", node };
  const guess = nearest(anchor, anchors.keys());
  return missing(guess && `${name}#${guess}`);
}

function byPointer(root: Node, name: string, pointer: string, search: Search): Target {
  const tokens = parsePointer(pointer);
  if (!tokens) return { kind: "invalid", reason: 'after "~" there must be 0 or 1' };
  let node = root;
  for (const [index, token] of tokens.entries()) {
    const next = child(node, token) ?? childThroughRef(node, token, search);
    if (!next) {
      const guess = nearest(token, Object.keys(Object(node.value)));
      return missing(guess && `${name}#${printPointer(tokens.with(index, guess))}`);
    }
    node = next;
  }
  return { kind: "found", node };
}

// A pointer may lead through a reference: into a Path Item that stands in a file of its own, say.
function childThroughRef(node: Node, token: string, search: Search): Node | undefined {
  const ref = refOf(node);
  const key = `${node.at.file}#${node.at.pointer}`;
  if (typeof ref !== "string" || search.walking.has(key)) return undefined;
  search.walking.add(key);
  const target = findOnce(node.at, ref, search);
  const found =
    target.kind === "found"
      ? (child(target.node, token) ?? childThroughRef(target.node, token, search))
      : undefined;
  search.walking.delete(key);
  return found;
}

function missing(guess: string | undefined): Target {
  return guess === undefined ? { kind: "missing" } : { kind: "missing", guess };
}
