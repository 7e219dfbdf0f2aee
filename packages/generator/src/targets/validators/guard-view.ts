import { ordinal } from "../../naming/ordinal.ts";
import type {
  ArraySchema,
  IntersectionSchema,
  LiteralSchema,
  Rule,
  Schema,
  SchemaId,
  UnionSchema,
} from "../../model/api-model.ts";
import { literal, literalAs, stringLiteral } from "../shared/literals.ts";
import { ifText, literalTypes, right, wrong, type Condition } from "./condition.ts";
import type { ValidatorContext } from "./context.ts";
import { objectStatements } from "./guard-object.ts";
import { brokenRule, narrows, typeTest } from "./rule-conditions.ts";
import { ACCEPT, REFUSE, refuse } from "./statements.ts";

// Everything that JSON has.
const ANYTHING = "return value !== undefined;";

/** The statements of a guard: straight down, out at the first thing that is wrong. Depth 1 is a function's body. */
export function guardStatements(schema: Schema, id: SchemaId, context: ValidatorContext): string[] {
  const lead = schema.nullable
    ? [ifText({ operator: "&&", terms: ["value === null"] }, ACCEPT, 1)]
    : [];
  return [
    ...ruleStatements(schema.rules ?? [], id, context),
    ...lead,
    ...statements(schema, id, context),
  ];
}

// Rules look at the value under a name of its own: what they tell the compiler of it is not all that it may be.
function ruleStatements(rules: readonly Rule[], id: SchemaId, context: ValidatorContext): string[] {
  const isNarrowed = rules.some(narrows);
  const value = isNarrowed ? "given" : "value";
  return [
    ...(isNarrowed ? ["const given: unknown = value;"] : []),
    ...rules.map((rule) =>
      ifText({ operator: "&&", terms: [brokenRule(rule, value, id, context)] }, REFUSE, 1),
    ),
  ];
}

function statements(schema: Schema, id: SchemaId, context: ValidatorContext): string[] {
  switch (schema.kind) {
    case "object":
      return objectStatements(schema, id, context);
    case "array":
      return arrayStatements(schema, id, context);
    case "union":
      if (schema.verdict !== undefined) return [`return ${context.guard(schema.verdict)}(value);`];
      return schema.discriminator && !schema.discriminator.hint
        ? switchStatements(schema, context)
        : unionStatements(schema, id, context);
    case "intersection":
      return intersectionStatements(schema, id, context);
    case "literal":
      return literalStatements(schema, context);
    case "reference":
      return [`return ${context.guard(schema.schema)}(value);`];
    case "unknown":
      return [ANYTHING];
    default:
      return [
        ...otherKinds(schema, context),
        ...refuse(remaining(schema, wrong(schema, "value", id, context)), 1),
        ACCEPT,
      ];
  }
}

// Of a value of another kind nothing is left to ask.
function remaining(schema: Schema, condition: Condition): Condition {
  const isAsked = schema.kind === "string" && schema.lenient;
  return isAsked ? { ...condition, terms: condition.terms.slice(1) } : condition;
}

function intersectionStatements(
  { parts }: IntersectionSchema,
  id: SchemaId,
  context: ValidatorContext,
): string[] {
  const tests = parts.flatMap((part, index) =>
    refuse(wrong(part, "value", `${id}${ordinal(index)}Part`, context), 1),
  );
  return tests.length > 0 ? [...tests, ACCEPT] : [ANYTHING];
}

/** Values of other kinds than the one that a schema speaks of, where it names no type. */
export function otherKinds(
  schema: Schema,
  context: ValidatorContext,
  pass: string = ACCEPT,
): string[] {
  if (!("lenient" in schema) || !schema.lenient) return [];
  const isScalar = schema.kind === "string" || schema.kind === "number";
  const test = isScalar
    ? `typeof value !== "${schema.kind}"`
    : `!${typeTest(schema.kind === "array" ? "array" : "object", "value", context)}`;
  return [ifText({ operator: "&&", terms: [test] }, pass, 1)];
}

