import type { ApiModel, NamedSchema, Operation, Schema, SchemaId } from "../../model/api-model.ts";
import { contentOf } from "../../model/leaves.ts";
import { contentsOf } from "./contents.ts";
import { expandingSchemas, leads, partsOf } from "./expanding.ts";
import { answerMedia } from "./operation-parts.ts";

type Schemas = ReadonlyMap<SchemaId, NamedSchema>;

/**
 * The schema of what an operation gives, where its parameter `expand` asks for whole objects in the place of ids, and where
 * there are any.
 */
export function expandedAnswer(operation: Operation, schemas: Schemas): Schema | undefined {
  const [media, other] = answerMedia(operation);
  if (other || media?.kind !== "json" || !media.schema || !takesPaths(operation, schemas)) {
    return undefined;
  }
  const found = expandingSchemas(schemas);
  const isThere = partsOf(media.schema, schemas).some((part) => leads(part, found, schemas));
  // Paths begin with a property.
  const isList = contentOf(media.schema, contentsOf(schemas))?.kind === "array";
  return isThere && !isList ? media.schema : undefined;
}

function takesPaths({ params }: Operation, schemas: Schemas): boolean {
  const schema = params && schemas.get(params.schema)?.schema;
  if (schema?.kind !== "object") return false;
  const expand = schema.properties.find(({ name }) => name === "expand");
  const list = expand && contentOf(expand.schema, contentsOf(schemas));
  return list?.kind === "array" && contentOf(list.items, contentsOf(schemas))?.kind === "string";
}

/** The named objects whose entries somebody may ask for: those of answers, and what these lead to. */
export function expandedSchemas(model: ApiModel, schemas: Schemas): ReadonlySet<SchemaId> {
  const operations = model.resources.flatMap((resource) => resource.operations);
  const found = expandingSchemas(schemas);
  const wanted = new Set<SchemaId>();
  const waiting = operations.flatMap((operation) => expandedAnswer(operation, schemas) ?? []);
  for (let schema = waiting.pop(); schema; schema = waiting.pop()) {
    for (const part of partsOf(schema, schemas)) {
      if (part.id !== undefined && (wanted.has(part.id) || !found.has(part.id))) continue;
      if (part.id !== undefined) wanted.add(part.id);
      waiting.push(...part.object.properties.map((property) => property.schema));
    }
  }
  return wanted;
}
