import type { Encoding, ObjectSchema, Schema, SchemaId } from "./api-model.ts";
import { hoistComposite, partName } from "./build-schema.ts";
import type { ModelContext } from "./context.ts";
import { isBinaryType } from "./media-kind.ts";

/**
 * The schema of a multipart body with files in the place of binary strings. Only its own properties can be files, and
 * the items of lists and the variants of choices among them: what is deeper travels as JSON. OpenAPI 3.1, section
 * 4.8.14.4.
 *
 * The schema itself where it has no files.
 */
export function withFiles(
  schema: Schema,
  encoding: readonly Encoding[],
  name: SchemaId,
  context: ModelContext,
): Schema {
  const object = contentOf(schema, context);
  if (object?.kind !== "object" || schema.nullable) return schema;
  const properties = object.properties.map((property) => {
    const own = encoding.find((one) => one.property === property.name);
    const isBytes = isBinaryType(own?.contentType);
    const changed = asFile(property.schema, isBytes, partName(name, property.name), context, []);
    return changed ? { ...property, schema: changed } : property;
  });
  const isChanged = properties.some((property, index) => property !== object.properties[index]);
  const changed: ObjectSchema = { ...object, properties };
  return isChanged ? changed : schema;
}

/** The schema with files in it; `undefined` where there are none. */
function asFile(
  schema: Schema,
  isBytes: boolean,
  name: SchemaId,
  context: ModelContext,
  above: readonly SchemaId[],
): Schema | undefined {
  const inner = (part: Schema, own: SchemaId): Schema | undefined =>
    asFile(part, isBytes, own, context, above);
  switch (schema.kind) {
    case "string":
    case "unknown": {
      const { docs, nullable } = schema;
      const isBinary = schema.kind === "string" && schema.format === "binary";
      return isBinary || isBytes || isBinaryType(schema.contentMediaType)
        ? { kind: "binary", part: true, nullable, docs }
        : undefined;
    }
    case "array": {
      const items = inner(schema.items, partName(name, "item"));
      return items && { ...schema, items };
    }
    case "union": {
      const variants = schema.variants.map((variant) => inner(variant, name));
      if (variants.every((variant) => variant === undefined)) return undefined;
      const all = schema.variants.map((variant, index) => variants[index] ?? variant);
      return { ...schema, variants: all };
    }
    case "reference": {
      const content = contentOf(schema, context);
      if (!content || above.includes(schema.schema)) return undefined;
      const changed = asFile(content, isBytes, name, context, [...above, schema.schema]);
      if (!changed) return undefined;
      const { nullable, docs } = schema;
      return hoistComposite(
        { ...changed, nullable: changed.nullable || nullable, docs },
        name,
        context,
      );
    }
    default:
      return undefined;
  }
}

function contentOf(schema: Schema, context: ModelContext): Schema | undefined {
  return schema.kind === "reference" ? context.schemas.content(schema.schema) : schema;
}
