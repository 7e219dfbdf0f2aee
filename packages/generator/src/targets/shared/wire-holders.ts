import type { NamedSchema, Schema, SchemaId } from "../../model/api-model.ts";
import { references } from "../../model/references.ts";

type Schemas = ReadonlyMap<SchemaId, NamedSchema>;

const known = new WeakMap<Schemas, ReadonlySet<SchemaId>>();

/** Schemas whose values may hold a scalar that JSON has no type for, themselves or in what they refer to. */
export function holders(schemas: Schemas): ReadonlySet<SchemaId> {
  const found = known.get(schemas) ?? findHolders(schemas);
  known.set(schemas, found);
  return found;
}

function findHolders(schemas: Schemas): ReadonlySet<SchemaId> {
  const above = new Map<SchemaId, SchemaId[]>();
  const waiting: SchemaId[] = [];
  for (const [id, { schema }] of schemas) {
    // What only rules speak of has no type.
    const { rules: _rules, ...typed } = schema;
    for (const part of references(typed)) above.set(part, [...(above.get(part) ?? []), id]);
    if (holdsItself(schema)) waiting.push(id);
  }
  const found = new Set(waiting);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const holder of above.get(id) ?? []) {
      if (!found.has(holder)) waiting.push(holder);
      found.add(holder);
    }
  }
  return found;
}

function holdsItself(schema: Schema): boolean {
  if ("held" in schema) return true;
  switch (schema.kind) {
    case "array":
      return [schema.items, ...(schema.prefixItems ?? [])].some(holdsItself);
    case "object": {
      const { properties, patternProperties = [], additionalProperties } = schema;
      const isRest = typeof additionalProperties === "object" && holdsItself(additionalProperties);
      return isRest || [...properties, ...patternProperties].some((one) => holdsItself(one.schema));
    }
    case "union":
      return schema.variants.some(holdsItself);
    case "intersection":
      return schema.parts.some(holdsItself);
    default:
      return false;
  }
}
