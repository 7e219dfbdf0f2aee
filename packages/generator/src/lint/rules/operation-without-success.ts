import { operationWithoutSuccess } from "../../diagnostics/catalog/lint.ts";
import type { Rule } from "../rule.ts";
import { membersOf } from "../visits.ts";

/** OpenAPI 3.1, section 4.8.16: a status, a range of them, or `default`. */
const SUCCESS = /^(?:[23]..|default)$/;

/**
 * Every operation describes an answer that means success: 2XX, 3XX or `default`.
 *
 * Why: what is described is what callers get. With failures alone a method returns nothing, whatever the server sends.
 */
export const operationWithoutSuccessRule: Rule = {
  code: "operation-without-success",
  kinds: ["operation"],
  visit({ node }, { report }) {
    const statuses = membersOf(node, "responses").map(([status]) => status);
    if (!statuses.some((status) => SUCCESS.test(status))) report(operationWithoutSuccess(node.at));
  },
};
