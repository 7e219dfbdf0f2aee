import type { ApiModel, Schema, SchemaId } from "../../model/api-model.ts";
import { references } from "../../model/references.ts";

/**
 * Schemas whose validators others may import: those with a type of their own, what operations take and give, and what
 * the validators of another file call.
 */
export function exportedSchemas(model: ApiModel): ReadonlySet<SchemaId> {
  const owners = new Map(model.schemas.map(({ id, owner }) => [id, owner]));
  const operations = [...model.resources, ...model.callbacks].flatMap((one) => one.operations);
  const used = operations.flatMap((operation) => [
    ...(operation.params ? [operation.params.schema] : []),
    ...operation.parameters.flatMap((parameter) =>
      parameter.in === "path" ? references(parameter.schema) : [],
    ),
    ...operation.responses.flatMap(({ content }) =>
      content.flatMap(({ schema, itemSchema }) => [
        ...referenced(schema),
        ...referenced(itemSchema),
      ]),
    ),
  ]);
  const declared = model.schemas.filter((schema) => schema.declared).map((schema) => schema.id);
  const abroad = model.schemas.flatMap(({ owner, schema }) =>
    references(schema).filter((id) => owners.get(id) !== owner),
  );
  return new Set([...used, ...declared, ...abroad]);
}

function referenced(schema: Schema | undefined): SchemaId[] {
  return schema ? references(schema) : [];
}
