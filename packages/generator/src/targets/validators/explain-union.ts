import type { Schema, SchemaId, UnionSchema } from "../../model/api-model.ts";
import { literal, stringLiteral } from "../shared/literals.ts";
import type { ValidatorContext } from "./context.ts";
import { callText, expectOr, kit } from "./explain-call.ts";
import { expectation } from "./expectation.ts";

/** Says what is wrong with a value that is none of several. */
export function explainUnion(
  schema: UnionSchema,
  id: SchemaId,
  context: ValidatorContext,
): string[] {
  if (schema.verdict !== undefined)
    return [`${context.explain(schema.verdict)}(value, issues, at);`];
  if (!schema.discriminator) return unionStatements(schema, id, context);
  const told = switchStatements(schema, context);
  // The content decides; which variant was meant tells what is wrong with it.
  return schema.discriminator.hint ? [`if (${context.guard(id)}(value)) return;`, ...told] : told;
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
  const pointer = `at + ${stringLiteral(`/${escapePointer(property)}`)}`;
  const fallback = schema.discriminator?.fallback;
  const refusal =
    fallback === undefined
      ? callText(
          "issues.broken",
          [pointer, '"discriminator"', stringLiteral(values), `value[${stringLiteral(property)}]`],
          [],
          3,
        )
      : `${context.explain(fallback)}(value, issues, at);`;
  return [
    ...expectOr(`${kit("isRecord", context)}(value)`, "an object"),
    `switch (value[${stringLiteral(property)}]) {\n${cases}    default:\n      ${refusal}\n  }`,
  ];
}

function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
