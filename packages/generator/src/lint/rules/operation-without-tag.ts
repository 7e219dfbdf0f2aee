import { operationWithoutTag } from "../../diagnostics/catalog/lint.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Lint, Rule } from "../rule.ts";
import { isCalled, membersOf, textOf } from "../visits.ts";
import type { Visit } from "../walk.ts";

/**
 * Every operation that clients call has a tag, and every tag of an operation is declared by the document.
 *
 * Why: tags are the chapters of a reference and their declaration is the table of contents: its order, and what each
 * chapter is about. A tag that is not declared is more often a slip of the pen than a chapter.
 */
export const operationWithoutTagRule: Rule = {
  code: "operation-without-tag",
  kinds: ["document"],
  visit({ node }, lint) {
    const names = membersOf(node, "tags").map(([, tag]) => textOf(tag, "name") ?? "");
    const declared = new Set(names);
    for (const visit of lint.walk.visits) {
      if (visit.kind === "operation") checkTags(visit, declared, lint);
    }
  },
};

function checkTags(operation: Visit, declared: ReadonlySet<string>, { report }: Lint): void {
  const tags = membersOf(operation.node, "tags");
  if (tags.length === 0 && isCalled(operation)) report(operationWithoutTag(operation.node.at));
  for (const [, { value, at }] of tags) {
    if (typeof value !== "string" || declared.has(value)) continue;
    report(operationWithoutTag(at, value, nearest(value, declared)));
  }
}
