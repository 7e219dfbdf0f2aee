import { circularRef, invalidRef, unresolvedRef } from "../diagnostics/catalog/resolve.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { InternalError } from "../diagnostics/internal-error.ts";
import type { SpecFiles } from "../load/spec-files.ts";
import { findAnchors } from "./find-anchor.ts";
import type { Anchors } from "./find-anchor.ts";
import {
  decodeFragment,
  escapeToken,
  getMember,
  parsePointer,
  printPointer,
} from "./json-pointer.ts";
import type { Child, Node, SpecDocument } from "./spec-document.ts";

/** What a reference text leads to, worked out once for each file it stands in. */
type Target =
  | { readonly kind: "found"; readonly node: Node }
  | { readonly kind: "missing"; readonly guess?: string }
  | { readonly kind: "invalid"; readonly reason: string }
  /** Reported already. */
  | { readonly kind: "refused" };

/** A step of references while a pointer walks through one of them; longer chains are circles. */
const MAX_STEPS = 100;

/** Makes the document in which references are followed on request. Copies nothing. */
export function createSpecDocument(files: SpecFiles, report: Report): SpecDocument {
  return new Resolver(files, report);
}

/** The own member `key` of a node; `undefined` when it is not there. */
export const child: Child = (node, key) => {
  const member = getMember(node.value, String(key));
  return member && { value: member.value, at: below(node, String(key)) };
};

class Resolver implements SpecDocument {
  readonly root: Node;
  readonly #files: SpecFiles;
  readonly #report: Report;
  readonly #targets = new Map<string, Map<string, Target>>();
  readonly #anchors = new Map<string, Anchors>();
  /** References that a pointer is being walked through, so that two which need each other end. */
  readonly #walking = new Set<string>();
  /** Places whose reference has been reported. */
  readonly #reported = new Set<string>();

  constructor(files: SpecFiles, report: Report) {
    const root = rootOf(files, files.entry);
    if (!root)
      throw new InternalError("the entry document is not among its files", { entry: files.entry });
    this.root = root;
    this.#files = files;
    this.#report = report;
  }

  follow(node: Node): Node | undefined {
    let current: Node | undefined = node;
    for (let steps = 0; current && refOf(current) !== undefined; steps += 1) {
      if (steps === MAX_STEPS) {
        this.#reportOnce(node, circularRef(refPlace(node), String(refOf(node))));
        return undefined;
      }
      current = this.step(current);
    }
    return current;
  }

  step(node: Node): Node | undefined {
    const ref = refOf(node);
    if (ref === undefined) return node;
    const target = this.#target(node.at.file, ref);
    switch (target.kind) {
      case "found":
        return target.node;
      case "missing":
        this.#reportOnce(node, unresolvedRef(refPlace(node), String(ref), target.guess));
        return undefined;
      case "invalid":
        this.#reportOnce(node, invalidRef(refPlace(node), target.reason));
        return undefined;
      case "refused":
        return undefined;
    }
  }

  #target(file: string, ref: unknown): Target {
    if (typeof ref !== "string") return { kind: "invalid", reason: "it is not a string" };
    const known = this.#targets.get(file) ?? new Map<string, Target>();
    this.#targets.set(file, known);
    const target = known.get(ref) ?? this.#resolve(file, ref);
    known.set(ref, target);
    return target;
  }

  #resolve(file: string, ref: string): Target {
    const hash = ref.indexOf("#");
    const name = hash === -1 ? ref : ref.slice(0, hash);
    const fragment = hash === -1 ? "" : decodeFragment(ref.slice(hash + 1));
    const link = name === "" ? { file } : this.#files.links.get(file)?.get(name);
    if (link === "refused") return { kind: "refused" };
    const root = link && rootOf(this.#files, link.file);
    if (!root) return { kind: "missing" };
    if (fragment !== "" && !fragment.startsWith("/")) return this.#anchored(root, name, fragment);
    const tokens = parsePointer(fragment);
    if (!tokens) return { kind: "invalid", reason: 'after "~" there must be 0 or 1' };
    return this.#walk(root, name, tokens);
  }

  #anchored(root: Node, name: string, anchor: string): Target {
    const { file } = root.at;
    const anchors = this.#anchors.get(file) ?? findAnchors(root.value);
    this.#anchors.set(file, anchors);
    const pointer = anchors.get(anchor);
    const tokens = pointer === undefined ? undefined : parsePointer(pointer);
    if (tokens) return this.#walk(root, name, tokens);
    const guess = nearest(anchor, anchors.keys());
    return missing(guess && `${name}#${guess}`);
  }

  /** A pointer may lead through a reference: into a Path Item that stands in a file of its own, say. */
  #walk(root: Node, name: string, tokens: readonly string[]): Target {
    let node = root;
    for (const [index, token] of tokens.entries()) {
      const next = child(node, token) ?? this.#childThroughRef(node, token);
      if (!next) {
        const guess = nearest(token, Object.keys(Object(node.value)));
        return missing(guess && `${name}#${printPointer(tokens.with(index, guess))}`);
      }
      node = next;
    }
    return { kind: "found", node };
  }

  #childThroughRef(node: Node, token: string): Node | undefined {
    const seen = new Set<string>();
    let current = node;
    for (let ref = refOf(current); typeof ref === "string"; ref = refOf(current)) {
      const key = `${current.at.file}#${current.at.pointer}`;
      if (seen.has(key) || this.#walking.has(key)) return undefined;
      seen.add(key);
      this.#walking.add(key);
      const target = this.#target(current.at.file, ref);
      this.#walking.delete(key);
      if (target.kind !== "found") return undefined;
      current = target.node;
    }
    return child(current, token);
  }

  #reportOnce(node: Node, diagnostic: Parameters<Report>[0]): void {
    const place = `${node.at.file}#${node.at.pointer}`;
    if (this.#reported.has(place)) return;
    this.#reported.add(place);
    this.#report(diagnostic);
  }
}

function missing(guess: string | undefined): Target {
  return guess === undefined ? { kind: "missing" } : { kind: "missing", guess };
}

/**
 * The `$ref` of a node. An object under that name is not one: `properties` may have a member called `$ref`.
 */
function refOf({ value }: Node): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  if (!Object.hasOwn(value, "$ref")) return undefined;
  const ref = getMember(value, "$ref")?.value;
  return typeof ref === "object" && ref !== null ? undefined : ref;
}

function rootOf(files: SpecFiles, path: string): Node | undefined {
  const file = files.files.get(path);
  return file && { value: file.value, at: { file: path, pointer: "" } };
}

function refPlace(node: Node): Node["at"] {
  return below(node, "$ref");
}

function below({ at }: Node, key: string): Node["at"] {
  return { file: at.file, pointer: `${at.pointer}/${escapeToken(key)}` };
}
