import { child } from "../resolve/child.ts";
import type { Node } from "../resolve/spec-document.ts";
import { entriesOf } from "./visits.ts";

/** The types that a schema names, `null` aside; `undefined` where it names none. */
export function typesOf(schema: Node): readonly string[] | undefined {
  const stated = child(schema, "type");
  if (!stated) return undefined;
  const words = Array.isArray(stated.value) ? entriesOf(stated).map(([, word]) => word) : [stated];
  const types = words.flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  return types.length === 0 ? undefined : types.filter((type) => type !== "null");
}

/** Tells whether the schema allows `null`, in either dialect. */
export function isNullable(schema: Node): boolean {
  if (child(schema, "nullable")?.value === true) return true;
  const stated = child(schema, "type")?.value;
  return Array.isArray(stated) && stated.includes("null");
}
