import type { Node, SpecDocument } from "../resolve/spec-document.ts";
import { keys, member } from "./read.ts";

/**
 * What a component is: one that only points into another file is what stands there, else it is the node itself.
 *
 * Keywords beside `$ref` count (JSON Schema 2020-12, Core, section 8.2.3.1), so with them the component is more than its
 * target, and keeps its reference.
 */
export function componentContent(node: Node, document: SpecDocument): Node {
  if (!member(node, "$ref") || keys(node).length > 1) return node;
  const target = document.step(node);
  if (!target || target.at.file === node.at.file) return node;
  return target.at.file === document.root.at.file ? node : target;
}
