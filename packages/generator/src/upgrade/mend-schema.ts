import { noCounterpart } from "../diagnostics/catalog/upgrade.ts";
import type { Place, Report } from "../diagnostics/diagnostic.ts";
import { below } from "../resolve/child.ts";
import { isPlainObject } from "./is-swagger.ts";

const SCHEMAS = new Set(["items", "additionalProperties", "not"]);
const LISTS = new Set(["allOf", "anyOf", "oneOf"]);
const MAPS = new Set(["properties", "patternProperties", "definitions"]);

/**
 * A Schema Object in which files are binary strings, and `items` is one schema everywhere: real documents list several, as
 * other drafts of JSON Schema do, and that is warned of. All else stays as it is.
 */
export function mendSchema(value: unknown, at: Place, report: Report): unknown {
  if (!isPlainObject(value)) return value;
  const members = Object.entries(value).map(
    ([key, member]) => [key, mendMember(key, member, below(at, key), report)] as const,
  );
  const mended = Object.fromEntries(members);
  return mended["type"] === "file" ? { ...mended, ...FILE } : mended;
}

/** What `type: file` of Swagger 2.0 is in OpenAPI 3.0. */
export const FILE: Readonly<Record<string, unknown>> = { type: "string", format: "binary" };

function mendMember(key: string, value: unknown, at: Place, report: Report): unknown {
  if (key === "items" && Array.isArray(value)) return anyOfThese(value, at, report);
  if (SCHEMAS.has(key)) return mendSchema(value, at, report);
  if (LISTS.has(key) && Array.isArray(value)) return mendList(value, at, report);
  if (MAPS.has(key) && isPlainObject(value)) {
    const members = Object.entries(value).map(
      ([name, member]) => [name, mendSchema(member, below(at, name), report)] as const,
    );
    return Object.fromEntries(members);
  }
  return value;
}

function mendList(list: readonly unknown[], at: Place, report: Report): unknown[] {
  return list.map((item, index) => mendSchema(item, below(at, String(index)), report));
}

// Swagger 2.0 knows one schema for all items. Those who list several mean any of them, not one for each position.
function anyOfThese(list: readonly unknown[], at: Place, report: Report): unknown {
  report(noCounterpart(at, "A list of schemas for items", "each item may follow any of them"));
  return list.length === 0 ? {} : { anyOf: mendList(list, at, report) };
}
