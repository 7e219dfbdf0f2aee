import type { Rule, SchemaId, ValueType } from "../../model/api-model.ts";
import { pascalCase } from "../../naming/casing.ts";
import { literal, stringLiteral } from "../shared/literals.ts";
import type { ValidatorContext } from "./context.ts";
import { evaluationText } from "./evaluation-text.ts";

/** What tells that `value` breaks a rule, as source text. */
export function brokenRule(
  rule: Rule,
  value: string,
  id: SchemaId,
  context: ValidatorContext,
): string {
  const kit = (name: string): string => context.imports.runtimeValue(name, "validate");
  const matches = (schema: SchemaId): string => `${context.guard(schema)}(${value})`;
  switch (rule.kind) {
    case "type":
      return `!${typeTest(rule.type, value, context)}`;
    case "also":
      return `!${matches(rule.schema)}`;
    case "not":
      return matches(rule.schema);
    case "conditional":
      return brokenConditional(rule, matches);
    case "contains": {
      const limits = [rule.minimum, ...(rule.maximum === undefined ? [] : [rule.maximum])];
      return `!${kit("contains")}(${value}, ${context.guard(rule.schema)}, ${limits.join(", ")})`;
    }
    case "propertyNames":
      return `!${kit("everyKey")}(${value}, ${context.guard(rule.schema)})`;
    case "format":
      return `!${kit("isFormat")}(${value}, ${stringLiteral(rule.format)})`;
    case "dependentRequired":
      return `!${kit("dependsOn")}(${value}, ${dependency(rule)})`;
    case "dependentSchema":
      return `${kit("hasProperty")}(${value}, ${stringLiteral(rule.property)}) && !${matches(rule.schema)}`;
    case "unevaluatedProperties":
    case "unevaluatedItems": {
      const check = rule.kind === "unevaluatedItems" ? "everyOtherItem" : "everyOtherProperty";
      const known = evaluationConstant(rule, id, context);
      return `!${kit(check)}(${value}, ${known}, ${context.guard(rule.schema)})`;
    }
  }
}

/** Tells whether the test of a rule would make the compiler take `value` for less than it is. */
export function narrows(rule: Rule): boolean {
  return ["also", "type", "not", "conditional", "dependentSchema"].includes(rule.kind);
}

/** `isRecord(value)` */
export function typeTest(type: ValueType, value: string, context: ValidatorContext): string {
  const test = type === "object" ? "isRecord" : `is${pascalCase(type)}`;
  return `${context.imports.runtimeValue(test, "validate")}(${value})`;
}

/** `"card", ["name"]` */
export function dependency(rule: Rule & { readonly kind: "dependentRequired" }): string {
  return `${stringLiteral(rule.property)}, ${literal(rule.required)}`;
}

/** The constant that holds what the other keywords look at. */
export function evaluationConstant(
  rule: Rule & { readonly kind: "unevaluatedProperties" | "unevaluatedItems" },
  id: SchemaId,
  context: ValidatorContext,
): string {
  const word = rule.kind === "unevaluatedItems" ? "Items" : "Properties";
  const path = `${id}Known${word}`;
  return context.constant(path, (before) => evaluationText(rule.evaluated, path, before, context));
}

type Conditional = Rule & { readonly kind: "conditional" };

function brokenConditional(rule: Conditional, matches: (schema: SchemaId) => string): string {
  const condition = matches(rule.if);
  const whenTrue = rule.then && matches(rule.then);
  const whenFalse = rule.else && matches(rule.else);
  if (!whenFalse) return `${condition} && !${whenTrue ?? "true"}`;
  return whenTrue
    ? `!(${condition} ? ${whenTrue} : ${whenFalse})`
    : `!${condition} && !${whenFalse}`;
}
