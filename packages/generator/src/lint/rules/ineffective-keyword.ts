import { ineffectiveKeyword } from "../../diagnostics/catalog/lint.ts";
import type { Rule } from "../rule.ts";
import { typesOf } from "../types.ts";
import { entriesOf } from "../visits.ts";

const KEYWORDS: readonly (readonly [types: string, keywords: string])[] = [
  ["string", "minLength maxLength pattern"],
  ["number integer", "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf"],
  [
    "array",
    "items prefixItems contains minItems maxItems uniqueItems minContains maxContains unevaluatedItems",
  ],
  [
    "object",
    "properties patternProperties additionalProperties propertyNames unevaluatedProperties required " +
      "minProperties maxProperties dependentRequired dependentSchemas",
  ],
];

/** By keyword, the types of the values that it says something of. JSON Schema 2020-12 (Validation), section 6. */
const TYPES_BY_KEYWORD: ReadonlyMap<string, readonly string[]> = new Map(
  KEYWORDS.flatMap(([types, keywords]) =>
    keywords.split(" ").map((keyword) => [keyword, types.split(" ")] as const),
  ),
);

/**
 * A schema that names its type has keywords of that type only.
 *
 * Why: what JSON Schema says of numbers lets texts pass, so that a limit of the wrong kind checks nothing, though it reads as
 * if it did.
 */
export const ineffectiveKeywordRule: Rule = {
  code: "ineffective-keyword",
  kinds: ["schema"],
  visit({ node }, { report }) {
    const types = typesOf(node);
    if (!types || types.length === 0) return;
    for (const [keyword, { at }] of entriesOf(node)) {
      const fitting = TYPES_BY_KEYWORD.get(keyword);
      if (!fitting || fitting.some((type) => types.includes(type))) continue;
      report(ineffectiveKeyword(at, keyword, types, fitting));
    }
  },
};
