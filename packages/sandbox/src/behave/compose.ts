import type { ObjectSchema, Property, Schema } from "@specwright/generator/reading";
import { isObject, type JsonObject, member, objectOf, withMembers } from "../json.ts";
import { objectOf as objectSchema } from "../plan/answers.ts";
import type { TakenValue } from "../plan/api-plan.ts";
import { plainName } from "../plan/paths.ts";
import { fit, isMap as isMapSchema } from "../schema/fit.ts";
import { sample } from "../schema/minimal.ts";
import type { Schemas } from "../schema/schemas.ts";

/** What a new object is made of. */
export interface Making {
  readonly schemas: Schemas;
  /** Seconds since 1970. */
  readonly now: number;
  readonly given: JsonObject;
  /** An object as the document shows it. */
  readonly example: unknown;
  /** What the request could have given. */
  readonly takes: ReadonlyMap<string, TakenValue>;
  /** Values that are settled: the id, ids of parents, the state it begins in. */
  readonly settled: JsonObject;
}

/**
 * A new object: what the caller gave; where it could have given a value and did not, the default, or as little as the
 * schema allows; the rest as in the example of the document, or as little as the schema allows.
 */
export function composeObject(schema: Schema, making: Making): JsonObject {
  const { schemas, given, example, settled } = making;
  const variant = variantOf(schema, making);
  const object = objectSchema(variant, schemas);
  if (!object) return withMembers({ ...(isObject(example) ? example : {}), ...given }, settled);
  const isOpen = object.properties.length === 0 && object.additionalProperties !== false;
  const fixed = known(settled, object);
  if (isOpen) return withMembers(given, fixed);
  const made = object.properties.map(
    (property) =>
      [property.name, member(fixed, property.name) ?? valueOf(property, making)] as const,
  );
  return objectOf([...made, ...Object.entries(fixed)]);
}

/** Of several forms of an object: the one that the caller names, or the one of the example. */
function variantOf(schema: Schema, making: Pick<Making, "schemas" | "given" | "example">): Schema {
  const { schemas, given, example } = making;
  const content = schemas.content(schema);
  if (content?.kind !== "union") return schema;
  const objects = content.variants.filter((variant) => objectSchema(variant, schemas));
  const named = objects.filter(
    (variant) => Object.keys(given).length > 0 && fitsTags(given, variant, schemas),
  );
  const [only] = named;
  if (only && named.length === 1) return variantOf(only, making);
  return (
    objects.find((variant) => schemas.isLasting(example, variant)) ?? only ?? objects[0] ?? schema
  );
}

// A property that may have one value only tells variants apart.
function fitsTags(given: JsonObject, variant: Schema, schemas: Schemas): boolean {
  const tags = objectSchema(variant, schemas)?.properties.filter(
    ({ schema }) => schemas.content(schema)?.kind === "literal",
  );
  const there = (tags ?? []).filter(({ name }) => member(given, name) !== undefined);
  return (
    there.length > 0 && there.every(({ name, schema }) => schemas.is(member(given, name), schema))
  );
}

function known(
  settled: JsonObject,
  { properties, additionalProperties }: ObjectSchema,
): JsonObject {
  const names = new Set(properties.map(({ name }) => name));
  return objectOf(
    Object.entries(settled).filter(([name]) => names.has(name) || additionalProperties !== false),
  );
}

function valueOf(property: Property, making: Making): unknown {
  const { name, schema, required } = property;
  const { schemas, now, given, example, takes } = making;
  const shown = member(example, name);
  const put = fit(
    member(given, name),
    schema,
    schemas.isLasting(shown, schema) ? shown : undefined,
    making,
  );
  if (put !== undefined) return put;
  const taken = takes.get(name);
  if (taken && member(given, name) === undefined) return notGiven(property, taken, shown, making);
  const time = timeOf(name, schema, now, schemas);
  if (time !== undefined && (required || shown !== undefined)) return time;
  if (shown !== undefined && schemas.isLasting(shown, schema)) return shown;
  return required ? sample(schema, schemas, shown) : undefined;
}

function notGiven(
  { schema, required }: Property,
  taken: TakenValue,
  shown: unknown,
  { schemas }: Making,
): unknown {
  const options = [taken.value, ...(isMap(schema, schemas) ? [{}] : []), null];
  const least = options.find((option) => option !== undefined && schemas.is(option, schema));
  if (least !== undefined) return least;
  return required ? sample(schema, schemas, shown) : undefined;
}

function isMap(schema: Schema, schemas: Schemas): boolean {
  const content = schemas.content(schema);
  return content !== undefined && isMapSchema(content);
}

const CREATED = ["created", "createdat", "creationdate", "datecreated", "createdon", "createdtime"];
export const UPDATED: readonly string[] = [
  "updated",
  "updatedat",
  "dateupdated",
  "modified",
  "modifiedat",
  "updatedon",
  "lastmodified",
];

const TIMES: ReadonlySet<string> = new Set([...CREATED, ...UPDATED]);

function timeOf(name: string, schema: Schema, now: number, schemas: Schemas): unknown {
  return TIMES.has(plainName(name)) ? timeFor(schema, now, schemas) : undefined;
}

/** The present in the form that a schema has for it; `undefined` where it has none. */
export function timeFor(schema: Schema, now: number, schemas: Schemas): unknown {
  const iso = new Date(now * 1000).toISOString();
  const content = schemas.content(schema);
  const isText =
    content?.kind === "string" && (content.format === "date-time" || content.format === undefined);
  const options = [now, ...(isText ? [iso.replace(".000Z", "Z"), iso] : []), iso.slice(0, 10)];
  return options.find((option) => schemas.is(option, schema));
}
