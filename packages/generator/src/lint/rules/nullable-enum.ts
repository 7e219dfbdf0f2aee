import { nullableEnum } from "../../diagnostics/catalog/lint.ts";
import { child } from "../../resolve/child.ts";
import type { Rule } from "../rule.ts";
import { isNullable } from "../types.ts";

/**
 * A schema that allows `null` and lists its values lists `null`, too.
 *
 * Why: `enum` is a condition of its own, so that `null` is refused though the type allows it (OpenAPI 3.0.3, section
 * 4.7.24.1, and its proposal "Clarify Nullable"). Tools disagree on what they make of it.
 */
export const nullableEnumRule: Rule = {
  code: "nullable-enum",
  kinds: ["schema"],
  visit({ node }, { report }) {
    const values = child(node, "enum");
    if (!values || !Array.isArray(values.value) || values.value.length === 0) return;
    if (isNullable(node) && !values.value.includes(null)) report(nullableEnum(values.at));
  },
};
