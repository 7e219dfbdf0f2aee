import type { Schema } from "../../model/api-model.ts";
import { expected } from "./words.ts";
import type { ValidatorContext } from "./context.ts";

/** What a person reads after "expected": `a string or a Customer`. */
export function expectation(schema: Schema, context: ValidatorContext): string {
  if (schema.kind !== "union") return noun(schema, context);
  const nouns = [...new Set(schema.variants.map((variant) => noun(variant, context)))];
  return expected(nouns);
}

function noun(schema: Schema, context: ValidatorContext): string {
  switch (schema.kind) {
    case "string":
      return schema.held === "date" ? "a valid Date" : "a string";
    case "number":
      return schema.held === undefined ? "a number" : "a number as a string";
    case "boolean":
      return "a boolean";
    case "integer":
      if (schema.held === "bigint") return "a bigint";
      return schema.held === undefined ? "an integer" : "an integer as a string";
    case "array":
      return "an array";
    case "object":
    case "intersection":
      return "an object";
    case "literal":
      return expected(
        [...schema.values, ...(schema.composites ?? [])]
          .slice(0, 8)
          .map((value) => JSON.stringify(value)),
      );
    case "reference": {
      const named = context.schemas.get(schema.schema);
      return named && !named.declared
        ? noun(named.schema, context)
        : `a value of type ${context.names.type(schema.schema)}`;
    }
    case "union":
      return expectation(schema, context);
    case "unknown":
      return "anything";
    case "never":
      return "nothing";
    case "binary":
      return schema.part ? "a file" : "bytes";
  }
}
