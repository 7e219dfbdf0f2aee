import type { Rule, SchemaId } from "../../model/api-model.ts";
import { ifText } from "./condition.ts";
import type { ValidatorContext } from "./context.ts";
import { callText, expectOr, kit } from "./explain-call.ts";
import { dependency, evaluationConstant, typeTest } from "./rule-conditions.ts";
import { stringLiteral } from "../shared/literals.ts";

/** The statements that say which rules a value breaks. */
export function ruleWalk(
  rules: readonly Rule[] | undefined,
  id: SchemaId,
  context: ValidatorContext,
): string[] {
  return (rules ?? []).flatMap((rule) => explainRule(rule, id, context));
}

function explainRule(rule: Rule, id: SchemaId, context: ValidatorContext): string[] {
  const call = (name: string, ...extra: string[]): string =>
    callText(kit(name, context), ["value", "issues", "at", ...extra], [], 1);
  const walk = (schema: SchemaId): string => `${context.explain(schema)}(value, issues, at);`;
  switch (rule.kind) {
    case "type":
      return expectOr(typeTest(rule.type, "value", context), NOUNS[rule.type]);
    case "also":
      return [walk(rule.schema)];
    case "not": {
      const refusal = 'issues.broken(at, "not", "something else", value);';
      return [when(`${context.guard(rule.schema)}(value)`, refusal)];
    }
    case "conditional":
      return [conditional(rule, walk, context)];
    case "contains":
      return [
        call(
          "explainContains",
          context.guard(rule.schema),
          String(rule.minimum),
          ...(rule.maximum === undefined ? [] : [String(rule.maximum)]),
        ),
      ];
    case "propertyNames":
      return [call("explainKeys", context.explain(rule.schema))];
    case "format": {
      const test = `!${kit("isFormat", context)}(value, ${stringLiteral(rule.format)})`;
      const expected = stringLiteral(`text of the format ${rule.format}`);
      return [when(test, callText("issues.broken", ["at", '"format"', expected, "value"], [], 2))];
    }
    case "dependentRequired":
      return [call("explainDependency", dependency(rule))];
    case "dependentSchema": {
      const test = `${kit("hasProperty", context)}(value, ${stringLiteral(rule.property)})`;
      return [when(test, walk(rule.schema))];
    }
    case "unevaluatedProperties":
    case "unevaluatedItems": {
      const name =
        rule.kind === "unevaluatedItems" ? "explainOtherItems" : "explainOtherProperties";
      return [call(name, evaluationConstant(rule, id, context), context.guard(rule.schema))];
    }
  }
}

const NOUNS = {
  string: "a string",
  number: "a number",
  integer: "an integer",
  boolean: "true or false",
  array: "an array",
  object: "an object",
} as const;

function conditional(
  rule: Rule & { readonly kind: "conditional" },
  walk: (schema: SchemaId) => string,
  context: ValidatorContext,
): string {
  const condition = `${context.guard(rule.if)}(value)`;
  if (rule.then === undefined) return when(`!${condition}`, walk(rule.else ?? rule.if));
  const first = when(condition, walk(rule.then));
  if (rule.else === undefined) return first;
  return first.endsWith("}")
    ? `${first} else {\n    ${walk(rule.else)}\n  }`
    : `${first}\n  else ${walk(rule.else)}`;
}

function when(test: string, statement: string): string {
  return ifText({ operator: "&&", terms: [test] }, statement, 1);
}
