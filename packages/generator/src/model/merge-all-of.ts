import type { Docs, ObjectSchema, Property, Schema } from "./api-model.ts";
import type { ModelContext } from "./context.ts";
import { preferDocs } from "./docs.ts";

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
  const rules = objects.flatMap((part) => part.rules ?? []);
  const patternProperties = objects.flatMap((part) => part.patternProperties ?? []);

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
  if (schema.kind === "object") return isMergeable(schema) ? schema : undefined;
  if (schema.kind !== "reference") return undefined;
  const content = context.schemas.content(schema.schema);
  return content && asObject(content, context);
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
  return undefined;
}

function isSame(a: Schema, b: Schema): boolean {
  return JSON.stringify({ ...a, docs: {} }) === JSON.stringify({ ...b, docs: {} });
}
