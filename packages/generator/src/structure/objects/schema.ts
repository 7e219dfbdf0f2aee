import { checkSchema } from "../check-schema.ts";
import type { Holds, ObjectRule } from "../object-rule.ts";

const texts = "title description format pattern contentEncoding contentMediaType $comment $anchor";
const flags = "nullable deprecated readOnly writeOnly uniqueItems";
const counts =
  "minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains";
const schemas =
  "not if then else contains additionalProperties propertyNames unevaluatedItems " +
  "unevaluatedProperties contentSchema";
const lists = "allOf anyOf oneOf prefixItems required enum";
const objects =
  "properties patternProperties dependentSchemas dependentRequired $defs definitions " +
  "discriminator xml externalDocs";
/** Said where they are read, or not read at all. */
const others =
  "$ref $dynamicRef $recursiveRef $dynamicAnchor $recursiveAnchor $id $schema $vocabulary type const default " +
  "example examples items additionalItems dependencies exclusiveMinimum exclusiveMaximum";

function each(names: string, holds: Holds): Readonly<Record<string, Holds>> {
  return Object.fromEntries(names.split(" ").map((name) => [name, holds]));
}

/** OpenAPI 3.2, section 4.24, and JSON Schema from draft 4 to 2020-12. Keywords that nobody knows are allowed. */
export const SCHEMA: ObjectRule = {
  name: "Schema Object",
  fields: {
    ...each(texts, "text"),
    ...each(flags, "flag"),
    ...each(counts, "count"),
    ...each("minimum maximum multipleOf", "number"),
    ...each(schemas, "schema"),
    ...each(lists, "list"),
    ...each(objects, "object"),
    ...each(others, "any"),
  },
  unknown: "guess",
  check: checkSchema,
};

export const DISCRIMINATOR: ObjectRule = {
  name: "Discriminator Object",
  fields: { propertyName: "text", mapping: "object", defaultMapping: "text" },
  expected: ["propertyName"],
};

/** OpenAPI 3.2, section 4.26: `nodeType` takes the place of two older fields. */
export const XML: ObjectRule = {
  name: "XML Object",
  fields: {
    nodeType: "text",
    name: "text",
    namespace: "text",
    prefix: "text",
    attribute: "flag",
    wrapped: "flag",
  },
  exclusive: [
    ["attribute", "nodeType"],
    ["wrapped", "nodeType"],
  ],
};
