import { ordinal } from "../../naming/ordinal.ts";
import type {
  ArraySchema,
  ObjectSchema,
  Schema,
  SchemaId,
  StringSchema,
} from "../../model/api-model.ts";
import { pascalCase } from "../../naming/casing.ts";
import { stringLiteral } from "../shared/literals.ts";
import { typeText } from "../shared/type-text.ts";
import {
  callText,
  expectOr,
  explainCall,
  kit,
  stringOptions,
  type Options,
} from "./explain-call.ts";
import { explainUnion } from "./explain-union.ts";
import { selfReference, type ValidatorContext } from "./context.ts";
import { accessProperty, isKnown, knownTests } from "./guard-object.ts";
import { otherKinds } from "./guard-view.ts";
import { ruleWalk } from "./explain-rules.ts";
import { ifText } from "./condition.ts";

/** The statements that say what is wrong with a value: the slow walk, taken only after the guard said no. */
export function explainStatements(
  schema: Schema,
  id: SchemaId,
  context: ValidatorContext,
): string[] {
  const lead = schema.nullable ? ["if (value === null) return;"] : [];
  return [
    ...ruleWalk(schema.rules, id, context),
    ...lead,
    ...otherKinds(schema, context, "return;"),
    ...statements(schema, id, context),
  ];
}

function statements(schema: Schema, id: SchemaId, context: ValidatorContext): string[] {
  switch (schema.kind) {
    case "object":
      return objectStatements(schema, id, context);
    case "array":
      return [
        ...expectOr(`${kit("isArray", context)}(value)`, "an array"),
        ...arrayLimits(schema, context),
        ...firstItems(schema, id, context),
        ...otherItems(schema, id, context),
      ];
    case "union":
      return explainUnion(schema, id, context);
    case "intersection":
      return schema.parts.map((part, index) =>
        explainCall(part, "value", "undefined", `${id}${ordinal(index)}Part`, false, context, 1),
      );
    case "reference":
      return [`${context.explain(schema.schema)}(value, issues, at);`];
    default:
      return [
        explainCall({ ...schema, nullable: false }, "value", "undefined", id, false, context, 1),
      ];
  }
}

function firstItems(schema: ArraySchema, id: SchemaId, context: ValidatorContext): string[] {
  return (schema.prefixItems ?? [])
    .map((item, index) =>
      explainCall(
        item,
        `value[${index}]`,
        String(index),
        `${id}${ordinal(index)}Item`,
        true,
        context,
        1,
      ),
    )
    .filter((statement) => statement !== "");
}

function otherItems(schema: ArraySchema, id: SchemaId, context: ValidatorContext): string[] {
  const first = schema.prefixItems?.length ?? 0;
  if (first > 0 && schema.items.kind === "unknown") return [];
  const skip = first > 0 ? `    if (index < ${first}) continue;\n` : "";
  const call = explainCall(schema.items, "item", "index", `${id}Item`, false, context, 2);
  return [`for (const [index, item] of value.entries()) {\n${skip}    ${call}\n  }`];
}

function objectStatements(schema: ObjectSchema, id: SchemaId, context: ValidatorContext): string[] {
  const known = isKnown(schema, id, context);
  const test = known
    ? `${kit("isObject", context)}<${typeText(selfReference(id), context)}>(value)`
    : `${kit("isRecord", context)}(value)`;
  const { minProperties, maxProperties } = schema;
  const limits: Options = [
    ["minProperties", minProperties === undefined ? undefined : String(minProperties)],
    ["maxProperties", maxProperties === undefined ? undefined : String(maxProperties)],
  ];
  const limited = limits.some(([, value]) => value !== undefined);
  return [
    ...expectOr(test, "an object"),
    ...(limited
      ? [callText(kit("explainSize", context), ["value", "issues", "at"], limits, 1)]
      : []),
    ...schema.properties.flatMap((property) => {
      const { lead, value } = accessProperty(property, known, context);
      const path = id + pascalCase(property.name);
      const key = stringLiteral(property.name);
      const call = explainCall(property.schema, value, key, path, !property.required, context, 1);
      return call === "" ? [] : [...lead, call];
    }),
    ...otherKeys(schema, id, context),
  ].filter((statement) => statement !== "");
}

function otherKeys(schema: ObjectSchema, id: SchemaId, context: ValidatorContext): string[] {
  const { additionalProperties, patternProperties = [], properties, propertyNames } = schema;
  const isPlain = additionalProperties === false && patternProperties.length === 0;
  const known = properties.map(({ name }) => name);
  const unknown = isPlain
    ? [`${kit("explainUnknownKeys", context)}(value, issues, at, ${context.keys(known, id)});`]
    : [];
  const body = [
    ...(propertyNames ? keyCalls({ ...propertyNames, docs: {} }, id, context) : []),
    ...patternProperties.map(({ pattern, schema: matched }) => {
      const test = `${context.pattern(pattern, `${id}Name`)}.test(key)`;
      return when(test, valueCall(matched, `${id}Match`, context), 2);
    }),
    ...(isPlain ? [] : restCalls(schema, id, context)),
  ].filter((statement) => statement !== "");
  if (body.length === 0) return unknown;
  const lines = body.map((statement) => `    ${statement}\n`).join("");
  return [...unknown, `for (const key of ${kit("keysOf", context)}(value)) {\n${lines}  }`];
}

function restCalls(schema: ObjectSchema, id: SchemaId, context: ValidatorContext): string[] {
  const { additionalProperties } = schema;
  if (additionalProperties === true) return [];
  const known = knownTests(schema, id, context);
  if (additionalProperties === false) {
    const refusal = `${kit("explainUnknownKey", context)}(key, issues, at);`;
    return [ifText({ operator: "&&", terms: known.map((test) => `!${test}`) }, refusal, 2)];
  }
  const skip = known.length > 0 ? [ifText({ operator: "||", terms: known }, "continue;", 2)] : [];
  return [...skip, valueCall(additionalProperties, `${id}Value`, context)];
}

function valueCall(schema: Schema, path: string, context: ValidatorContext): string {
  const value = `${kit("own", context)}(value, key)`;
  return explainCall(schema, value, "key", path, false, context, 2);
}

function when(test: string, statement: string, depth: number): string {
  return ifText({ operator: "&&", terms: [test] }, statement, depth);
}

function keyCalls(names: StringSchema, id: SchemaId, context: ValidatorContext): string[] {
  const options = stringOptions(names, `${id}Key`, context);
  if (options.every(([, value]) => value === undefined)) return [];
  return [callText(kit("explainKey", context), ["key", "issues", "at"], options, 2)];
}

function arrayLimits(
  schema: Schema & { readonly kind: "array" },
  context: ValidatorContext,
): string[] {
  const options: Options = [
    ["minItems", schema.minItems === undefined ? undefined : String(schema.minItems)],
    ["maxItems", schema.maxItems === undefined ? undefined : String(schema.maxItems)],
    ["uniqueItems", schema.uniqueItems ? "true" : undefined],
  ];
  if (options.every(([, value]) => value === undefined)) return [];
  return [callText(kit("explainItems", context), ["value", "issues", "at"], options, 1)];
}