function literalStatements(schema: LiteralSchema, context: ValidatorContext): string[] {
  if (schema.open) return [...refuseOpen(schema), ACCEPT];
  const composites = (schema.composites ?? []).map((composite) => {
    const test = `${context.imports.runtimeValue("isEqual", "validate")}(value, ${literal(composite)})`;
    return ifText({ operator: "&&", terms: [test] }, ACCEPT, 1);
  });
  if (schema.values.length === 0) return [...composites, nothing(context)];
  const cases = schema.values
    .map((value) => `    case ${literalAs(value, schema.held)}:\n`)
    .join("");
  return [
    ...composites,
    `switch (value) {\n${cases}      ${ACCEPT}\n    default:\n      ${REFUSE}\n  }`,
  ];
}

// Nothing may stand here; the parameter is used all the same.
function nothing(context: ValidatorContext): string {
  return `return ${context.imports.runtimeValue("isNever", "validate")}(value);`;
}

function refuseOpen(schema: LiteralSchema): string[] {
  const types = literalTypes(schema);
  return types.length === 1
    ? [ifText({ operator: "||", terms: [`typeof value !== "${types[0]}"`] }, REFUSE, 1)]
    : [];
}

function arrayStatements(schema: ArraySchema, id: SchemaId, context: ValidatorContext): string[] {
  const kit = (name: string): string => context.imports.runtimeValue(name, "validate");
  const absent = schema.items.nullable ? ["item !== null"] : [];
  const first = schema.prefixItems ?? [];
  const others = first.length > 0 ? `value.slice(${first.length})` : "value";
  const isFull = schema.items.kind === "never" && first.length > 0;
  const each = isFull ? [] : refuse(wrong(schema.items, "item", `${id}Item`, context), 2, absent);
  return [
    schema.lenient
      ? `if (!${kit("isArray")}(value)) ${ACCEPT}`
      : `if (!${kit("isArray")}(value)) ${REFUSE}`,
    ...(schema.minItems === undefined ? [] : [`if (value.length < ${schema.minItems}) ${REFUSE}`]),
    ...(schema.maxItems === undefined ? [] : [`if (value.length > ${schema.maxItems}) ${REFUSE}`]),
    ...(schema.uniqueItems ? [`if (!${kit("isUnique")}(value)) ${REFUSE}`] : []),
    ...first.flatMap((item, index) => {
      const there = [
        `value.length > ${index}`,
        ...(item.nullable ? [`value[${index}] !== null`] : []),
      ];
      return refuse(
        wrong(item, `value[${index}]`, `${id}${ordinal(index)}Item`, context),
        1,
        there,
      );
    }),
    ...(isFull ? [`if (value.length > ${first.length}) ${REFUSE}`] : []),
    ...(each.length === 0
      ? []
      : [
          `for (const item of ${others}) {\n${each.map((statement) => `    ${statement}\n`).join("")}  }`,
        ]),
    ACCEPT,
  ];
}

function unionStatements(schema: UnionSchema, id: SchemaId, context: ValidatorContext): string[] {
  const result = schema.exclusive ? "matches += 1;" : ACCEPT;
  const tests = schema.variants.map((variant, index) => {
    const condition = right(variant, "value", `${id}${ordinal(index)}Variant`, context);
    if (condition.terms.length > 0) return ifText(condition, result, 1);
    return schema.exclusive ? `if (value !== undefined) ${result}` : result;
  });
  return schema.exclusive
    ? ["let matches = 0;", ...tests, "return matches === 1;"]
    : tests.includes(ACCEPT)
      ? [ANYTHING]
      : [...tests, REFUSE];
}

function switchStatements(schema: UnionSchema, context: ValidatorContext): string[] {
  const { discriminator } = schema;
  const record = context.imports.runtimeValue("isRecord", "validate");
  const cases = (discriminator?.mapping ?? [])
    .map(
      ({ value, schema: id }) =>
        `    case ${literal(value)}:\n      return ${context.guard(id)}(value);\n`,
    )
    .join("");
  return [
    `if (!${record}(value)) ${REFUSE}`,
    `switch (value[${stringLiteral(discriminator?.property ?? "")}]) {\n${cases}    default:\n      ${REFUSE}\n  }`,
  ];
}
