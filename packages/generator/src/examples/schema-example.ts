import { child } from "../resolve/child.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";
import { resolved } from "./resolved.ts";

/** Deeper parts of an example are left to whoever fills it. */
const DEEPEST = 5;

/**
 * The example of a schema: its own, else one put together from those of its properties.
 *
 * JSON Schema 2020-12 (Validation), sections 9.2 and 9.5; `example` is OpenAPI's own (3.1, section 4.8.24).
 *
 * @returns `undefined` where neither it nor any of its parts shows one.
 */
export function exampleOfSchema(node: Node, document: SpecDocument, depth = 0): unknown {
  if (depth > DEEPEST) return undefined;
  const schema = resolved(node, document);
  if (!schema) return undefined;
  const single = child(schema, "example") ?? child(schema, "default");
  if (single && single.value !== null) return single.value;
  const list = child(schema, "examples")?.value;
  if (Array.isArray(list) && list.length > 0) return list[0];
  return composed(schema, document, depth);
}

function composed(schema: Node, document: SpecDocument, depth: number): unknown {
  const own = ofProperties(schema, document, depth);
  const parts = listAt(schema, "allOf").map((part) => exampleOfSchema(part, document, depth + 1));
  const objects = [...parts, own].filter(isObject);
  if (objects.length > 0) return Object.assign({}, ...objects);
  const items = child(schema, "items");
  const item = items && exampleOfSchema(items, document, depth + 1);
  if (item !== undefined) return [item];
  const [variant] = [...listAt(schema, "oneOf"), ...listAt(schema, "anyOf")];
  return variant && exampleOfSchema(variant, document, depth + 1);
}

function ofProperties(schema: Node, document: SpecDocument, depth: number): unknown {
  const properties = child(schema, "properties");
  if (!properties || !isObject(properties.value)) return undefined;
  const entries = Object.keys(properties.value).flatMap((name) => {
    const property = child(properties, name);
    const example = property && exampleOfSchema(property, document, depth + 1);
    return example === undefined ? [] : [[name, example] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function listAt(schema: Node, key: string): Node[] {
  const list = child(schema, key);
  if (!list || !Array.isArray(list.value)) return [];
  return list.value.flatMap((_, index) => child(list, index) ?? []);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
