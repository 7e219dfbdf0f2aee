import type { Schema, SchemaId } from "../../model/api-model.ts";

/** The schemas that a schema names itself, in its own order; not those that these name in turn. */
export function references(schema: Schema): SchemaId[] {
  switch (schema.kind) {
    case "reference":
      return [schema.schema];
    case "array":
      return references(schema.items);
    case "union":
      return [
        ...schema.variants.flatMap(references),
        ...(schema.discriminator?.mapping.map((entry) => entry.schema) ?? []),
      ];
    case "intersection":
      return schema.parts.flatMap(references);
    case "object": {
      const { properties, additionalProperties } = schema;
      const rest = typeof additionalProperties === "object" ? references(additionalProperties) : [];
      return [...properties.flatMap((property) => references(property.schema)), ...rest];
    }
    default:
      return [];
  }
}
