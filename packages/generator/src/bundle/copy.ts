import { ExactNumber } from "../exact-number.ts";
import { componentContent } from "../model/component-content.ts";
import { child } from "../resolve/child.ts";
import { refOf } from "../resolve/ref-of.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";
import type { Components } from "./components.ts";
import type { Admit } from "./limits.ts";
import { mappedRef } from "./mapped-ref.ts";
import { holdsComponents, itemKind, memberKind, sectionOf } from "../structure/object-kinds.ts";
import type { Kind } from "../structure/object-kinds.ts";
import { refToPointer, refToPosition, within } from "./position.ts";
import type { Position } from "./position.ts";

/** What every step of a bundle may use. */
export interface Bundling {
  readonly document: SpecDocument;
  readonly components: Components;
  readonly admit: Admit;
  /** Contents of other files that are being copied, by place, with the position they come to. */
  readonly open: Map<string, Position>;
}

/** A value of the spec as it stands in the bundle. */
export function copy(node: Node, kind: Kind, position: Position, bundling: Bundling): unknown {
  if (!bundling.admit(node, position)) return null;
  const { value } = node;
  if (typeof value !== "object" || value === null || value instanceof ExactNumber) {
    return kind === "mappedRef" ? mappedRef(node, bundling) : value;
  }
  if (Array.isArray(value)) return copyItems(node, value, kind, position, bundling);
  if (kind !== "literal" && refOf(node) !== undefined) {
    return copyReference(node, kind, position, bundling);
  }
  return copyMembers(node, kind, position, bundling);
}

/** The content of another file as it stands at `position`. */
export function copyContent(
  node: Node,
  kind: Kind,
  position: Position,
  bundling: Bundling,
): unknown {
  const key = `${node.at.file}#${node.at.pointer}`;
  bundling.open.set(key, position);
  const content = copy(node, kind, position, bundling);
  bundling.open.delete(key);
  return content;
}

function copyItems(
  node: Node,
  items: readonly unknown[],
  kind: Kind,
  position: Position,
  bundling: Bundling,
): unknown[] {
  return items.map((_, index) => {
    const item = child(node, index);
    return item && copy(item, itemKind(kind), within(position, String(index)), bundling);
  });
}

/** @param ref What to put in the place of the node's `$ref`. Default: it stays. */
function copyMembers(
  node: Node,
  kind: Kind,
  position: Position,
  bundling: Bundling,
  ref?: string,
): unknown {
  const { document } = bundling;
  const isForeign = node.at.file !== document.root.at.file;
  const members = Object.keys(Object(node.value)).flatMap((key): [string, unknown][] => {
    const member = child(node, key);
    if (!member) return [];
    if (key === "$ref" && ref !== undefined) return [[key, ref]];
    if (isForeign && isAnchor(key, member, kind)) return [];
    const memberPosition = within(position, key);
    const next = memberKind(kind, key);
    // A component that only points into another file is what is there, under its own name.
    const content = holdsComponents(kind) ? componentContent(member, document) : member;
    return [
      content === member
        ? [key, copy(member, next, memberPosition, bundling)]
        : [key, copyContent(content, next, memberPosition, bundling)],
    ];
  });
  return Object.fromEntries(members);
}

// Whatever referred to it refers to a component now; and content that is copied twice would give the anchor twice.
function isAnchor(key: string, { value }: Node, kind: Kind): boolean {
  return kind === "schema" && key === "$anchor" && typeof value === "string";
}

function copyReference(node: Node, kind: Kind, position: Position, bundling: Bundling): unknown {
  const { document, components } = bundling;
  const target = document.follow(node) && document.step(node);
  // It leads nowhere, and that has been reported.
  if (!target) return copyMembers(node, kind, position, bundling);
  const entry = document.root.at.file;
  if (target.at.file === entry) {
    const isInternal = node.at.file === entry && String(refOf(node)).startsWith("#");
    const ref = isInternal ? undefined : refToPointer(target.at.pointer);
    return copyMembers(node, kind, position, bundling, ref);
  }
  const section = sectionOf(kind);
  if (section === undefined) return putInPlace(node, target, kind, position, bundling);
  const ref = refToPointer(`/components/${section}/${components.nameOf(target, section)}`);
  return copyMembers(node, kind, position, bundling, ref);
}

/** Recursion ends in a reference to where the content stands already. Members beside `$ref` win. */
function putInPlace(
  node: Node,
  target: Node,
  kind: Kind,
  position: Position,
  bundling: Bundling,
): unknown {
  const outer = bundling.open.get(`${target.at.file}#${target.at.pointer}`);
  if (outer) return copyMembers(node, kind, position, bundling, refToPosition(outer));
  const content = copyContent(target, kind, position, bundling);
  if (Object.keys(Object(node.value)).length === 1) return content;
  if (typeof content !== "object" || content === null || Array.isArray(content)) return content;
  const own = Object.entries(Object(copyMembers(node, kind, position, bundling)));
  const beside = own.filter(([key]) => key !== "$ref");
  return Object.fromEntries([...Object.entries(content), ...beside]);
}
