import type { NamedSchema, ObjectSchema, Schema, SchemaId } from "../../model/api-model.ts";

type Schemas = ReadonlyMap<SchemaId, NamedSchema>;

/** An object that a schema leads to: a named one, or one that is printed where it is used. */
export type Part =
  | { readonly id: SchemaId; readonly object: ObjectSchema }
  | { readonly id?: undefined; readonly object: ObjectSchema };

const known = new WeakMap<Schemas, ReadonlySet<SchemaId>>();

/** Named objects in which a call may ask for whole objects in the place of ids. */
export function expandingSchemas(schemas: Schemas): ReadonlySet<SchemaId> {
  const found = known.get(schemas) ?? findExpanding(schemas);
  known.set(schemas, found);
  return found;
}

// What is found leads to more, upwards: each schema is looked at once, however long the way.
function findExpanding(schemas: Schemas): ReadonlySet<SchemaId> {
  const above = new Map<SchemaId, SchemaId[]>();
  const found = new Set<SchemaId>();
  for (const [id, { schema }] of schemas) {
    if (schema.kind !== "object") continue;
    if (hasEntries(schema, NONE, schemas)) found.add(id);
    for (const part of namedParts(schema, schemas)) {
      const holders = above.get(part);
      if (holders) holders.push(id);
      else above.set(part, [id]);
    }
  }
  // A set hands out what is added while it is walked.
  for (const id of found) for (const holder of above.get(id) ?? []) found.add(holder);
  return found;
}

const NONE: ReadonlySet<SchemaId> = new Set();

/** The named objects that the properties of an object lead to, those of objects without a name included. */
function namedParts(object: ObjectSchema, schemas: Schemas): SchemaId[] {
  return object.properties.flatMap((property) =>
    partsOf(property.schema, schemas).flatMap((part) =>
      part.id === undefined ? namedParts(part.object, schemas) : part.id,
    ),
  );
}

function hasEntries(object: ObjectSchema, found: ReadonlySet<SchemaId>, schemas: Schemas): boolean {
  return object.properties.some((property) => {
    const parts = partsOf(property.schema, schemas);
    return property.expandable
      ? parts.length > 0
      : parts.some((part) => leads(part, found, schemas));
  });
}

/** Whether something may be asked for in a part. */
export function leads(part: Part, found: ReadonlySet<SchemaId>, schemas: Schemas): boolean {
  return part.id === undefined ? hasEntries(part.object, found, schemas) : found.has(part.id);
}

/** The objects that the values of a schema are, or hold as items; each once, however many ways lead there. */
export function partsOf(schema: Schema, schemas: Schemas): Part[] {
  const parts: Part[] = [];
  const seen = new Set<SchemaId>();
  const waiting = [schema];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.kind === "object") parts.push({ object: next });
    if (next.kind !== "reference") {
      for (const inner of heldBy(next).toReversed()) waiting.push(inner);
      continue;
    }
    const { schema: id } = next;
    const content = seen.has(id) ? undefined : schemas.get(id)?.schema;
    seen.add(id);
    if (content?.kind === "object") parts.push({ id, object: content });
    else if (content) waiting.push(content);
  }
  return parts;
}

function heldBy(schema: Schema): readonly Schema[] {
  if (schema.kind === "array") return [schema.items];
  if (schema.kind === "union") return schema.variants;
  return schema.kind === "intersection" ? schema.parts : [];
}
