import type { Rule, Schema, ValueType } from "./api-model.ts";
import type { ModelContext } from "./context.ts";
import { type Known, nothingKnown, once } from "./once.ts";

/**
 * The rule for a schema that only names a type and stands beside `other`: none where the other says so already, as in
 * `type: object` beside a `$ref` to an object.
 */
export function typeRules(typed: Schema, other: Schema, context: ModelContext): Rule[] {
  const type = typeOf(typed);
  return type === undefined || implies(other, type, context) ? [] : [{ kind: "type", type }];
}

// Whether no value of another type matches. A schema that is not built yet, or made of itself, may be anything.
function implies(
  schema: Schema,
  type: ValueType,
  context: ModelContext,
  known: Known<boolean> = nothingKnown(),
): boolean {
  if (schema.nullable || ("lenient" in schema && schema.lenient)) return false;
  if (schema.rules?.some((rule) => rule.kind === "type" && rule.type === type)) return true;
  switch (schema.kind) {
    case "reference":
      return (
        once(schema.schema, known, () => {
          const content = context.schemas.content(schema.schema);
          return content !== undefined && implies(content, type, context, known);
        }) ?? false
      );
    case "union":
      return schema.variants.every((variant) => implies(variant, type, context, known));
    case "intersection":
      return schema.parts.some((part) => implies(part, type, context, known));
    case "literal":
      return !schema.composites && schema.values.every((value) => typeof value === type);
    case "never":
      return true;
    default:
      return schema.kind === type || (schema.kind === "integer" && type === "number");
  }
}

function typeOf(schema: Schema): ValueType | undefined {
  if ("lenient" in schema && schema.lenient) return undefined;
  switch (schema.kind) {
    case "string":
    case "number":
    case "integer":
    case "boolean":
    case "array":
    case "object":
      return schema.kind;
    default:
      return undefined;
  }
}
