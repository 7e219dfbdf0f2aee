import type { ObjectSchema, Schema, SchemaId, UnionSchema } from "../../model/api-model.ts";
import { pascalCase } from "../../naming/casing.ts";
import { indentation, valueText } from "../shared/layout.ts";
import { literal, stringLiteral } from "../shared/literals.ts";
import { typeText } from "../shared/type-text.ts";
import { expectation } from "./expectation.ts";
import type { ValidatorContext } from "./context.ts";
import { accessProperty, selfReference } from "./guard-view.ts";

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
        ...expectOr(`${kit("isArray", context)}(value)`, "an array", context),
        ...arrayLimits(schema, context),
        `for (const [index, item] of value.entries()) {\n    ${explainCall(schema.items, "item", "index", `${id}Item`, false, context, 2)}\n  }`,
      ];
    case "union":
      return schema.discriminator
        ? switchStatements(schema, context)
        : unionStatements(schema, id, context);
    case "intersection":
      return schema.parts.map((part, index) =>
        explainCall(part, "value", "undefined", `${id}Part${index}`, false, context, 1),
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
    ...expectOr(test, "an object", context),
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

function unionStatements(schema: UnionSchema, id: SchemaId, context: ValidatorContext): string[] {
  const objects = schema.variants.filter((variant) => isObjectLike(variant, context));
  const [only] = objects;
  const deeper =
    objects.length === 1 && only?.kind === "reference" && !schema.exclusive
      ? [
          `if (${kit("isRecord", context)}(value)) {\n    ${context.explain(only.schema)}(value, issues, at);\n    return;\n  }`,
        ]
      : [];
  const one = schema.exclusive ? "exactly one of " : "";
  const expected = one + expectation(schema, context);
  const keyword = schema.exclusive ? "oneOf" : "anyOf";
  return [
    `if (${context.guard(id)}(value)) return;`,
    ...deeper,
    callText(
      "issues.broken",
      ["at", stringLiteral(keyword), stringLiteral(expected), "value"],
      [],
      1,
    ),
  ];
}

function isObjectLike(schema: Schema, context: ValidatorContext): boolean {
  if (schema.kind !== "reference") return false;
  const content = context.schemas.get(schema.schema)?.schema;
  return (
    content !== undefined &&
    !["string", "number", "integer", "boolean", "literal", "array"].includes(content.kind)
  );
}

function switchStatements(schema: UnionSchema, context: ValidatorContext): string[] {
  const property = schema.discriminator?.property ?? "";
  const mapping = schema.discriminator?.mapping ?? [];
  const cases = mapping
    .map(
      ({ value, schema: id }) =>
        `    case ${literal(value)}:\n      ${context.explain(id)}(value, issues, at);\n      return;\n`,
    )
    .join("");
  const values = `one of ${mapping.map(({ value }) => JSON.stringify(value)).join(", ")}`;
  const pointer = "`${at}/" + templateText(escapePointer(property)) + "`";
  const refusal = callText(
    "issues.broken",
    [pointer, '"discriminator"', stringLiteral(values), `value[${stringLiteral(property)}]`],
    [],
    3,
  );
  return [
    ...expectOr(`${kit("isRecord", context)}(value)`, "an object", context),
    `switch (value[${stringLiteral(property)}]) {\n${cases}    default:\n      ${refusal}\n  }`,
  ];
}

function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

// Inside a template literal: no back-tick, no `${`, no escape of the spec's own.
function templateText(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll("`", "\\`").replaceAll("${", "\\${");
}

function expectOr(test: string, expected: string, _context: ValidatorContext): string[] {
  return [
    `if (!${test}) {\n    issues.expected(at, ${stringLiteral(expected)}, value);\n    return;\n  }`,
  ];
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

/** Members of an options object: name, source text and, for a list, its values, so that it can be broken. */
type Options = readonly (readonly [string, string | undefined, (readonly unknown[])?])[];

/** One call that explains one value: `explainString(value.id, issues, at, "id", { maxLength: 5000 });` */
function explainCall(
  schema: Schema,
  value: string,
  key: string,
  path: string,
  optional: boolean,
  context: ValidatorContext,
  depth: number,
): string {
  const presence: Options = [
    ["optional", optional ? "true" : undefined],
    ["nullable", schema.nullable ? "true" : undefined],
  ];
  const call = (name: string, extra: readonly string[], options: Options): string =>
    callText(
      kit(name, context),
      [value, "issues", "at", key, ...extra],
      [...presence, ...options],
      depth,
    );
  switch (schema.kind) {
    case "string":
      return call("explainString", [], stringOptions(schema, path, context));
    case "number":
    case "integer":
      return call(
        schema.kind === "integer" ? "explainInteger" : "explainNumber",
        [],
        numberOptions(schema),
      );
    case "boolean":
      return call("explainBoolean", [], []);
    case "literal":
      return call(
        "explainLiteral",
        [],
        [
          ["values", literal(schema.values), schema.values],
          ["open", schema.open ? "true" : undefined],
        ],
      );
    case "reference":
      return call("explainValue", [context.explain(schema.schema)], []);
    case "never":
      return call("explainLiteral", [], [["values", "[]"]]);
    case "unknown":
      return optional
        ? ""
        : callText(kit("explainPresent", context), [value, "issues", "at", key], [], depth);
    case "array":
    case "object":
    case "union":
    case "intersection":
      return call("explainValue", [context.explain(path)], []);
  }
}

function stringOptions(
  schema: Schema & { readonly kind: "string" },
  path: string,
  context: ValidatorContext,
): Options {
  return [
    ["minLength", schema.minLength === undefined ? undefined : String(schema.minLength)],
    ["maxLength", schema.maxLength === undefined ? undefined : String(schema.maxLength)],
    ["pattern", schema.pattern === undefined ? undefined : context.pattern(schema.pattern, path)],
  ];
}

function numberOptions(schema: Schema & { readonly kind: "number" | "integer" }): Options {
  const { minimum, maximum, multipleOf } = schema;
  return [
    [
      minimum?.exclusive ? "above" : "minimum",
      minimum === undefined ? undefined : String(minimum.value),
    ],
    [
      maximum?.exclusive ? "below" : "maximum",
      maximum === undefined ? undefined : String(maximum.value),
    ],
    ["multipleOf", multipleOf === undefined ? undefined : String(multipleOf)],
  ];
}

/** A call with options last: on one line, or with the options a line each, or with the arguments a line each. */
function callText(name: string, args: readonly string[], options: Options, depth: number): string {
  const given = options.flatMap(([key, value, list]) =>
    value === undefined ? [] : [{ key, value, list }],
  );
  const members = given.map(({ key, value }) => `${key}: ${value}`);
  const object = members.length > 0 ? `{ ${members.join(", ")} }` : undefined;
  const margin = indentation(depth).length;
  const all = object === undefined ? args : [...args, object];
  const line = `${name}(${all.join(", ")});`;
  if (margin + line.length <= 100) return line;
  const gap = indentation(depth + 1);
  const head = `${name}(${args.join(", ")}, {`;
  if (object !== undefined && margin + head.length <= 100) {
    const lines = given.map(({ key, value, list }) => {
      const text = list ? valueText(list, `${gap}${key}: `.length, 1, depth + 1) : value;
      return `${gap}${key}: ${text},\n`;
    });
    return `${head}\n${lines.join("")}${indentation(depth)}});`;
  }
  return `${name}(\n${all.map((argument) => `${gap}${argument},\n`).join("")}${indentation(depth)});`;
}

function kit(name: string, context: ValidatorContext): string {
  return context.imports.runtimeValue(name, "validate");
}
