import { holdsComponents, memberKind } from "../../structure/object-kinds.ts";
import { unusedComponent } from "../../diagnostics/catalog/lint.ts";
import { child } from "../../resolve/child.ts";
import { refOf } from "../../resolve/ref-of.ts";
import type { Node, SpecDocument } from "../../resolve/spec-document.ts";
import type { Rule } from "../rule.ts";
import { namedSchemes } from "../named-schemes.ts";
import { findShelves } from "../shelves.ts";
import { entriesOf, membersOf } from "../visits.ts";
import { keyOf } from "../walk.ts";

/**
 * Some operation or webhook leads to every component, be it through others.
 *
 * Why: what nothing leads to is either left over, and then somebody will mend it in vain one day, or it was meant to be
 * used and is missing where it belongs. A document without operations and webhooks is a library for others, and exempt.
 * Files that no reference reaches are not read at all. A schema that users are to have though nothing leads to it, such as
 * the union of all events, says so: `x-specwright: { public: true }`.
 */
export const unusedComponentRule: Rule = {
  code: "unused-component",
  kinds: ["document"],
  visit({ node: root }, { document, walk, report }) {
    if (!walk.visits.some(({ kind }) => kind === "operation")) return;
    const shelves = findShelves(document, walk);
    const isReached = (node: Node): boolean =>
      walk.isUsed(node.at) || shelves.leadTo.has(keyOf(node.at));
    const isUsed = (node: Node): boolean => {
      const target = isAlias(node) ? document.step(node) : undefined;
      return [node, ...(target ? [target] : [])].some((one) => isReached(one) || isPublic(one));
    };
    const unused = [
      ...components(root).filter((node) => !isUsed(node)),
      ...shelves.shelves.flatMap((shelf) => entries(shelf).filter((node) => !isUsed(node))),
      ...unusedSchemes(document, namedSchemes(root, walk)),
    ];
    for (const { at } of unused) report(unusedComponent(at, nameAt(at.pointer)));
  },
};

/** What the sections of `components` hold, security schemes left aside. */
function components(root: Node): readonly Node[] {
  return membersOf(root, "components").flatMap(([section, node]) => {
    const kind = memberKind("components", section);
    return holdsComponents(kind) && kind !== "securitySchemes" ? entries(node) : [];
  });
}

function entries(holder: Node): readonly Node[] {
  return entriesOf(holder).flatMap(([name, node]) =>
    name.startsWith("x-") || typeof node.value !== "object" ? [] : [node],
  );
}

function unusedSchemes({ root }: SpecDocument, named: ReadonlySet<string>): readonly Node[] {
  const holder = child(root, "components");
  const schemes = holder ? membersOf(holder, "securitySchemes") : [];
  return schemes.flatMap(([name, node]) => (named.has(name) ? [] : [node]));
}

// A component that only points elsewhere gives a name to what stands there.
function isAlias(node: Node): boolean {
  return refOf(node) !== undefined && Object.keys(Object(node.value)).length === 1;
}

function isPublic(node: Node): boolean {
  const extension = child(node, "x-specwright");
  return extension !== undefined && child(extension, "public")?.value === true;
}

function nameAt(pointer: string): string {
  const token = pointer.split("/").at(-1) ?? "";
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
