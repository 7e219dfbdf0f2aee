import type { ObjectSchema, Schema } from "./api-model.ts";

/** What becomes of each schema and each property on the way down. */
export interface SchemaChange {
  /** Of a schema whose parts have been changed already. */
  readonly schema: (schema: Schema) => Schema;
  readonly properties?: (properties: ObjectSchema["properties"]) => ObjectSchema["properties"];
}

/** The schema with every part changed, innermost first. Rules stay as they are: they speak of named schemas. */
export function mapSchema(schema: Schema, change: SchemaChange): Schema {
  const map = (part: Schema): Schema => mapSchema(part, change);
  switch (schema.kind) {
    case "array": {
      const { prefixItems } = schema;
      const first = prefixItems && { prefixItems: prefixItems.map(map) };
      return change.schema({ ...schema, ...first, items: map(schema.items) });
    }
    case "object":
      return change.schema(mapObject(schema, map, change));
    case "union":
      return change.schema({ ...schema, variants: schema.variants.map(map) });
    case "intersection":
      return change.schema({ ...schema, parts: schema.parts.map(map) });
    default:
      return change.schema(schema);
  }
}

function mapObject(
  schema: ObjectSchema,
  map: (part: Schema) => Schema,
  { properties: changed }: SchemaChange,
): ObjectSchema {
  const { additionalProperties: others, patternProperties: patterns } = schema;
  const inner = schema.properties.map((property) => ({
    ...property,
    schema: map(property.schema),
  }));
  return {
    ...schema,
    properties: changed ? changed(inner) : inner,
    additionalProperties: typeof others === "boolean" ? others : map(others),
    ...(patterns && {
      patternProperties: patterns.map((each) => ({ ...each, schema: map(each.schema) })),
    }),
  };
}
