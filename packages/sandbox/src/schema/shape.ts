import type { Schema, SchemaId } from "@specwright/generator/reading";
import type { Shape } from "@specwright/runtime/server";
import { plainLiteral } from "./scalars.ts";

/**
 * How values look that travel as text, so that a decoder can give them their types back.
 *
 * @param reference Gives the shape of a named schema: always the same one, which may be looked into only when it is used.
 */
export function shapeOf(schema: Schema, reference: (id: SchemaId) => Shape): Shape {
  const plain = plainShape(schema, reference);
  return schema.nullable && plain !== "unknown" ? { anyOf: [plain, "null"] } : plain;
}

function plainShape(schema: Schema, reference: (id: SchemaId) => Shape): Shape {
  const inner = (part: Schema): Shape => shapeOf(part, reference);
  switch (schema.kind) {
    case "string":
    case "boolean":
    case "integer":
    case "number":
      return schema.kind;
    case "literal": {
      const types = new Set(schema.values.map((value) => typeof plainLiteral(value)));
      const shapes = [...types].filter(
        (type) => type === "string" || type === "number" || type === "boolean",
      );
      const [only] = shapes;
      return only === undefined ? "null" : shapes.length === 1 ? only : { anyOf: shapes };
    }
    case "array":
      return { array: inner(schema.items) };
    case "object": {
      const { properties, additionalProperties } = schema;
      const object: Record<string, Shape> = Object.fromEntries(
        properties.map((property) => [property.name, inner(property.schema)]),
      );
      if (additionalProperties === false) return { object };
      return {
        object,
        rest: additionalProperties === true ? "unknown" : inner(additionalProperties),
      };
    }
    case "union":
      return { anyOf: schema.variants.map(inner) };
    case "reference":
      return reference(schema.schema);
    case "binary":
      return "binary";
    default:
      return "unknown";
  }
}
