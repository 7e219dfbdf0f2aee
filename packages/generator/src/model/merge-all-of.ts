import type { Docs, ObjectSchema, Property, Schema, SchemaId } from "./api-model.ts";
import type { ModelContext } from "./context.ts";
import { preferDocs } from "./docs.ts";
import { saysOnlyType } from "./says-only-type.ts";

/**
 * One object that says what all parts say together, or `undefined` where the parts are not objects that can be merged:
 * a union, a recursion, or two different views of one property.
 */
export function mergeAllOf(
  parts: readonly Schema[],
  docs: Docs,
  context: ModelContext,
): ObjectSchema | undefined {
  const objects = parts.map((part) => asObject(part, context));
  if (!objects.every((part) => part !== undefined)) return undefined;
  if (objects.some((part) => part.additionalProperties !== true && objects.length > 1))
    return undefined;
  // Two parts may come from one schema; what that says counts once, or a row of such would double it each time.
  const rules = [...new Set(objects.flatMap((part) => part.rules ?? []))];
  const patternProperties = [...new Set(objects.flatMap((part) => part.patternProperties ?? []))];

  const properties = new Map<string, Property>();
  for (const property of objects.flatMap((part) => part.properties)) {
    const merged = mergeProperty(properties.get(property.name), property);
    if (!merged) return undefined;
    properties.set(property.name, merged);
  }
  return {
    kind: "object",
    properties: [...properties.values()],
    additionalProperties: true,
    nullable: parts.every((part) => part.nullable),
    docs: preferDocs(docs, objects[0]?.docs ?? {}),
    ...(patternProperties.length > 0 && { patternProperties }),
    ...(objects.every((part) => part.lenient) && { lenient: true }),
    ...(rules.length > 0 && { rules }),
  };
}

function asObject(schema: Schema, context: ModelContext): ObjectSchema | undefined {
  // References may lead to each other in a circle.
  const seen = new Set<SchemaId>();
  let content: Schema | undefined = schema;
  while (content?.kind === "reference" && !seen.has(content.schema)) {
    seen.add(content.schema);
    content = context.schemas.content(content.schema);
  }
  return content?.kind === "object" && isMergeable(content) ? content : undefined;
}

function isMergeable(schema: ObjectSchema): boolean {
  return (
    schema.minProperties === undefined &&
    schema.maxProperties === undefined &&
    schema.propertyNames === undefined
  );
}

function mergeProperty(first: Property | undefined, second: Property): Property | undefined {
  if (!first) return second;
  const required = first.required || second.required;
  const docs = preferDocs(second.docs, first.docs);
  if (second.schema.kind === "unknown") return { ...first, required, docs };
  if (first.schema.kind === "unknown" || isSame(first.schema, second.schema)) {
    return { ...second, required, docs };
  }
  if (isPlainOf(first.schema, second.schema)) return { ...second, required, docs };
  return isPlainOf(second.schema, first.schema) ? { ...first, required, docs } : undefined;
}

/** Whether a schema says less of a scalar than another one, which is more than JSON in a program: they are one. */
function isPlainOf(plain: Schema, { ...other }: Schema): boolean {
  if (!("held" in other) || "held" in plain || plain.nullable !== other.nullable) return false;
  return plain.kind === other.kind && saysOnlyType(plain);
}

function isSame(a: Schema, b: Schema): boolean {
  return JSON.stringify({ ...a, docs: {} }) === JSON.stringify({ ...b, docs: {} });
}
