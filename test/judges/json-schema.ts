import { isRecord } from "../../packages/runtime/src/validate/index.ts";

/** A JSON Schema of the draft 2020-12, as data. */
export type JsonSchema = boolean | Readonly<Record<string, unknown>>;

/** Keywords below which keys are names that the spec's author chose. */
const MAPS = new Set(["properties", "patternProperties", "dependentSchemas", "schemas"]);
const LISTS = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const SINGLE = new Set(
  [
    "items",
    "additionalProperties",
    "propertyNames",
    "not",
    "contains",
    "if",
    "then",
    "else",
  ].concat(["unevaluatedItems", "unevaluatedProperties"]),
);
const PLAIN = new Set([
  "$ref",
  "type",
  "enum",
  "const",
  "required",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minContains",
  "maxContains",
  "dependentRequired",
]);

/**
 * A Schema Object of OpenAPI 3.0 or 3.1 as plain JSON Schema 2020-12, for a reference validator. Where OpenAPI leaves
 * room, this is how our model reads it:
 *
 * - `nullable: true` lets `null` through wherever it stands, beside `$ref`, `anyOf` and `enum` too.
 * - `x-specwright: { open: true }` makes an enum a hint.
 * - `discriminator` and `format` do not decide: they are left out.
 */
export function toJsonSchema(schema: unknown): JsonSchema {
  if (typeof schema === "boolean") return schema;
  if (!isRecord(schema)) return true;
  const read = Object.fromEntries(
    Object.entries(isOpen(schema) ? { type: typeOfEnum(schema) } : schema).flatMap(([key, value]) =>
      keyword(key, value),
    ),
  );
  const bounded = withBounds(read);
  return schema["nullable"] === true ? { anyOf: [{ type: "null" }, bounded] } : bounded;
}

/** The schemas of a map by name. */
export function toJsonSchemas(
  schemas: Readonly<Record<string, unknown>>,
): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, toJsonSchema(schema)]),
  );
}

function keyword(key: string, value: unknown): [string, unknown][] {
  if (MAPS.has(key) && isRecord(value)) return [[key, toJsonSchemas(value)]];
  if (LISTS.has(key) && Array.isArray(value)) return [[key, value.map(toJsonSchema)]];
  if (SINGLE.has(key)) return [[key, toJsonSchema(value)]];
  return PLAIN.has(key) ? [[key, value]] : [];
}

function isOpen(schema: Readonly<Record<string, unknown>>): boolean {
  const extension = schema["x-specwright"];
  return isRecord(extension) && extension["open"] === true;
}

function typeOfEnum(schema: Readonly<Record<string, unknown>>): string {
  return Array.isArray(schema["enum"]) && typeof schema["enum"][0] === "number"
    ? "number"
    : "string";
}

// OpenAPI 3.0 has `exclusiveMinimum: true` beside `minimum`.
function withBounds(schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, ...rest } = schema;
  return {
    ...rest,
    ...bound("minimum", minimum, "exclusiveMinimum", exclusiveMinimum),
    ...bound("maximum", maximum, "exclusiveMaximum", exclusiveMaximum),
  };
}

function bound(name: string, limit: unknown, strictName: string, strict: unknown): object {
  if (strict === true) return { [strictName]: limit };
  return {
    ...(limit !== undefined && { [name]: limit }),
    ...(typeof strict === "number" && { [strictName]: strict }),
  };
}
