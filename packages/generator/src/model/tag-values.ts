import type { Discriminator, Schema } from "./api-model.ts";
import type { ModelContext } from "./context.ts";
import { type Known, nothingKnown, once } from "./once.ts";

/**
 * The texts that a schema lets the property be; `undefined` where it sets no such limit. Whether the property must be
 * there is not asked.
 */
export function allowedTexts(
  schema: Schema,
  property: string,
  context: ModelContext,
  known: Known<readonly string[]> = nothingKnown(),
): readonly string[] | undefined {
  switch (schema.kind) {
    case "reference":
      return once(schema.schema, known, () => {
        const content = context.schemas.content(schema.schema);
        return content && allowedTexts(content, property, context, known);
      });
    case "intersection": {
      const limits = schema.parts.flatMap((part) => {
        const limit = allowedTexts(part, property, context, known);
        return limit ? [limit] : [];
      });
      const [first, ...others] = limits;
      return first?.filter((value) => others.every((limit) => limit.includes(value)));
    }
    case "object": {
      const found = schema.properties.find(({ name }) => name === property);
      return found && textsOf(found.schema, context);
    }
    default:
      return undefined;
  }
}

function textsOf(schema: Schema, context: ModelContext): readonly string[] | undefined {
  const own = schema.kind === "reference" ? context.schemas.content(schema.schema) : schema;
  if (own?.kind !== "literal" || own.open || own.nullable) return undefined;
  return own.values.filter((value) => typeof value === "string");
}

/**
 * The values that mean a variant: those that the mapping tells, as far as the variant allows them. Where it allows none
 * of these it is right and the mapping is not, for a discriminator changes no verdict. OpenAPI 3.1, section 4.8.25.
 */
export function tagValues(
  told: readonly string[],
  variant: Schema,
  property: string,
  context: ModelContext,
): readonly string[] {
  const allowed = allowedTexts(variant, property, context);
  if (allowed === undefined || allowed.length === 0) return told;
  const kept = told.filter((value) => allowed.includes(value));
  return kept.length > 0 ? kept : allowed;
}

/** Tells whether every value means one schema and no other. */
export function isUnique(mapping: Discriminator["mapping"]): boolean {
  return new Set(mapping.map(({ value }) => value)).size === mapping.length;
}
