import type { Report } from "../diagnostics/diagnostic.ts";
import type { SpecDocument } from "../resolve/spec-document.ts";
import type { Rule, Schemas } from "./rule.ts";
import { closedPartRule } from "./rules/closed-part.ts";
import { exampleMismatchRule } from "./rules/example-mismatch.ts";
import { ineffectiveDefaultRule } from "./rules/ineffective-default.ts";
import { ineffectiveKeywordRule } from "./rules/ineffective-keyword.ts";
import { nullableEnumRule } from "./rules/nullable-enum.ts";
import { operationWithoutIdRule } from "./rules/operation-without-id.ts";
import { operationWithoutSuccessRule } from "./rules/operation-without-success.ts";
import { operationWithoutSummaryRule } from "./rules/operation-without-summary.ts";
import { operationWithoutTagRule } from "./rules/operation-without-tag.ts";
import { overlappingVariantsRule } from "./rules/overlapping-variants.ts";
import { undescribedRule } from "./rules/undescribed.ts";
import { unusedComponentRule } from "./rules/unused-component.ts";
import { unusedTagRule } from "./rules/unused-tag.ts";
import { walkDocument } from "./walk.ts";

/** Our own rules. Their order has no meaning: findings are sorted by place. */
export const RULES: readonly Rule[] = [
  operationWithoutIdRule,
  operationWithoutSummaryRule,
  operationWithoutTagRule,
  operationWithoutSuccessRule,
  undescribedRule,
  exampleMismatchRule,
  unusedComponentRule,
  ineffectiveKeywordRule,
  unusedTagRule,
  overlappingVariantsRule,
  closedPartRule,
  ineffectiveDefaultRule,
  nullableEnumRule,
];

/** Reports what the rules find in a spec of any number of files. */
export function lint(document: SpecDocument, schemas: Schemas, report: Report): void {
  const walk = walkDocument(document);
  for (const visit of walk.visits) {
    for (const rule of RULES) {
      if (rule.kinds.includes(visit.kind)) rule.visit(visit, { document, walk, schemas, report });
    }
  }
}
