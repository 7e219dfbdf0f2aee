import { ordinal } from "../../naming/ordinal.ts";
import type {
  ArraySchema,
  LiteralSchema,
  Schema,
  SchemaId,
  UnionSchema,
} from "../../model/api-model.ts";
import { literal, stringLiteral } from "../shared/literals.ts";
import { ifText, right, wrong } from "./condition.ts";
import type { ValidatorContext } from "./context.ts";
import { objectStatements } from "./guard-object.ts";
import { ACCEPT, REFUSE, refuse } from "./statements.ts";

// Everything that JSON has.
const ANYTHING = "return value !== undefined;";

/** The statements of a guard: straight down, out at the first thing that is wrong. Depth 1 is a function's body. */
export function guardStatements(schema: Schema, id: SchemaId, context: ValidatorContext): string[] {
  const lead = schema.nullable
    ? [ifText({ operator: "&&", terms: ["value === null"] }, ACCEPT, 1)]
    : [];
  return [...lead, ...statements(schema, id, context)];
}

function statements(schema: Schema, id: SchemaId, context: ValidatorContext): string[] {
  switch (schema.kind) {
    case "object":
      return objectStatements(schema, id, context);
    case "array":
      return arrayStatements(schema, id, context);
    case "union":
      return schema.discriminator
        ? switchStatements(schema, context)
        : unionStatements(schema, id, context);
    case "intersection":
      return [
        ...schema.parts.flatMap((part, index) =>
          refuse(wrong(part, "value", `${id}${ordinal(index)}Part`, context), 1),
        ),
        ACCEPT,
      ];
    case "literal":
      return literalStatements(schema);
    case "reference":
      return [`return ${context.guard(schema.schema)}(value);`];
    case "unknown":
      return [ANYTHING];
    default:
      return [...refuse(wrong(schema, "value", id, context), 1), ACCEPT];
  }
}

function literalStatements(schema: LiteralSchema): string[] {
  if (schema.open) return [...refuseOpen(schema), ACCEPT];
  if (schema.values.length === 0) return [REFUSE];
  const cases = schema.values.map((value) => `    case ${literal(value)}:\n`).join("");
  return [`switch (value) {\n${cases}      ${ACCEPT}\n    default:\n      ${REFUSE}\n  }`];
}

function refuseOpen(schema: LiteralSchema): string[] {
  const types = [...new Set(schema.values.map((value) => typeof value))];
  return types.length === 1
    ? [ifText({ operator: "||", terms: [`typeof value !== "${types[0]}"`] }, REFUSE, 1)]
    : [];
}

function arrayStatements(schema: ArraySchema, id: SchemaId, context: ValidatorContext): string[] {
  const kit = (name: string): string => context.imports.runtimeValue(name, "validate");
  const absent = schema.items.nullable ? ["item !== null"] : [];
  const each = refuse(wrong(schema.items, "item", `${id}Item`, context), 2, absent);
  return [
    `if (!${kit("isArray")}(value)) ${REFUSE}`,
    ...(schema.minItems === undefined ? [] : [`if (value.length < ${schema.minItems}) ${REFUSE}`]),
    ...(schema.maxItems === undefined ? [] : [`if (value.length > ${schema.maxItems}) ${REFUSE}`]),
    ...(schema.uniqueItems ? [`if (!${kit("isUnique")}(value)) ${REFUSE}`] : []),
    ...(each.length === 0
      ? []
      : [
          `for (const item of value) {\n${each.map((statement) => `    ${statement}\n`).join("")}  }`,
        ]),
    ACCEPT,
  ];
}

function unionStatements(schema: UnionSchema, id: SchemaId, context: ValidatorContext): string[] {
  const result = schema.exclusive ? "matches += 1;" : ACCEPT;
  const tests = schema.variants.map((variant, index) => {
    const condition = right(variant, "value", `${id}${ordinal(index)}Variant`, context);
    return condition.terms.length === 0 ? result : ifText(condition, result, 1);
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
