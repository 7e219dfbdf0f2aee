import { operationWithoutSummary } from "../../diagnostics/catalog/lint.ts";
import type { Rule } from "../rule.ts";
import { hasText } from "../visits.ts";

/**
 * Every operation has a `summary`, those of webhooks and callbacks too.
 *
 * Why: it is the operation's line in lists, and the first line of what an editor shows for its method. A description
 * does not serve: nobody knows where its first sentence ends.
 */
export const operationWithoutSummaryRule: Rule = {
  code: "operation-without-summary",
  kinds: ["operation"],
  visit({ node }, { report }) {
    if (!hasText(node, "summary")) report(operationWithoutSummary(node.at));
  },
};
