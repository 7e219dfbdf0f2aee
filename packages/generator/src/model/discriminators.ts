import type { Discriminator, Schema } from "./api-model.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { ModelContext } from "./context.ts";
import { entries, member, object, requiredText } from "./read.ts";

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
  const property =
    discriminator && requiredText(discriminator, "propertyName", "A discriminator", context);
  if (discriminator === undefined || property === undefined) return undefined;

  const explicit = entries(discriminator, "mapping", context).flatMap(([value, target]) => {
    const schema = mappedSchema(target, context);
    return schema === undefined ? [] : [{ value, schema }];
  });
  const mapping = variants.flatMap((variant) => {
    if (variant.kind !== "reference") return [];
    const mapped = explicit.filter((entry) => entry.schema === variant.schema);
    return mapped.length > 0 ? mapped : [{ value: variant.schema, schema: variant.schema }];
  });
  const covers = variants.every(
    (variant) => variant.kind === "reference" && hasProperty(variant, property, context),
  );
  return covers ? { property, mapping } : undefined;
}

// A mapping's value is a reference or a bare component name.
function mappedSchema(target: Node, context: ModelContext): string | undefined {
  const value = String(target.value);
  const reference = /^[\w.-]+$/.test(value) ? `#/components/schemas/${value}` : value;
  const node = context.document.step({ value: { $ref: reference }, at: target.at });
  return node && context.schemas.idFor(node);
}

function hasProperty(variant: Schema, property: string, context: ModelContext): boolean {
  const content = variant.kind === "reference" ? context.schemas.content(variant.schema) : variant;
  return content?.kind === "object" && content.properties.some(({ name }) => name === property);
}
