import type { ApiModel, MediaType, NamedSchema, Schema, SchemaId } from "./api-model.ts";
import { references } from "./references.ts";

/** Schemas that requests are made of. */
export function writeRoots({ resources }: ApiModel): SchemaId[] {
  return resources.flatMap(({ operations }) =>
    operations.flatMap(({ parameters, requestBody, params }) => [
      ...parameters.flatMap(({ schema }) => references(schema)),
      ...(requestBody?.content.flatMap(({ schema, params: own }) => [
        ...references(schema),
        ...(own === undefined ? [] : [own]),
      ]) ?? []),
      ...(params ? [params.schema] : []),
    ]),
  );
}

/** Schemas that the API sends: in answers and in webhooks. */
export function readRoots({ resources, webhooks }: ApiModel): SchemaId[] {
  const answers = resources.flatMap(({ operations }) =>
    operations.flatMap(({ responses, pagination }) => [
      ...responses.flatMap(({ content, headers = [] }) => [
        ...content.flatMap(schemasOf),
        ...headers,
      ]),
      ...(pagination ? [{ schema: pagination.item }] : []),
    ]),
  );
  return [...answers, ...webhooks].flatMap(({ schema }) => (schema ? references(schema) : []));
}

function schemasOf({ schema, itemSchema }: MediaType): { readonly schema: Schema | undefined }[] {
  return [{ schema }, { schema: itemSchema }];
}

/** All schemas that these lead to, themselves among them. */
export function reachable(
  roots: readonly SchemaId[],
  schemas: ReadonlyMap<SchemaId, NamedSchema>,
): ReadonlySet<SchemaId> {
  const found = new Set(roots);
  const waiting = [...found];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const named = schemas.get(id);
    for (const part of named ? references(named.schema) : []) {
      if (!found.has(part)) waiting.push(part);
      found.add(part);
    }
  }
  return found;
}
