import { componentContent } from "../model/component-content.ts";
import { typeName } from "../model/schema-registry.ts";
import { child } from "../resolve/child.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";
import type { Section } from "../structure/object-kinds.ts";

/** A component of the entry document. */
export interface Declared {
  readonly name: string;
  /** What stands under the name. */
  readonly node: Node;
  /** What the component is; see `componentContent`. */
  readonly content: Node;
}

/** The components of one section. Of two for the same content the first is the one that references lead to. */
export function declaredIn(section: Section, document: SpecDocument): Declared[] {
  const components = memberOf(document.root, "components", document);
  const holder = components && memberOf(components, section, document);
  if (!holder || typeof holder.value !== "object" || holder.value === null) return [];
  return Object.keys(holder.value)
    .sort(byPlainName)
    .flatMap((name) => {
      const node = child(holder, name);
      return node ? [{ name, node, content: componentContent(node, document) }] : [];
    });
}

function memberOf(node: Node, key: string, document: SpecDocument): Node | undefined {
  const member = child(node, key);
  return member && document.follow(member);
}

// The model's order: of two that would have the same name it goes to the one that is spelled so.
function byPlainName(a: string, b: string): number {
  const isPlain = (name: string): boolean => typeName(name) === name;
  return Number(isPlain(b)) - Number(isPlain(a)) || (a < b ? -1 : 1);
}
