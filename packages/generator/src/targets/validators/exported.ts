import type { ApiModel, Schema, SchemaId } from "../../model/api-model.ts";

/** Schemas whose validators others may import: those with a type of their own, and what operations take and give. */
export function exportedSchemas(model: ApiModel): ReadonlySet<SchemaId> {
  const operations = model.resources.flatMap((resource) => resource.operations);
  const used = operations.flatMap((operation) => [
    ...(operation.params ? [operation.params.schema] : []),
    ...operation.responses.flatMap(({ schema }) => referenced(schema)),
  ]);
  const declared = model.schemas.filter((schema) => schema.declared).map((schema) => schema.id);
  return new Set([...used, ...declared]);
}

function referenced(schema: Schema | undefined): SchemaId[] {
  return schema?.kind === "reference" ? [schema.schema] : [];
}
