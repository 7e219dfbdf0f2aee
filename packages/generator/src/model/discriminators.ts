import type { Discriminator, Property, Schema, SchemaId, UnionSchema } from "./api-model.ts";
import type { Node } from "../resolve/spec-document.ts";
import { looseDiscriminator } from "../diagnostics/catalog/model.ts";
import type { ModelContext } from "./context.ts";
import { checkMapping, mappedSchemas } from "./mapping.ts";
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
  const isNamed = variants.every((variant) => requires(variant, property, context));
  if (!isNamed) {
    context.report(looseDiscriminator(discriminator.at, property));
    return undefined;
  }
  const mapping = byMapping(discriminator, property, variants, context);
  return isUnique(mapping) ? { property, hint: true, mapping } : undefined;
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
    const told = mapped.length > 0 ? mapped : [context.schemas.nameOf(schema)];
    return tagValues(told, variant, property, context).map((value) => ({ value, schema }));
  });
}

/** Schemas on the way here, so that one which is made of itself ends. */
type Above = readonly SchemaId[];

/** The texts that a variant allows as the property; `undefined` where it may be missing or be anything else. */
function constantsOf(
  variant: Schema,
  property: string,
  context: ModelContext,
  above: Above = [],
): readonly string[] | undefined {
  if (variant.kind === "reference" && above.includes(variant.schema)) return undefined;
  const content = contentOf(variant, context);
  if (content?.kind === "union")
    return ofVariants(content, property, context, inside(variant, above));
  const found = requires(variant, property, context, above);
  const schema = found && contentOf(found.schema, context);
  if (schema?.kind !== "literal" || schema.nullable || schema.open) return undefined;
  const texts = schema.values.filter((value) => typeof value === "string");
  return texts.length === schema.values.length ? texts : undefined;
}

// A union of unions: what each of its own variants allows.
function ofVariants(
  { variants, nullable }: UnionSchema,
  property: string,
  context: ModelContext,
  above: Above,
): readonly string[] | undefined {
  if (nullable) return undefined;
  const constants = variants.map((variant) => constantsOf(variant, property, context, above));
  const known = constants.filter((values) => values !== undefined);
  return known.length === constants.length ? known.flat() : undefined;
}

/** The property, where each value of the schema must have it. */
export function requires(
  variant: Schema,
  property: string,
  context: ModelContext,
  above: Above = [],
): Property | undefined {
  if (variant.kind !== "reference" || above.includes(variant.schema)) return undefined;
  const content = contentOf(variant, context);
  if (content?.kind === "intersection") {
    const below = inside(variant, above);
    const found = content.parts.map((part) => requires(part, property, context, below));
    return found.find((each) => each?.schema.kind === "literal") ?? found.find(Boolean);
  }
  if (content?.kind !== "object") return undefined;
  return content.properties.find(({ name, required }) => name === property && required);
}

function inside(variant: Schema, above: Above): Above {
  return variant.kind === "reference" ? [...above, variant.schema] : above;
}

function contentOf(schema: Schema, context: ModelContext): Schema | undefined {
  return schema.kind === "reference" ? context.schemas.content(schema.schema) : schema;
}
