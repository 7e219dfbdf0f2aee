import type { Schema, SchemaId } from "./api-model.ts";

/** Where the content of schemas is found. */
export interface Contents {
  content(id: SchemaId): Schema | undefined;
}

/** So many parts and variants are looked at. Hundreds are in no document that people read. */
export const MOST_PARTS = 500;

/**
 * What a schema is made of by these kinds, in the order of the document; each once, for they may be made of each other,
 * and no references.
 */
export function leavesOf(
  schema: Schema,
  through: readonly ("intersection" | "union")[],
  contents: Contents,
): readonly Schema[] {
  const seen = new Set<Schema>();
  const leaves: Schema[] = [];
  const waiting = [schema];
  for (let next = waiting.pop(); next && seen.size < MOST_PARTS; next = waiting.pop()) {
    const content = contentOf(next, contents);
    if (seen.has(content)) continue;
    seen.add(content);
    const parts = partsOf(content, through);
    if (parts) waiting.push(...parts.slice(0, MOST_PARTS).toReversed());
    else leaves.push(content);
  }
  return leaves;
}

function partsOf(
  schema: Schema,
  through: readonly ("intersection" | "union")[],
): readonly Schema[] | undefined {
  if (schema.kind === "intersection" && through.includes("intersection")) return schema.parts;
  return schema.kind === "union" && through.includes("union") ? schema.variants : undefined;
}

/** What a schema says, whatever references lead to it; a reference where they lead to each other alone. */
export function contentOf(schema: Schema, contents: Contents): Schema {
  const seen = new Set<SchemaId>();
  let content = schema;
  while (content.kind === "reference" && !seen.has(content.schema)) {
    seen.add(content.schema);
    content = contents.content(content.schema) ?? content;
  }
  return content;
}
