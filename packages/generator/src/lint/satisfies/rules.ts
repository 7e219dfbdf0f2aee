import type { Rule, Schema, SchemaId } from "../../model/api-model.ts";
import { expected } from "./issue.ts";
import type { Issue } from "./issue.ts";
import type { Check } from "./satisfies.ts";

/** JSON Schema 2020-12 (Core), section 10.2. What no other keyword looks at (`unevaluated…`) is not asked. */
export function checkRules(
  value: unknown,
  rules: readonly Rule[] | undefined,
  pointer: string,
  check: Check,
): readonly Issue[] {
  return (rules ?? []).flatMap((rule) => checkRule(value, rule, pointer, check));
}

function checkRule(value: unknown, rule: Rule, pointer: string, check: Check): readonly Issue[] {
  const issues = (id: SchemaId): readonly Issue[] => check(value, reference(id), pointer);
  const matches = (id: SchemaId): boolean => issues(id).length === 0;
  switch (rule.kind) {
    case "type":
      return isOfType(value, rule.type) ? [] : expected(pointer, `an ${rule.type}`, value);
    case "also":
      return issues(rule.schema);
    case "not":
      // A check that is never too strict may see a match where there is none, so a no is not to be had from it.
      return [];
    case "conditional": {
      const branch = matches(rule.if) ? rule.then : rule.else;
      return branch === undefined ? [] : issues(branch);
    }
    case "dependentRequired":
      return has(value, rule.property)
        ? rule.required
            .filter((name) => !has(value, name))
            .map((name) => ({ pointer, message: `the property "${name}" is missing` }))
        : [];
    case "dependentSchema":
      return has(value, rule.property) ? issues(rule.schema) : [];
    default:
      return [];
  }
}

/** Values that a schema without `type` does not speak of. */
export function isOtherKind(value: unknown, schema: Schema): boolean {
  return "lenient" in schema && schema.lenient !== undefined && !isOfType(value, schema.kind);
}

function isOfType(value: unknown, type: string): boolean {
  if (Array.isArray(value)) return type === "array";
  if (value === null) return false;
  return type === "integer" ? Number.isInteger(value) : typeof value === type;
}

function has(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name);
}

function reference(schema: SchemaId): Schema {
  return { kind: "reference", schema, nullable: false, docs: {} };
}
