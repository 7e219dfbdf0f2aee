import { unusedTag } from "../../diagnostics/catalog/lint.ts";
import { child } from "../../resolve/child.ts";
import type { Node } from "../../resolve/spec-document.ts";
import type { Rule } from "../rule.ts";
import { membersOf, textOf } from "../visits.ts";
import type { Walk } from "../walk.ts";

/**
 * Some operation has every tag that the document declares, or some tag below it. OpenAPI 3.2, section 4.22 (`parent`).
 *
 * Why: it is a chapter without pages. Most often it was renamed in one place only. A tag named after a resource is the
 * heading of what lies below that resource, and used: `Billing` by `billing.meters.list`. A document without operations
 * is a library for others, and exempt.
 */
export const unusedTagRule: Rule = {
  code: "unused-tag",
  kinds: ["document"],
  visit({ node: root }, { walk, report }) {
    const operations = walk.visits.filter(({ kind }) => kind === "operation");
    if (operations.length === 0) return;
    const resources = new Set(operations.flatMap(({ node }) => resourcesOf(node)));
    const tags = membersOf(root, "tags").map(([, tag]) => tag);
    const parents = new Map(tags.map((tag) => [textOf(tag, "name"), textOf(tag, "parent")]));
    const used = new Set<string>();
    for (const named of tagsOf(operations)) {
      for (let tag: string | undefined = named; tag !== undefined && !used.has(tag);) {
        used.add(tag);
        tag = parents.get(tag);
      }
    }
    for (const tag of tags) {
      const name = textOf(tag, "name");
      const at = child(tag, "name")?.at;
      if (name === undefined || !at || used.has(name) || resources.has(plain(name))) continue;
      report(unusedTag(at, name));
    }
  },
};

function tagsOf(operations: Walk["visits"]): readonly string[] {
  return operations
    .flatMap(({ node }) => membersOf(node, "tags"))
    .flatMap(([, { value }]) => (typeof value === "string" ? [value] : []));
}

/** `billing` and `billingmeters` of `billing.meters.list`. */
function resourcesOf(operation: Node): readonly string[] {
  const segments = (textOf(operation, "operationId") ?? "").split(".");
  return segments.slice(0, -1).map((_, index) => plain(segments.slice(0, index + 1).join("")));
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
