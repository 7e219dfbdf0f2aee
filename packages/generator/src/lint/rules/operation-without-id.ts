import { operationWithoutId } from "../../diagnostics/catalog/lint.ts";
import type { Rule } from "../rule.ts";
import { hasText, isCalled } from "../visits.ts";

/**
 * Every operation that clients call has an `operationId`.
 *
 * Why: without one its method is named after its path, and moving the path renames the method. Webhooks and callbacks
 * are exempt: they are named by their keys.
 */
export const operationWithoutIdRule: Rule = {
  code: "operation-without-id",
  kinds: ["operation"],
  visit(operation, { report }) {
    if (!isCalled(operation) || hasText(operation.node, "operationId")) return;
    const path = operation.holder?.key ?? "";
    report(operationWithoutId(operation.node.at, operation.key.toUpperCase(), path));
  },
};
