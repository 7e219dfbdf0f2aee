import { missingField, unknownField } from "../diagnostics/catalog/model.ts";
import { exclusiveFields } from "../diagnostics/catalog/structure.ts";
import { article, capitalised } from "../diagnostics/catalog/words.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { child } from "../resolve/child.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { ObjectRule, StructureContext } from "./object-rule.ts";

/** Reports what an object lacks, what it has too much, and what its rule says besides. */
export function checkObject(node: Node, rule: ObjectRule, context: StructureContext): void {
  const { report } = context;
  const { fields, required = [], expected = [], exclusive = [] } = rule;
  const holder = capitalised(article(rule.name));
  const has = (field: string): boolean => Object.hasOwn(Object(node.value), field);
  for (const field of required) if (!has(field)) report(missingField(node.at, field, holder));
  for (const field of expected)
    if (!has(field)) report(missingField(node.at, field, holder, "warning"));
  for (const pair of exclusive) {
    const [, second] = pair;
    const found = pair.every(has) ? child(node, second) : undefined;
    if (found) report(exclusiveFields(found.at, pair, rule.name));
  }
  if (fields) checkUnknown(node, rule, fields, context);
  rule.check?.(node, context);
}

/** In shorter words than this a slip and a word of its own look the same. */
const SHORTEST_SLIP = 5;

function checkUnknown(
  node: Node,
  { name, unknown = "warning" }: ObjectRule,
  fields: Readonly<Record<string, unknown>>,
  { report }: StructureContext,
): void {
  for (const key of Object.keys(Object(node.value))) {
    if (Object.hasOwn(fields, key) || key.startsWith("x-")) continue;
    const found = child(node, key);
    const guess = nearest(key, Object.keys(fields));
    const isSlip = guess !== undefined && key.length >= SHORTEST_SLIP;
    if (!found || (unknown === "guess" && !isSlip)) continue;
    const severity = unknown === "error" ? "error" : "warning";
    report(unknownField(found.at, key, article(name), guess, severity));
  }
}
