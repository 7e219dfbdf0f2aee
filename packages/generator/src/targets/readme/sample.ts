import type { NamedSchema, ObjectSchema, Schema, SchemaId } from "../../model/api-model.ts";
import { SourceText } from "../shared/layout.ts";
import { literalAs } from "../shared/literals.ts";

/** Deeper values make no readable snippet. */
const DEEPEST = 4;

/** As many optional properties are shown where none is required. */
const SHOWN = 2;

type Schemas = ReadonlyMap<SchemaId, NamedSchema>;

/**
 * A value that a schema's type takes, as small as it can be: plain data, and source text where data has no word.
 *
 * @returns `undefined` where none can be told in few words; the snippet then shows another operation.
 */
export function sampleOf(schema: Schema, schemas: Schemas, name = "…", depth = 0): unknown {
  if (depth > DEEPEST) return undefined;
  switch (schema.kind) {
    case "string":
      return schema.held === "date" ? new SourceText("new Date()") : textOf(schema.format, name);
    case "number":
    case "integer":
      if (schema.held !== undefined) return new SourceText(schema.held === "bigint" ? "1n" : '"1"');
      return 1;
    case "boolean":
      return true;
    case "literal": {
      const [value] = schema.values;
      return value === undefined ? undefined : new SourceText(literalAs(value, schema.held));
    }
    case "array": {
      if (schema.prefixItems) return undefined;
      const item = sampleOf(schema.items, schemas, name, depth + 1);
      return item === undefined ? undefined : [item];
    }
    case "object":
      return sampleObject(schema, schemas, depth);
    case "reference": {
      const named = schemas.get(schema.schema);
      return named && sampleOf(named.schema, schemas, name, depth + 1);
    }
    case "union": {
      if (schema.discriminator?.hint) return undefined;
      const samples = schema.variants.map((one) => sampleOf(one, schemas, name, depth + 1));
      return samples.find((sample) => sample !== undefined);
    }
    case "binary":
      return new SourceText('new Blob(["…"])');
    case "intersection":
    case "unknown":
    case "never":
      return undefined;
  }
}

/** What a member of an object is called where it has no better example. */
function textOf(format: string | undefined, name: string): string {
  switch (format) {
    case "date-time":
      return "2026-01-31T12:00:00Z";
    case "date":
      return "2026-01-31";
    case "email":
      return "ada@example.com";
    case "uri":
    case "url":
      return "https://example.com";
    default:
      return name;
  }
}

// Without a prototype: a property may have any name.
function sampleObject(schema: ObjectSchema, schemas: Schemas, depth: number): unknown {
  const properties = schema.properties.filter(({ absent }) => absent !== true);
  const required = properties.filter((one) => one.required);
  const members: Record<string, unknown> = Object.create(null);
  for (const one of required) {
    const sample = sampleOf(one.schema, schemas, "…", depth + 1);
    if (sample === undefined) return undefined;
    members[one.name] = sample;
  }
  if (required.length > 0 || depth > 1) return members;
  for (const one of properties.filter(({ docs }) => docs.deprecated !== true)) {
    if (Object.keys(members).length === SHOWN) break;
    const sample = isScalar(one.schema) && sampleOf(one.schema, schemas, "…", depth + 1);
    if (sample !== undefined && sample !== false) members[one.name] = sample;
  }
  return members;
}

function isScalar({ kind }: Schema): boolean {
  return ["string", "number", "integer", "boolean", "literal"].includes(kind);
}
