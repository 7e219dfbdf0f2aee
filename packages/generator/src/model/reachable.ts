import type { ApiModel, MediaType, NamedSchema, Resource, Schema, SchemaId } from "./api-model.ts";
import { references } from "./references.ts";

/** Schemas that requests are made of, and answers to what the API calls back. */
export function writeRoots({ resources, callbacks }: ApiModel): SchemaId[] {
  return [...requestRoots(resources), ...answerRoots(callbacks)];
}

/** Schemas that the API sends: in answers, in webhooks, and where it calls back. */
export function readRoots({ resources, webhooks, callbacks }: ApiModel): SchemaId[] {
  const sent = webhooks.flatMap(({ schema }) => (schema ? references(schema) : []));
  return [...answerRoots(resources), ...sent, ...requestRoots(callbacks)];
}

function requestRoots(resources: readonly Resource[]): SchemaId[] {
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

function answerRoots(resources: readonly Resource[]): SchemaId[] {
  const answers = resources.flatMap(({ operations }) =>
    operations.flatMap(({ responses, pagination }) => [
      ...responses.flatMap(({ content, headers = [] }) => [
        ...content.flatMap(schemasOf),
        ...headers,
      ]),
      ...(pagination ? [{ schema: pagination.item }] : []),
    ]),
  );
  return answers.flatMap(({ schema }) => (schema ? references(schema) : []));
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
