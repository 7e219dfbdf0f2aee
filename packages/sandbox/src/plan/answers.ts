import type { ObjectSchema, Operation, Schema, SchemaId } from "@specwright/generator/reading";
import type { Schemas } from "../schema/schemas.ts";
import { pointerKeys } from "../json.ts";
import { plainLiteral } from "../schema/scalars.ts";
import { plainName, singularName } from "./paths.ts";

/** What the success of an operation gives. */
export interface Answer {
  readonly kind: "none" | "object" | "list" | "other";
  /** The whole body. */
  readonly schema?: Schema;
  /** Of one object, or of one item. */
  readonly entity?: Schema;
  /** Name of that schema. */
  readonly name?: SchemaId;
  /** Property that wraps the object. */
  readonly wrapper?: string;
  /** Path to the items of a list. */
  readonly items?: readonly string[];
}

/** @param last The last segment of the path that has no parameter. */
export function answerOf(
  operation: Operation,
  last: string,
  mayBeList: boolean,
  schemas: Schemas,
): Answer {
  const success = operation.responses.find(({ status }) => status === operation.success);
  const media = success?.content.find(({ kind }) => kind === "json");
  if (!success || success.content.length === 0) return { kind: "none" };
  if (!media?.schema) return { kind: "other" };
  const { schema } = media;
  const paged = operation.pagination;
  if (paged) return listed(schema, pointerKeys(paged.items), paged.item, schemas);
  const content = schemas.content(schema);
  if (content?.kind === "array") return listed(schema, [], content.items, schemas);
  const object = objectOf(schema, schemas);
  if (!object)
    return {
      kind: content?.kind === "union" ? "object" : "other",
      schema,
      entity: schema,
      ...named(schema, schemas),
    };
  if (mayBeList) {
    const items = itemsOf(object, last, schemas);
    if (items) return listed(schema, items.path, items.item, schemas);
  }
  const wrapper = wrapperOf(object, last, schemas);
  const entity = wrapper?.schema ?? schema;
  return {
    kind: "object",
    schema,
    entity,
    ...named(entity, schemas),
    ...(wrapper && { wrapper: wrapper.name }),
  };
}

function listed(schema: Schema, items: readonly string[], item: Schema, schemas: Schemas): Answer {
  return { kind: "list", schema, items, entity: item, ...named(item, schemas) };
}

function named(schema: Schema, schemas: Schemas): { name?: SchemaId } {
  let at: Schema | undefined = schema;
  let name: SchemaId | undefined;
  for (let steps = 0; at?.kind === "reference" && steps < 100; steps += 1) {
    name = at.schema;
    at = schemas.named(at.schema);
  }
  return name === undefined ? {} : { name };
}

/** The object that a schema describes: parts of an `allOf` together, the first object of a union. */
export function objectOf(schema: Schema, schemas: Schemas, depth = 0): ObjectSchema | undefined {
  const content = schemas.content(schema);
  if (!content || depth > 8) return undefined;
  if (content.kind === "object") return content;
  if (content.kind === "intersection") {
    const parts = content.parts.flatMap((part) => objectOf(part, schemas, depth + 1) ?? []);
    const [first] = parts;
    return first && { ...first, properties: parts.flatMap(({ properties }) => properties) };
  }
  if (content.kind !== "union") return undefined;
  for (const variant of content.variants) {
    const found = objectOf(variant, schemas, depth + 1);
    if (found) return found;
  }
  return undefined;
}

const LISTS = ["data", "items", "results", "records", "values", "entries", "list", "content"];

function itemsOf(
  { properties }: ObjectSchema,
  last: string,
  schemas: Schemas,
): { readonly path: readonly string[]; readonly item: Schema } | undefined {
  const isOther = ({ name, schema }: ObjectSchema["properties"][number]): boolean =>
    name === "id" || (name === "object" && !isListName(schema, schemas));
  if (properties.some(isOther)) return undefined;
  const arrays = properties.flatMap(({ name, schema }) => {
    const content = schemas.content(schema);
    if (content?.kind !== "array" || !objectOf(content.items, schemas)) return [];
    return [{ path: [name], item: content.items }];
  });
  const wanted = plainName(last);
  return (
    arrays.find(({ path: [name = ""] }) => plainName(name) === wanted) ??
    arrays.find(({ path: [name = ""] }) => LISTS.includes(plainName(name))) ??
    (arrays.length === 1 ? arrays[0] : undefined)
  );
}

// An object that names what it is, and is no list, may hold one all the same.
function isListName(schema: Schema, schemas: Schemas): boolean {
  const content = schemas.content(schema);
  return (
    content?.kind !== "literal" ||
    content.values.some((value) => /list|page|search/.test(String(plainLiteral(value))))
  );
}

/** `{ "droplet": { "id": … } }` */
function wrapperOf(
  { properties }: ObjectSchema,
  last: string,
  schemas: Schemas,
): { readonly name: string; readonly schema: Schema } | undefined {
  if (properties.some(({ name }) => name === "id" || name === "object")) return undefined;
  const objects = properties.filter(({ schema }) => objectOf(schema, schemas) !== undefined);
  const wanted = singularName(last);
  const byName = objects.find(({ name }) => singularName(name) === wanted);
  const [only] = objects;
  const isAlone = properties.length === 1 && only !== undefined && hasId(only.schema, schemas);
  const isNamed = byName && (hasId(byName.schema, schemas) || properties.length === 1);
  return isNamed ? byName : isAlone ? only : undefined;
}

export function hasId(schema: Schema, schemas: Schemas): boolean {
  return objectOf(schema, schemas)?.properties.some(({ name }) => isIdName(name)) ?? false;
}

function isIdName(name: string): boolean {
  return ["id", "uuid", "sid", "guid", "key", "slug"].includes(name.toLowerCase());
}
