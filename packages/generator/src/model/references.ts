import type { Evaluation, Rule, Schema, SchemaId } from "./api-model.ts";

/** The schemas that a schema names itself, in its own order; not those that these name in turn. */
export function references(schema: Schema): SchemaId[] {
  return [...namedByKind(schema), ...(schema.rules ?? []).flatMap(namedByRule)];
}

/** Those that only validators ask for. */
function namedByRule(rule: Rule): SchemaId[] {
  switch (rule.kind) {
    case "conditional":
      return [rule.if, rule.then, rule.else].filter((id) => id !== undefined);
    case "unevaluatedProperties":
    case "unevaluatedItems":
      return [rule.schema, ...namedByEvaluation(rule.evaluated)];
    case "type":
    case "format":
    case "dependentRequired":
      return [];
    default:
      return [rule.schema];
  }
}

function namedByEvaluation(evaluation: Evaluation | undefined): SchemaId[] {
  const { contains = [], when = [] } = evaluation ?? {};
  const below = when.flatMap((choice) => [
    ...(choice.if === undefined ? [] : [choice.if]),
    ...namedByEvaluation(choice.then),
    ...namedByEvaluation(choice.else),
  ]);
  return [...contains, ...below];
}

function namedByKind(schema: Schema): SchemaId[] {
  switch (schema.kind) {
    case "reference":
      return [schema.schema];
    case "array":
      return [...(schema.prefixItems ?? []), schema.items].flatMap(references);
    case "union":
      return [
        ...schema.variants.flatMap(references),
        ...(schema.discriminator?.mapping.map((entry) => entry.schema) ?? []),
        ...(schema.discriminator?.fallback === undefined ? [] : [schema.discriminator.fallback]),
        ...(schema.verdict === undefined ? [] : [schema.verdict]),
      ];
    case "intersection":
      return schema.parts.flatMap(references);
    case "object": {
      const { properties, patternProperties = [], additionalProperties } = schema;
      const rest = typeof additionalProperties === "object" ? references(additionalProperties) : [];
      const described = [...properties, ...patternProperties];
      return [...described.flatMap((property) => references(property.schema)), ...rest];
    }
    default:
      return [];
  }
}
