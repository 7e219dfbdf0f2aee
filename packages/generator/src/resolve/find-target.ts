import { nearest } from "../diagnostics/nearest.ts";
import type { SpecFiles } from "../load/spec-files.ts";
import { child } from "./child.ts";
import { findAnchors } from "./find-anchor.ts";
import type { Anchors } from "./find-anchor.ts";
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

/** Finds what a reference in `file` leads to; each text is worked out once for each file. */
export type FindTarget = (file: string, ref: string) => Target;

interface Search {
  readonly files: SpecFiles;
  readonly found: Map<string, Map<string, Target>>;
  readonly anchors: Map<string, Anchors>;
  /** References that pointers are being walked through, so that two which need each other end. */
  readonly walking: Set<string>;
}

export function createFindTarget(files: SpecFiles): FindTarget {
  const search = { files, found: new Map(), anchors: new Map(), walking: new Set<string>() };
  return (file, ref) => findOnce(file, ref, search);
}

function findOnce(file: string, ref: string, search: Search): Target {
  const known = search.found.get(file) ?? new Map<string, Target>();
  search.found.set(file, known);
  const target = known.get(ref) ?? find(file, ref, search);
  known.set(ref, target);
  return target;
}

function find(file: string, ref: string, search: Search): Target {
  const hash = ref.indexOf("#");
  const name = hash === -1 ? ref : ref.slice(0, hash);
  const fragment = hash === -1 ? "" : decodeFragment(ref.slice(hash + 1));
  const link = name === "" ? { file } : search.files.links.get(file)?.get(name);
  if (link === "refused") return { kind: "refused" };
  const root = link && rootOf(search.files, link.file);
  if (!root) return { kind: "missing" };
  const isPointer = fragment === "" || fragment.startsWith("/");
  return isPointer
    ? byPointer(root, name, fragment, search)
    : byAnchor(root, name, fragment, search);
}

/** The root of a file that was read. */
export function rootOf({ files }: SpecFiles, path: string): Node | undefined {
  const file = files.get(path);
  return file && { value: file.value, at: { file: path, pointer: "" } };
}

function byAnchor(root: Node, name: string, anchor: string, search: Search): Target {
  const { file } = root.at;
  const anchors = search.anchors.get(file) ?? findAnchors(root.value);
  search.anchors.set(file, anchors);
  const pointer = anchors.get(anchor);
  if (pointer !== undefined) return byPointer(root, name, pointer, search);
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
  const target = findOnce(node.at.file, ref, search);
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
