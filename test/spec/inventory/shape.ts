import { list, objectAt } from "../../helpers/api-document.ts";
import type { ApiDocument, JsonSchema } from "../../helpers/api-document.ts";

/** A schema in the inventory's terms. */
export interface Shape {
  readonly isNullable: boolean;
  /** Whether an empty text clears the value. */
  readonly isEmptyable: boolean;
  readonly isExpandable: boolean;
  /** What is left without `null` and the empty text. */
  readonly alternatives: readonly JsonSchema[];
}

export interface Properties {
  readonly schemas: ReadonlyMap<string, JsonSchema>;
  readonly required: ReadonlySet<string>;
}

export function shapeOf(schema: JsonSchema, document: ApiDocument): Shape {
  const all = flatten(schema, document);
  const isNull = (one: JsonSchema): boolean => one["type"] === "null";
  const isEmpty = (one: JsonSchema): boolean => one["const"] === "";
  const kept = all.filter((one) => !isNull(one) && !isEmpty(one));
  return {
    isNullable: all.some((one) => isNull(one) || list(one["type"]).includes("null")),
    isEmptyable: all.some((one) => isEmpty(one) || one["x-emptyable"] === true),
    isExpandable: schema["x-expandable"] === true,
    alternatives: kept,
  };
}

/** The schemas that `anyOf`, references and, but for discriminated objects, `oneOf` offer. */
function flatten(schema: JsonSchema, document: ApiDocument): JsonSchema[] {
  const found = document.follow(schema);
  const choices = found["anyOf"];
  return Array.isArray(choices)
    ? choices.flatMap((one) => flatten(objectAt(one), document))
    : [{ ...found, ...schema }];
}

export function typeOf(schema: JsonSchema): unknown {
  const type = schema["type"];
  if (Array.isArray(type)) return type.find((one) => one !== "null");
  return type ?? (hasProperties(schema) ? "object" : undefined);
}

function hasProperties(schema: JsonSchema): boolean {
  return ["properties", "allOf", "oneOf"].some((keyword) => keyword in schema);
}

export function enumOf(schema: JsonSchema): readonly unknown[] | undefined {
  const values = schema["enum"];
  return Array.isArray(values) ? values.filter((value) => value !== null) : undefined;
}

/** Own properties and those of `allOf`; of `oneOf` what any variant has, required where every variant requires it. */
export function propertiesOf(schema: JsonSchema, document: ApiDocument): Properties {
  const found = document.follow(schema);
  const own: Properties = {
    schemas: new Map(
      Object.entries(objectAt(found["properties"])).map(([k, v]) => [k, objectAt(v)]),
    ),
    required: new Set(list(found["required"]).map(String)),
  };
  const parts = list(found["allOf"]).map((part) => propertiesOf(objectAt(part), document));
  const variants = list(found["oneOf"]).map((one) => propertiesOf(objectAt(one), document));
  return joined([own, ...parts, ...(variants.length > 0 ? [either(variants)] : [])]);
}

function joined(parts: readonly Properties[]): Properties {
  return {
    schemas: new Map(parts.flatMap(({ schemas }) => [...schemas])),
    required: new Set(parts.flatMap(({ required }) => [...required])),
  };
}

function either(variants: readonly Properties[]): Properties {
  const names = new Set(variants.flatMap(({ schemas }) => [...schemas.keys()]));
  const schemas = [...names].map((name): [string, JsonSchema] => [
    name,
    joinedTag(
      variants.flatMap(({ schemas }) => {
        const schema = schemas.get(name);
        return schema ? [schema] : [];
      }),
    ),
  ]);
  const required = [...names].filter((name) => variants.every((one) => one.required.has(name)));
  return { schemas: new Map(schemas), required: new Set(required) };
}

// The tag of a discriminated union is a constant in each variant: together an enum.
function joinedTag(found: readonly JsonSchema[]): JsonSchema {
  const values = found.flatMap((schema): unknown[] => ("const" in schema ? [schema["const"]] : []));
  const isTag = values.length === found.length && found.length > 1;
  return isTag ? { type: "string", enum: values } : objectAt(found[0]);
}

/** The wire name of an API object: the constant of its property `object`. */
export function wireName(schema: JsonSchema, document: ApiDocument): string | undefined {
  const value = propertiesOf(schema, document).schemas.get("object")?.["const"];
  return typeof value === "string" ? value : undefined;
}

export function isDeletedForm(schema: JsonSchema, document: ApiDocument): boolean {
  return propertiesOf(schema, document).schemas.get("deleted")?.["const"] === true;
}
