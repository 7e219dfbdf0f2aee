import { HttpError } from "@specwright/runtime/server";
import type { Schema } from "@specwright/generator/reading";
import { isObject, type JsonObject, member, withMembers } from "../json.ts";
import { objectOf } from "../plan/answers.ts";
import { sample } from "../schema/minimal.ts";
import type { World } from "./world.ts";

/**
 * Puts objects in the place of their ids.
 *
 * @param paths `"customer"`, `"data.customer"`, …
 * @throws {HttpError} 400 for a path to what cannot be expanded.
 */
export function expand(
  body: unknown,
  schema: Schema,
  paths: readonly string[],
  world: World,
): unknown {
  return paths.reduce<unknown>((whole, path, index) => {
    const result = expandAt(whole, schema, path.split("."), world);
    if (!result.isKnown) {
      throw new HttpError(400, {
        message: `"${path.slice(0, 100)}" cannot be expanded.`,
        param: `expand[${index}]`,
      });
    }
    return result.value;
  }, body);
}

interface Expanded {
  readonly value: unknown;
  /** Whether the schema has such a place. */
  readonly isKnown: boolean;
}

function expandAt(value: unknown, schema: Schema, path: readonly string[], world: World): Expanded {
  const content = world.schemas.content(schema);
  if (content?.kind === "array") return expandItems(value, content.items, path, world);
  const [key, ...rest] = path;
  if (key === undefined) return expandId(value, schema, world);
  // What leads on must be there: `product.tax_code` asks for the product as well.
  if (typeof value === "string") {
    const { value: object } = expandId(value, schema, world);
    if (isObject(object)) return expandAt(object, schema, path, world);
  }
  const property = propertiesOf(schema, world, 0).find(({ name }) => name === key);
  if (!property) return { value, isKnown: false };
  const held = member(value, key);
  const inner = expandAt(held, property.schema, rest, world);
  if (!isObject(value) || held === undefined) return { value, isKnown: inner.isKnown };
  return { value: withMembers(value, { [key]: inner.value }), isKnown: inner.isKnown };
}

function expandItems(
  value: unknown,
  items: Schema,
  path: readonly string[],
  world: World,
): Expanded {
  if (!Array.isArray(value) || value.length === 0) {
    return { value, isKnown: expandAt(undefined, items, path, world).isKnown };
  }
  const all = value.map((item) => expandAt(item, items, path, world));
  return { value: all.map((one) => one.value), isKnown: all.every(({ isKnown }) => isKnown) };
}

function expandId(value: unknown, schema: Schema, world: World): Expanded {
  const objects = objectVariants(schema, world);
  if (objects.length === 0) return { value, isKnown: false };
  if (typeof value !== "string") return { value, isKnown: true };
  const found = objects.flatMap((name) => byId(name, value, world))[0];
  return { value: found ?? standIn(value, schema, objects, world), isKnown: true };
}

/** Names of the objects that may stand in the place of an id. */
function objectVariants(schema: Schema, { schemas }: Pick<World, "schemas">, depth = 0): string[] {
  if (schema.kind === "reference" && schemas.content(schema)?.kind === "object")
    return [schema.schema];
  const content = schemas.content(schema);
  if (content?.kind !== "union" || depth > 4) return [];
  return content.variants.flatMap((variant) => objectVariants(variant, { schemas }, depth + 1));
}

function byId(name: string, id: string, { plan, store }: World): JsonObject[] {
  const own = [...plan.collections.values()].filter((collection) => collection.name === name);
  return own.flatMap(({ id: collection }) => store.byId(collection, id).map(({ value }) => value));
}

/** What stands for an object that the API has and the sandbox does not keep. */
function standIn(
  id: string,
  schema: Schema,
  names: readonly string[],
  { schemas, plan }: World,
): unknown {
  for (const name of names) {
    const own = schemas.named(name);
    const shown = [...plan.collections.values()].find(
      (collection) => collection.name === name,
    )?.example;
    const made = own && sample(own, schemas, shown);
    if (!isObject(made) || member(made, "id") === undefined) continue;
    const whole = withMembers(made, { id });
    if (schemas.is(whole, schema)) return whole;
  }
  return id;
}

function propertiesOf(
  schema: Schema,
  world: World,
  depth: number,
): readonly { name: string; schema: Schema }[] {
  const content = world.schemas.content(schema);
  if (content?.kind !== "union" || depth > 4)
    return objectOf(schema, world.schemas)?.properties ?? [];
  return content.variants.flatMap((variant) => propertiesOf(variant, world, depth + 1));
}
