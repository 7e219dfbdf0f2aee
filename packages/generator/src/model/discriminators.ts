import type { Discriminator, Property, Schema, UnionSchema } from "./api-model.ts";
import type { Node } from "../resolve/spec-document.ts";
import { looseDiscriminator } from "../diagnostics/catalog/model.ts";
import type { ModelContext } from "./context.ts";
import { checkMapping, fallbackOf, mappedSchemas } from "./mapping.ts";
import { type Known, nothingKnown, once } from "./once.ts";
import { member, object, text } from "./read.ts";
import { isUnique, tagValues } from "./tag-values.ts";

/**
 * The discriminator with its implicit mappings written out: a variant without a mapping answers to the last part of its
 * reference. OpenAPI 3.1, section 4.8.25 (Discriminator Object).
 *
 * @returns `undefined` where there is none, or where a variant is not a named object: the union is then told apart by
 *   its content alone.
 */
export function buildDiscriminator(
  node: Node,
  variants: readonly Schema[],
  context: ModelContext,
): Discriminator | undefined {
  if (!member(node, "discriminator")) return undefined;
  const discriminator = object(node, "discriminator", context);
  const property = discriminator && text(discriminator, "propertyName", context);
  if (discriminator === undefined || property === undefined) return undefined;

  checkMapping(discriminator, property, context);
  const constants = variants.map((variant) => constantsOf(variant, property, context));
  if (constants.every((values) => values !== undefined))
    return byConstants(property, variants, constants);
  const fallback = fallbackOf(discriminator, context);
  const isNamed = variants.every((variant) =>
    fallback === undefined ? requires(variant, property, context) : variant.kind === "reference",
  );
  if (!isNamed) {
    context.report(looseDiscriminator(discriminator.at, property));
    return undefined;
  }
  const mapping = byMapping(discriminator, property, variants, context);
  if (!isUnique(mapping)) return undefined;
  const isVariant = variants.some((one) => one.kind === "reference" && one.schema === fallback);
  return {
    property,
    hint: true,
    ...(fallback !== undefined && isVariant && { fallback }),
    mapping,
  };
}

// What the variants say of the property counts, whatever the mapping says: a discriminator is a hint and changes no
// verdict. OpenAPI 3.1, section 4.8.25.
function byConstants(
  property: string,
  variants: readonly Schema[],
  constants: readonly (readonly string[])[],
): Discriminator | undefined {
  const all = constants.flat();
  if (new Set(all).size < all.length) return undefined;
  const mapping = variants.flatMap((variant, index) =>
    variant.kind === "reference"
      ? (constants[index] ?? []).map((value) => ({ value, schema: variant.schema }))
      : [],
  );
  return { property, mapping };
}

function byMapping(
  discriminator: Node,
  property: string,
  variants: readonly Schema[],
  context: ModelContext,
): Discriminator["mapping"] {
  const explicit = mappedSchemas(discriminator, context);
  return variants.flatMap((variant) => {
    if (variant.kind !== "reference") return [];
    const { schema } = variant;
    const mapped = explicit.filter((entry) => entry.schema === schema).map(({ value }) => value);
    if (mapped.length === 0 && schema === fallbackOf(discriminator, context)) return [];
    const told = mapped.length > 0 ? mapped : [context.schemas.nameOf(schema)];
    return tagValues(told, variant, property, context).map((value) => ({ value, schema }));
  });
}

/** What is known of schemas, asked about one property. */
interface Found {
  readonly texts: Known<readonly string[]>;
  readonly properties: Known<Property>;
}

/** The texts that a variant allows as the property; `undefined` where it may be missing or be anything else. */
function constantsOf(
  variant: Schema,
  property: string,
  context: ModelContext,
  found: Found = { texts: nothingKnown(), properties: nothingKnown() },
): readonly string[] | undefined {
  if (variant.kind === "union") return ofVariants(variant, property, context, found);
  if (variant.kind !== "reference") return undefined;
  return once(variant.schema, found.texts, () => {
    const content = contentOf(variant, context);
    if (content?.kind === "union") return ofVariants(content, property, context, found);
    const required = requires(variant, property, context, found.properties);
    const schema = required && contentOf(required.schema, context);
    if (schema?.kind !== "literal" || schema.nullable || schema.open) return undefined;
    const texts = schema.values.filter((value) => typeof value === "string");
    return texts.length === schema.values.length ? texts : undefined;
  });
}

// A union of unions: what each of its own variants allows.
function ofVariants(
  { variants, nullable }: UnionSchema,
  property: string,
  context: ModelContext,
  found: Found,
): readonly string[] | undefined {
  if (nullable) return undefined;
  const constants = variants.map((variant) => constantsOf(variant, property, context, found));
  const known = constants.filter((values) => values !== undefined);
  return known.length === constants.length ? [...new Set(known.flat())] : undefined;
}

/** The property, where each value of the schema must have it. */
export function requires(
  variant: Schema,
  property: string,
  context: ModelContext,
  known: Known<Property> = nothingKnown(),
): Property | undefined {
  if (variant.kind !== "reference") return undefined;
  return once(variant.schema, known, () => {
    const content = contentOf(variant, context);
    if (content?.kind === "intersection") {
      const found = content.parts.map((part) => requires(part, property, context, known));
      return found.find((each) => each?.schema.kind === "literal") ?? found.find(Boolean);
    }
    if (content?.kind !== "object") return undefined;
    return content.properties.find(({ name, required }) => name === property && required);
  });
}

function contentOf(schema: Schema, context: ModelContext): Schema | undefined {
  return schema.kind === "reference" ? context.schemas.content(schema.schema) : schema;
}
