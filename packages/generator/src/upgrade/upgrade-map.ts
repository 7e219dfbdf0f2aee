import type { Place } from "../diagnostics/diagnostic.ts";
import { below, child } from "../resolve/child.ts";
import type { Node } from "../resolve/spec-document.ts";
import { isPlainObject } from "./is-swagger.ts";

/** A map of objects, each upgraded under its name; extensions among them stay as they are. */
export function upgradeMap(
  node: Node,
  to: Place,
  upgrade: (member: Node, to: Place) => unknown,
): unknown {
  if (!isPlainObject(node.value)) return node.value;
  const members = Object.keys(node.value).flatMap((name): [string, unknown][] => {
    const member = child(node, name);
    if (!member) return [];
    const isExtension = name.startsWith("x-") && !isPlainObject(member.value);
    return [[name, isExtension ? member.value : upgrade(member, below(to, name))]];
  });
  return Object.fromEntries(members);
}
