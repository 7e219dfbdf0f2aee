import type { Schema } from "./api-model.ts";
import { type Contents, contentOf, MOST_PARTS } from "./leaves.ts";

/** What is said of a value that is put together of objects. */
export interface ComposedObject {
  /** Whether an object without properties will do, as far as can be told: nothing asks for one, and there is no choice. */
  readonly isOptional: boolean;
}

/** Whether a schema is a choice of objects, or several in one, so that every value of it is an object; never `null`. */
export function composedObject(schema: Schema, contents: Contents): ComposedObject | undefined {
  const seen = new Set<Schema>();
  const waiting = [schema];
  let isOptional = true;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const content = contentOf(next, contents);
    if (next.nullable || content.nullable || seen.size >= MOST_PARTS) return undefined;
    if (seen.has(content)) continue;
    seen.add(content);
    const parts = partsOf(content);
    // What is longer than anybody reads is not read to its end.
    if (parts.length >= MOST_PARTS) return undefined;
    waiting.push(...parts);
    if (parts.length === 0 && content.kind !== "object") return undefined;
    const asks = content.kind === "object" && content.properties.some(({ required }) => required);
    if (asks || content.kind === "union") isOptional = false;
  }
  return seen.size > 1 ? { isOptional } : undefined;
}

function partsOf(schema: Schema): readonly Schema[] {
  if (schema.kind === "intersection") return schema.parts;
  return schema.kind === "union" ? schema.variants : [];
}
