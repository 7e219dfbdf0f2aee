import type { Schema } from "./api-model.ts";
import { type Contents, contentOf } from "./leaves.ts";

/** Parts and variants that are looked at. Hundreds are in no document that people read. */
const MOST_PARTS = 500;

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
    if (content.kind === "intersection") waiting.push(...content.parts);
    else if (content.kind === "union") waiting.push(...content.variants);
    else if (content.kind !== "object") return undefined;
    const asks = content.kind === "object" && content.properties.some(({ required }) => required);
    if (asks || content.kind === "union") isOptional = false;
  }
  return seen.size > 1 ? { isOptional } : undefined;
}
