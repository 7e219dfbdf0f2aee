import type { ObjectSchema, Schema } from "@specwright/generator/reading";
import { isObject, type JsonObject, member, objectOf, withMembers } from "../json.ts";
import { sample } from "./minimal.ts";
import type { Schemas } from "./schemas.ts";

/** What fitting may ask of the world. */
export interface Fitting {
  readonly schemas: Schemas;
  /** Seconds since 1970: what `now` stands for. */
  readonly now: number;
}

/**
 * A value that a caller gave, in the form that the answer has for it.
 *
 * An object is put over what stood there, a list may become a list envelope, and an empty text clears: a map becomes empty,
 * all else `null` or, where that may not be, an empty text, object or list.
 *
 * @param before What stands there: the current value, or an example.
 * @returns `undefined` where there is no such form.
 */
export function fit(given: unknown, schema: Schema, before: unknown, fitting: Fitting): unknown {
  const { schemas, now } = fitting;
  const content = schemas.content(schema);
  if (!content || given === undefined) return undefined;
  if (given === "") return cleared(schema, content, schemas);
  if (given === null) return schemas.is(null, schema) ? null : undefined;
  const made = fitted(given, content, before, fitting);
  if (made !== undefined && schemas.is(made, schema)) return made;
  if (given === "now" && schemas.is(now, schema)) return now;
  return schemas.is(given, schema) && !isObject(given) ? given : undefined;
}

function cleared(schema: Schema, content: Schema, schemas: Schemas): unknown {
  const options = isMap(content) ? [{}, null] : [null, "", {}, []];
  return options.find((option) => schemas.is(option, schema));
}

function fitted(given: unknown, content: Schema, before: unknown, fitting: Fitting): unknown {
  switch (content.kind) {
    case "object":
      if (isObject(given)) return fitObject(given, content, before, fitting);
      return Array.isArray(given) ? fitEnvelope(given, content, before, fitting) : undefined;
    case "array":
      return Array.isArray(given)
        ? given.map(
            (item) =>
              fit(item, content.items, undefined, fitting) ??
              sample(content.items, fitting.schemas),
          )
        : undefined;
    case "union":
      return firstOf(content.variants, (variant) => fit(given, variant, before, fitting));
    case "intersection": {
      if (!isObject(given)) return given;
      const parts = content.parts.map((part) => fit(given, part, before, fitting)).filter(isObject);
      return parts.reduce<JsonObject>((all, part) => withMembers(all, part), {});
    }
    case "unknown":
      return given;
    default:
      return fitting.schemas.is(given, content) ? given : undefined;
  }
}

/** A map has keys of the caller's own: `metadata`. */
export function isMap(content: Schema): boolean {
  return (
    content.kind === "object" &&
    content.properties.length === 0 &&
    content.additionalProperties !== false
  );
}

function fitObject(
  given: JsonObject,
  content: ObjectSchema,
  before: unknown,
  fitting: Fitting,
): JsonObject {
  const current = isObject(before) ? before : {};
  if (isMap(content)) return mergeMap(given, current);
  const { schemas } = fitting;
  return objectOf(
    content.properties.map(({ name, schema, required }) => {
      const old = member(current, name);
      const put = fit(member(given, name), schema, old, fitting);
      if (put !== undefined) return [name, put];
      if (old !== undefined && schemas.is(old, schema)) return [name, old];
      return [name, required ? sample(schema, schemas) : undefined];
    }),
  );
}

/** Keys are put over those that are there; an empty text takes one away. */
function mergeMap(given: JsonObject, current: JsonObject): JsonObject {
  const changes = Object.entries(given).map(
    ([key, value]) => [key, value === "" ? undefined : value] as const,
  );
  return objectOf(new Map([...Object.entries(current), ...changes]));
}

function fitEnvelope(
  given: readonly unknown[],
  content: ObjectSchema,
  before: unknown,
  fitting: Fitting,
): unknown {
  const data = content.properties.find(({ name }) => name === "data");
  if (!data) return undefined;
  const items = fit(given, data.schema, undefined, fitting);
  const empty = sample(content, fitting.schemas, undefined);
  if (items === undefined || !isObject(empty)) return undefined;
  const url = member(before, "url");
  return withMembers(empty, { data: items, ...(typeof url === "string" && { url }) });
}

function firstOf<T>(options: readonly T[], make: (option: T) => unknown): unknown {
  for (const option of options) {
    const made = make(option);
    if (made !== undefined) return made;
  }
  return undefined;
}
