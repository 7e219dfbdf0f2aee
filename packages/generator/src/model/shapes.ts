import type {
  ApiModel,
  LiteralSchema,
  NamedSchema,
  Operation,
  Property,
  RequestMedia,
  Schema,
  SchemaId,
} from "./api-model.ts";
import { mapSchema } from "./map-schema.ts";
import { reachable, readRoots, writeRoots } from "./reachable.ts";
import { references } from "./references.ts";

/**
 * Gives schemas the shape they have where they travel. What requests take has no `readOnly` properties, what answers
 * give has no `writeOnly` ones (OpenAPI 3.1, section 4.8.24; JSON Schema 2020-12, Validation, section 9.4), and of a
 * list of texts an answer may hold one that is not known yet, so that a new one breaks no client.
 *
 * A schema that travels both ways and differs between them has two types: its own for what is read, and one that ends
 * in `Param` for what is written.
 *
 * @param opensEnums Whether lists of texts are open where they are read.
 */
export function splitShapes(model: ApiModel, opensEnums: boolean): ApiModel {
  const schemas = new Map(model.schemas.map((named) => [named.id, named]));
  const written = reachable(writeRoots(model), schemas);
  const read = reachable(readRoots(model), schemas);
  const differing = differs(schemas, opensEnums);
  const twins = new Map(
    [...schemas.keys()]
      .filter((id) => written.has(id) && read.has(id) && differing.has(id))
      .map((id) => [id, twinName(id, schemas)]),
  );
  const forReading = reading(opensEnums);
  const forWriting = writing(twins);
  const isWritten = (id: SchemaId): boolean => written.has(id) && !read.has(id);
  const own = model.schemas.map((named) =>
    shaped(named, isWritten(named.id) ? forWriting : forReading),
  );
  const others = [...twins].flatMap(([id, twin]) => {
    const named = schemas.get(id);
    return named ? [shaped({ ...named, id: twin }, forWriting)] : [];
  });
  return {
    ...model,
    schemas: [...own, ...others].sort((a, b) => (a.id < b.id ? -1 : 1)),
    resources: model.resources.map((resource) => ({
      ...resource,
      operations: resource.operations.map((operation) =>
        shapedOperation(operation, forReading, forWriting, twins),
      ),
    })),
    // What the API sends here, others read; what they answer, they write.
    callbacks: model.callbacks.map((resource) => ({
      ...resource,
      operations: resource.operations.map((operation) =>
        shapedOperation(operation, forWriting, forReading, new Map()),
      ),
    })),
    webhooks: model.webhooks.map((webhook) => ({
      ...webhook,
      ...(webhook.schema && { schema: forReading(webhook.schema) }),
    })),
  };
}

type Shape = (schema: Schema) => Schema;
type Schemas = ReadonlyMap<SchemaId, NamedSchema>;

function shaped(named: NamedSchema, shape: Shape): NamedSchema {
  return { ...named, schema: shape(named.schema) };
}

function shapedOperation(
  operation: Operation,
  forReading: Shape,
  forWriting: Shape,
  twins: ReadonlyMap<SchemaId, SchemaId>,
): Operation {
  const { parameters, requestBody, params, responses, pagination } = operation;
  return {
    ...operation,
    parameters: parameters.map((each) => ({ ...each, schema: forWriting(each.schema) })),
    ...(requestBody && {
      requestBody: {
        ...requestBody,
        content: requestBody.content.map((media) => shapedMedia(media, forWriting, twins)),
      },
    }),
    ...(params && { params: { ...params, schema: twins.get(params.schema) ?? params.schema } }),
    ...(pagination && { pagination: { ...pagination, item: forReading(pagination.item) } }),
    responses: responses.map((response) => ({
      ...response,
      ...(response.headers && {
        headers: response.headers.map((each) => ({ ...each, schema: forReading(each.schema) })),
      }),
      content: response.content.map((media) => ({
        ...media,
        ...(media.schema && { schema: forReading(media.schema) }),
        ...(media.itemSchema && { itemSchema: forReading(media.itemSchema) }),
      })),
    })),
  };
}

function shapedMedia(
  media: RequestMedia,
  forWriting: Shape,
  twins: ReadonlyMap<SchemaId, SchemaId>,
): RequestMedia {
  const schema = forWriting(media.schema);
  if (media.params === undefined) return { ...media, schema };
  return { ...media, schema, params: twins.get(media.params) ?? media.params };
}

function reading(opensEnums: boolean): Shape {
  return (schema) =>
    mapSchema(schema, {
      schema: (part) => (opensEnums && isOpenable(part) ? { ...part, growing: true } : part),
      properties: (properties) => properties.map((property) => without(property, "write-only")),
    });
}

function writing(twins: ReadonlyMap<SchemaId, SchemaId>): Shape {
  return (schema) =>
    mapSchema(schema, {
      schema: (part) => withTwins(part, twins),
      properties: (properties) => properties.map((property) => without(property, "read-only")),
    });
}

// It need not be there, and nobody is to count on it; should it come all the same, it is no harm.
function without(property: Property, access: Property["access"]): Property {
  return property.access === access ? { ...property, required: false, absent: true } : property;
}

function withTwins(schema: Schema, twins: ReadonlyMap<SchemaId, SchemaId>): Schema {
  const twinOf = (id: SchemaId): SchemaId => twins.get(id) ?? id;
  if (schema.kind === "reference") return { ...schema, schema: twinOf(schema.schema) };
  if (schema.kind !== "union") return schema;
  const { discriminator, verdict } = schema;
  const mapping = discriminator?.mapping.map((entry) => ({
    ...entry,
    schema: twinOf(entry.schema),
  }));
  const fallback = discriminator?.fallback;
  const told = {
    ...(fallback !== undefined && { fallback: twinOf(fallback) }),
  };
  return {
    ...schema,
    ...(discriminator && mapping && { discriminator: { ...discriminator, mapping, ...told } }),
    ...(verdict !== undefined && { verdict: twinOf(verdict) }),
  };
}

/** A list of several texts. What is one value is what it is, and tells variants apart. */
function isOpenable(schema: Schema): schema is LiteralSchema {
  return (
    schema.kind === "literal" &&
    schema.values.length > 1 &&
    !schema.composites &&
    schema.values.every((value) => typeof value === "string")
  );
}

/** Schemas whose shapes differ, themselves or in what they refer to. */
function differs(schemas: Schemas, opensEnums: boolean): ReadonlySet<SchemaId> {
  const holders = new Map<SchemaId, SchemaId[]>();
  const waiting: SchemaId[] = [];
  for (const [id, { schema }] of schemas) {
    for (const part of references(schema)) holders.set(part, [...(holders.get(part) ?? []), id]);
    if (hasTwoShapes(schema, opensEnums)) waiting.push(id);
  }
  const found = new Set(waiting);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const holder of holders.get(id) ?? []) {
      if (!found.has(holder)) waiting.push(holder);
      found.add(holder);
    }
  }
  return found;
}

function hasTwoShapes(schema: Schema, opensEnums: boolean): boolean {
  let found = false;
  mapSchema(schema, {
    schema: (part) => {
      if (opensEnums && isOpenable(part) && !part.open) found = true;
      return part;
    },
    properties: (properties) => {
      if (properties.some(({ access }) => access !== "read-write")) found = true;
      return properties;
    },
  });
  return found;
}

function twinName(id: SchemaId, schemas: Schemas): SchemaId {
  let name = `${id}Param`;
  while (schemas.has(name)) name += "Value";
  return name;
}
