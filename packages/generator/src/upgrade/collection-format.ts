import { noCounterpart } from "../diagnostics/catalog/upgrade.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { below } from "../resolve/child.ts";
import type { Node } from "../resolve/spec-document.ts";
import { isPlainObject } from "./is-swagger.ts";
import { FILE } from "./mend-schema.ts";

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  query: ["csv", "ssv", "pipes", "multi"],
  formData: ["csv", "ssv", "pipes", "multi"],
  path: ["csv"],
  header: ["csv"],
};

/**
 * A Parameter Object whose `collectionFormat` the library understands: it says so where the default is meant, and what has
 * no counterpart in OpenAPI 3 is taken for the default, with a warning. Swagger 2.0, Parameter Object.
 */
export function withCollectionFormat(
  { value, at }: Node,
  report: Report,
): Readonly<Record<string, unknown>> {
  const parameter = Object(value);
  const { collectionFormat = "csv", in: place, ...rest } = parameter;
  const known = typeof place === "string" && Object.hasOwn(KNOWN, place) ? KNOWN[place] : undefined;
  const plain = {
    ...rest,
    in: place,
    ...(rest.type === "file" && FILE),
    ...(isPlainObject(rest.items) && { items: plainItems(rest.items) }),
  };
  if (rest.type !== "array" || !known) return plain;
  // A list of files is a list of parts.
  if (rest.items?.type === "file") return plain;
  if (known.includes(collectionFormat)) return { ...plain, collectionFormat };
  const what = `"collectionFormat: ${String(collectionFormat).slice(0, 20)}" in ${String(place)}`;
  report(noCounterpart(below(at, "collectionFormat"), what, "the values are joined by commas"));
  return { ...plain, collectionFormat: "csv" };
}

/** Lists in lists have no form of their own in OpenAPI 3. */
export function plainItems(items: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { collectionFormat: _, ...rest } = items;
  if (rest["type"] === "file") return { ...rest, ...FILE };
  return isPlainObject(rest["items"]) ? { ...rest, items: plainItems(rest["items"]) } : rest;
}
