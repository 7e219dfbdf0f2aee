import type { ArraySchema, ObjectSchema, Property, Schema } from "@specwright/generator/reading";
import {
  explainItems,
  explainKey,
  explainSize,
  explainUnknownKey,
  explainValue,
  isRecord,
  isUnique,
  type Issues,
  own,
  type Pattern,
} from "@specwright/runtime/validate";
import type { Check } from "./check.ts";
import { patternOf } from "./pattern.ts";

/** Gives the check of a schema that is part of another. */
export type CheckOf = (schema: Schema) => Check;

/** JSON Schema 2020-12 (Validation), section 6.4, and its Core, section 10.3.1. */
export function arrayCheck(schema: ArraySchema, checkOf: CheckOf): Check {
  const { minItems = 0, maxItems = Infinity, uniqueItems, prefixItems = [] } = schema;
  const first = prefixItems.map(checkOf);
  const rest = checkOf(schema.items);
  const itemAt = (index: number): Check => first[index] ?? rest;
  const limits = {
    ...(schema.minItems !== undefined && { minItems }),
    ...(schema.maxItems !== undefined && { maxItems }),
    uniqueItems,
  };
  return {
    is: (value) =>
      Array.isArray(value) &&
      value.length >= minItems &&
      value.length <= maxItems &&
      (!uniqueItems || isUnique(value)) &&
      value.every((item, index) => itemAt(index).is(item)),
    explain(value, issues, at) {
      if (!Array.isArray(value)) return issues.expected(at, "an array", value);
      explainItems(value, issues, at, limits);
      for (const [index, item] of value.entries()) {
        if (issues.full) return;
        explainValue(item, issues, at, index, itemAt(index).explain);
      }
    },
  };
}

interface Member extends Pick<Property, "name" | "required"> {
  readonly check: Check;
}

interface ObjectParts {
  readonly members: readonly Member[];
  readonly names: ReadonlySet<string>;
  readonly patterns: readonly { readonly pattern: Pattern; readonly check: Check }[];
  readonly rest: Check | boolean;
  readonly key: Check | undefined;
  readonly schema: ObjectSchema;
}

/** JSON Schema 2020-12 (Validation), section 6.5, and its Core, section 10.3.2. */
export function objectCheck(schema: ObjectSchema, checkOf: CheckOf): Check {
  const { properties, patternProperties = [], additionalProperties, propertyNames } = schema;
  const parts: ObjectParts = {
    members: properties.map((property) => ({
      name: property.name,
      required: property.required,
      check: checkOf(property.schema),
    })),
    names: new Set(properties.map(({ name }) => name)),
    patterns: patternProperties.map(({ pattern, schema: matched }) => ({
      pattern: patternOf(pattern),
      check: checkOf(matched),
    })),
    rest:
      typeof additionalProperties === "boolean"
        ? additionalProperties
        : checkOf(additionalProperties),
    key: propertyNames && checkOf(propertyNames),
    schema,
  };
  return {
    is: (value) => isRecord(value) && isObject(value, parts),
    explain: (value, issues, at) =>
      isRecord(value)
        ? explainObject(value, issues, at, parts)
        : issues.expected(at, "an object", value),
  };
}

type Values = Readonly<Record<string, unknown>>;

function isObject(value: Values, parts: ObjectParts): boolean {
  const { members, names, patterns, rest, key, schema } = parts;
  const { minProperties = 0, maxProperties = Infinity } = schema;
  for (const { name, required, check } of members) {
    const member = own(value, name);
    if (member === undefined ? required : !check.is(member)) return false;
  }
  if (schema.minProperties !== undefined || schema.maxProperties !== undefined) {
    const size = Object.keys(value).length;
    if (size < minProperties || size > maxProperties) return false;
  }
  if (rest === true && patterns.length === 0 && !key) return true;
  return Object.keys(value).every((name) => {
    if (key && !key.is(name)) return false;
    const matched = patterns.filter(({ pattern }) => pattern.test(name));
    if (!matched.every(({ check }) => check.is(value[name]))) return false;
    if (names.has(name) || matched.length > 0) return true;
    return typeof rest === "boolean" ? rest : rest.is(value[name]);
  });
}

function explainObject(value: Values, issues: Issues, at: string, parts: ObjectParts): void {
  const { members, schema } = parts;
  explainSize(value, issues, at, {
    ...(schema.minProperties !== undefined && { minProperties: schema.minProperties }),
    ...(schema.maxProperties !== undefined && { maxProperties: schema.maxProperties }),
  });
  for (const { name, required, check } of members) {
    const presence = { optional: !required };
    explainValue(own(value, name), issues, at, name, check.explain, presence);
  }
  for (const name of Object.keys(value)) {
    if (issues.full) return;
    explainOther(name, value[name], issues, at, parts);
  }
}

function explainOther(
  name: string,
  item: unknown,
  issues: Issues,
  at: string,
  { names, patterns, rest, key, schema: { propertyNames } }: ObjectParts,
): void {
  if (key && !key.is(name)) {
    const { minLength, maxLength, pattern } = propertyNames ?? {};
    explainKey(name, issues, at, {
      ...(minLength !== undefined && { minLength }),
      ...(maxLength !== undefined && { maxLength }),
      ...(pattern !== undefined && { pattern: patternOf(pattern) }),
    });
  }
  const matched = patterns.filter(({ pattern }) => pattern.test(name));
  for (const { check } of matched) explainValue(item, issues, at, name, check.explain);
  if (names.has(name) || matched.length > 0 || rest === true) return;
  if (rest === false) explainUnknownKey(name, issues, at);
  else explainValue(item, issues, at, name, rest.explain);
}
