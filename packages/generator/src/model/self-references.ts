import { selfReference } from "../diagnostics/catalog/model.ts";
import type { NamedSchema, Rule, Schema, SchemaId } from "./api-model.ts";
import type { ModelContext } from "./context.ts";

/**
 * Reports schemas that are made of themselves with nothing in between: `A: { anyOf: [A, B] }`. Through a property or an
 * array a schema may well reach itself.
 */
export function reportSelfReferences(schemas: readonly NamedSchema[], context: ModelContext): void {
  const parts = new Map(schemas.map(({ id, schema }) => [id, madeOf(schema)]));
  for (const { id, declared } of schemas) {
    const at = context.schemas.placeOf(id);
    if (declared && at && reaches(id, parts)) context.report(selfReference(at));
  }
}

function madeOf(schema: Schema): SchemaId[] {
  return [...partsOf(schema), ...(schema.rules ?? []).flatMap(ruled)];
}

function partsOf(schema: Schema): SchemaId[] {
  switch (schema.kind) {
    case "reference":
      return [schema.schema];
    case "union":
      return schema.variants.flatMap(madeOf);
    case "intersection":
      return schema.parts.flatMap(madeOf);
    default:
      return [];
  }
}

// Rules that look at the value itself, not at what is in it.
function ruled(rule: Rule): SchemaId[] {
  switch (rule.kind) {
    case "also":
    case "not":
    case "dependentSchema":
      return [rule.schema];
    case "conditional":
      return [rule.if, rule.then, rule.else].filter((id) => id !== undefined);
    default:
      return [];
  }
}

function reaches(start: SchemaId, parts: ReadonlyMap<SchemaId, readonly SchemaId[]>): boolean {
  const seen = new Set<SchemaId>();
  const waiting = [...(parts.get(start) ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === start) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(parts.get(id) ?? []));
  }
  return false;
}
