import { ordinal } from "../../naming/ordinal.ts";
import type { ObjectSchema, Schema, SchemaId } from "../../model/api-model.ts";
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
import { accessProperty } from "./guard-object.ts";

/** The statements that say what is wrong with a value: the slow walk, taken only after the guard said no. */
export function explainStatements(
  schema: Schema,
  id: SchemaId,
  context: ValidatorContext,
): string[] {
  const lead = schema.nullable ? ["if (value === null) return;"] : [];
  return [...lead, ...statements(schema, id, context)];
}

function statements(schema: Schema, id: SchemaId, context: ValidatorContext): string[] {
  switch (schema.kind) {
    case "object":
      return objectStatements(schema, id, context);
    case "array":
      return [
        ...expectOr(`${kit("isArray", context)}(value)`, "an array"),
        ...arrayLimits(schema, context),
        `for (const [index, item] of value.entries()) {\n    ${explainCall(schema.items, "item", "index", `${id}Item`, false, context, 2)}\n  }`,
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

function objectStatements(schema: ObjectSchema, id: SchemaId, context: ValidatorContext): string[] {
  const known = context.schemas.get(id)?.declared === true && schema.properties.length > 0;
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
      const { lead, value } = accessProperty(property.name, context);
      const path = id + pascalCase(property.name);
      const key = stringLiteral(property.name);
      return [
        ...lead,
        explainCall(property.schema, value, key, path, !property.required, context, 1),
      ];
    }),
    ...otherKeys(schema, id, context),
  ].filter((statement) => statement !== "");
}

function otherKeys(schema: ObjectSchema, id: SchemaId, context: ValidatorContext): string[] {
  const { additionalProperties, properties, propertyNames } = schema;
  const known = (): string =>
    context.keys(
      properties.map(({ name }) => name),
      id,
    );
  const unknown =
    additionalProperties === false
      ? [`${kit("explainUnknownKeys", context)}(value, issues, at, ${known()});`]
      : [];
  const body = [
    ...(propertyNames ? [keyCall({ ...propertyNames, docs: {} }, id, context)] : []),
    ...(typeof additionalProperties === "object"
      ? [
          ...(properties.length > 0 ? [`if (${known()}.has(key)) continue;`] : []),
          explainCall(
            additionalProperties,
            `${kit("own", context)}(value, key)`,
            "key",
            `${id}Value`,
            false,
            context,
            2,
          ),
        ]
      : []),
  ];
  if (body.length === 0) return unknown;
  const lines = body.map((statement) => `    ${statement}\n`).join("");
  return [...unknown, `for (const key of ${kit("keysOf", context)}(value)) {\n${lines}  }`];
}

function keyCall(
  names: Schema & { readonly kind: "string" },
  id: SchemaId,
  context: ValidatorContext,
): string {
  return callText(
    kit("explainKey", context),
    ["key", "issues", "at"],
    stringOptions(names, `${id}Key`, context),
    2,
  );
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
