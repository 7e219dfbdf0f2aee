import { child } from "../resolve/child.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Visit } from "./walk.ts";

/** Questions that several rules ask of what they visit. */

/** Tells whether the operation is one that clients call: one below `paths`, not of a webhook or a callback. */
export function isCalled(operation: Visit): boolean {
  const paths = operation.holder?.holder;
  return paths?.kind === "paths" && paths.key === "paths";
}

/** Tells whether the text at `key` says anything. */
export function hasText(node: Node, key: string): boolean {
  return (textOf(node, key) ?? "").trim() !== "";
}

/** Members of the object or array at `key`, references not followed; none for anything else. */
export function membersOf(node: Node, key: string): readonly (readonly [string, Node])[] {
  const holder = child(node, key);
  return holder ? entriesOf(holder) : [];
}

/** The same for the members of the node itself. */
export function entriesOf(holder: Node): readonly (readonly [string, Node])[] {
  if (typeof holder.value !== "object" || holder.value === null) return [];
  return Object.keys(holder.value).flatMap((name) => {
    const member = child(holder, name);
    return member ? [[name, member] as const] : [];
  });
}

/** The text at `key`; `undefined` when there is none. */
export function textOf(node: Node, key: string): string | undefined {
  const value = child(node, key)?.value;
  return typeof value === "string" ? value : undefined;
}
