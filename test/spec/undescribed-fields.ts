import { list, objectAt } from "../helpers/api-document.ts";
import type { ApiDocument, JsonSchema } from "../helpers/api-document.ts";
import { propertiesOf } from "./inventory/shape.ts";

/**
 * Fields of a value that its schema does not describe, by their place. Validators let such fields through, since an API
 * may grow; in an example they are a slip.
 */
export function undescribedFields(
  value: unknown,
  schema: JsonSchema,
  document: ApiDocument,
  at = "",
): string[] {
  const found = variantFor(value, schema, document);
  // A schema that says nothing describes everything.
  if (Object.keys(found).length === 0) return [];
  if (Array.isArray(value)) {
    const items = objectAt(found["items"]);
    return value.flatMap((item, index) =>
      undescribedFields(item, items, document, `${at}[${index}]`),
    );
  }
  if (typeof value !== "object" || value === null) return [];
  const { schemas } = propertiesOf(found, document);
  const others = found["additionalProperties"];
  return Object.entries(value).flatMap(([name, member]) => {
    const place = `${at}.${name}`;
    const described = schemas.get(name) ?? (others === undefined ? undefined : objectAt(others));
    return described ? undescribedFields(member, described, document, place) : [place];
  });
}

/** Of several schemas the one whose constants the value has. */
function variantFor(value: unknown, schema: JsonSchema, document: ApiDocument): JsonSchema {
  const found = document.follow(schema);
  const choices = [...list(found["anyOf"]), ...list(found["oneOf"])].map(objectAt);
  if (choices.length === 0) return found;
  const fitting = choices.filter((choice) => fits(value, choice, document));
  const [best = {}] = fitting.length > 0 ? fitting : choices;
  return variantFor(value, best, document);
}

function fits(value: unknown, schema: JsonSchema, document: ApiDocument): boolean {
  const found = document.follow(schema);
  if (Array.isArray(value)) return found["type"] === "array";
  if (typeof value !== "object" || value === null) return "const" in found || !isObject(found);
  const { schemas, required } = propertiesOf(found, document);
  const members = objectAt(value);
  return (
    isObject(found) &&
    [...required].every((name) => name in members) &&
    [...schemas].every(
      ([name, one]) => !("const" in one && name in members) || one["const"] === members[name],
    )
  );
}

function isObject(schema: JsonSchema): boolean {
  return ["properties", "allOf", "oneOf", "anyOf", "additionalProperties"].some(
    (keyword) => keyword in schema,
  );
}
