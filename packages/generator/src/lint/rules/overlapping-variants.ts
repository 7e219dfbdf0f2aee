import { overlappingVariants } from "../../diagnostics/catalog/lint.ts";
import { child } from "../../resolve/child.ts";
import type { Node, SpecDocument } from "../../resolve/spec-document.ts";
import type { Rule } from "../rule.ts";
import { isNullable, typesOf } from "../types.ts";
import { entriesOf, membersOf } from "../visits.ts";
import { keyOf } from "../walk.ts";

/** What stands in a schema and lets every value pass. `format` describes a value and is no condition. */
const SAYS_NOTHING =
  /^(?:title|description|summary|deprecated|default|examples?|format|nullable|readOnly|writeOnly|externalDocs|xml|\$comment|x-.*)$/;

/**
 * No variant of a `oneOf` lies within another.
 *
 * Why: exactly one variant must match (JSON Schema 2020-12 Core, section 10.2.1.3). A value of the smaller one matches both,
 * so that it is refused: `oneOf: [{ type: integer }, { type: number }]` allows no integer. Only what is plain to see is
 * told: the same schema twice, and a variant that says no more than a type.
 */
export const overlappingVariantsRule: Rule = {
  code: "overlapping-variants",
  kinds: ["schema"],
  visit({ node }, { document, report }) {
    const variants = membersOf(node, "oneOf").map(([, variant]) => variant);
    const told = new Set<string>();
    for (const [index, variant] of variants.entries()) {
      const other = variants.findIndex(
        (wide, place) =>
          place !== index && !told.has(pairKey(place, index)) && isWithin(variant, wide, document),
      );
      if (other < 0) continue;
      told.add(pairKey(index, other));
      report(overlappingVariants(variant.at, other + 1));
    }
  },
};

// Of two that are the same, one is told of.
function pairKey(one: number, other: number): string {
  return `${one} ${other}`;
}

function isWithin(narrow: Node, wide: Node, document: SpecDocument): boolean {
  const [inner, outer] = [narrow, wide].map((node) => document.follow(node));
  if (!inner || !outer) return false;
  if (keyOf(inner.at) === keyOf(outer.at)) return true;
  const open = openTypes(outer);
  if (open === "any") return true;
  const types = typesOf(inner);
  if (!open || !types || types.length === 0 || isNullable(inner)) return false;
  return types.every(
    (type) => open.includes(type) || (type === "integer" && open.includes("number")),
  );
}

/** The types that a schema lets pass, whatever the value; `undefined` where it has conditions. */
function openTypes(schema: Node): readonly string[] | "any" | undefined {
  if (schema.value === true) return "any";
  if (typeof schema.value !== "object") return undefined;
  const conditions = entriesOf(schema).filter(([keyword]) => !SAYS_NOTHING.test(keyword));
  if (conditions.length === 0) return "any";
  return conditions.length === 1 && child(schema, "type") ? typesOf(schema) : undefined;
}
