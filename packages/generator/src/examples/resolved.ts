import { refOf } from "../resolve/ref-of.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";

/** More steps are a circle. */
const MOST_STEPS = 100;

/** What stands behind the references of a node; `undefined` where they lead nowhere, of which nothing is reported. */
export function resolved(node: Node, document: SpecDocument): Node | undefined {
  let current: Node | undefined = node;
  for (let steps = 0; current && refOf(current) !== undefined; steps += 1) {
    current = steps === MOST_STEPS ? undefined : document.find(current);
  }
  return current;
}
