import type { Evaluation, Rule, SchemaId, ValueType } from "@specwright/generator/reading";
import {
  contains,
  dependsOn,
  type Evaluated,
  everyKey,
  everyOtherItem,
  everyOtherProperty,
  type Explain,
  explainContains,
  explainDependency,
  explainKeys,
  explainOtherItems,
  explainOtherProperties,
  hasProperty,
  isFormat,
  isRecord,
} from "@specwright/runtime/validate";
import type { Check } from "./check.ts";
import { patternOf } from "./pattern.ts";

/** Gives the check of a named schema; nothing is looked up before the check is used, so schemas may be recursive. */
export type NamedCheck = (id: SchemaId) => Check;

/** A condition beside a schema's type. JSON Schema 2020-12 (Core), sections 10 and 11. */
export function ruleCheck(rule: Rule, named: NamedCheck): Check {
  switch (rule.kind) {
    case "type": {
      const is = (value: unknown): boolean => isOfType(value, rule.type);
      return telling(is, (value, issues, at) =>
        issues.expected(at, `a value of type ${rule.type}`, value),
      );
    }
    case "also":
      return named(rule.schema);
    case "not": {
      const is = (value: unknown): boolean => !named(rule.schema).is(value);
      return telling(is, (value, issues, at) => issues.broken(at, "not", "another value", value));
    }
    case "conditional":
      return conditional(rule, named);
    case "contains": {
      const { minimum, maximum, schema } = rule;
      const inner = named(schema);
      return {
        is: (value) => contains(value, (item) => inner.is(item), minimum, maximum),
        explain: (value, issues, at) =>
          explainContains(value, issues, at, (item) => inner.is(item), minimum, maximum),
      };
    }
    case "propertyNames": {
      const inner = named(rule.schema);
      return {
        is: (value) => everyKey(value, (key) => inner.is(key)),
        explain: (value, issues, at) => explainKeys(value, issues, at, inner.explain),
      };
    }
    case "format": {
      const { format } = rule;
      const is = (value: unknown): boolean => isFormat(value, format);
      return telling(is, (value, issues, at) =>
        issues.broken(at, "format", `text of the format ${format}`, value),
      );
    }
    case "dependentRequired": {
      const { property, required } = rule;
      return {
        is: (value) => dependsOn(value, property, required),
        explain: (value, issues, at) => explainDependency(value, issues, at, property, required),
      };
    }
    case "dependentSchema": {
      const inner = named(rule.schema);
      return where((value) => hasProperty(value, rule.property), inner);
    }
    case "unevaluatedProperties":
    case "unevaluatedItems":
      return unevaluated(rule, named);
  }
}

/** A check whose walk would say something of right values too. */
function telling(is: (value: unknown) => boolean, explain: Explain): Check {
  return {
    is,
    explain: (value, issues, at) => {
      if (!is(value)) explain(value, issues, at);
    },
  };
}

function where(applies: (value: unknown) => boolean, check: Check): Check {
  return {
    is: (value) => !applies(value) || check.is(value),
    explain: (value, issues, at) => {
      if (applies(value)) check.explain(value, issues, at);
    },
  };
}

function conditional(rule: Rule & { readonly kind: "conditional" }, named: NamedCheck): Check {
  const condition = named(rule.if);
  const branch = (value: unknown): Check | undefined => {
    const id = condition.is(value) ? rule.then : rule.else;
    return id === undefined ? undefined : named(id);
  };
  return {
    is: (value) => branch(value)?.is(value) ?? true,
    explain: (value, issues, at) => branch(value)?.explain(value, issues, at),
  };
}

function unevaluated(
  rule: Rule & { readonly kind: "unevaluatedProperties" | "unevaluatedItems" },
  named: NamedCheck,
): Check {
  const inner = named(rule.schema);
  const is = (value: unknown): boolean => inner.is(value);
  const known = evaluatedOf(rule.evaluated, named);
  return rule.kind === "unevaluatedItems"
    ? {
        is: (value) => everyOtherItem(value, known, is),
        explain: (value, issues, at) => explainOtherItems(value, issues, at, known, is),
      }
    : {
        is: (value) => everyOtherProperty(value, known, is),
        explain: (value, issues, at) => explainOtherProperties(value, issues, at, known, is),
      };
}

function evaluatedOf(evaluation: Evaluation, named: NamedCheck): Evaluated {
  const { all, properties, patterns, items, contains: ids, when } = evaluation;
  const test = (id: SchemaId) => {
    const check = named(id);
    return (value: unknown): boolean => check.is(value);
  };
  return {
    ...(all && { all }),
    ...(properties && { properties }),
    ...(patterns && { patterns: patterns.map(patternOf) }),
    ...(items !== undefined && { items }),
    ...(ids && { contains: ids.map(test) }),
    ...(when && {
      when: when.map((choice) => ({
        ...(choice.if !== undefined && { if: test(choice.if) }),
        ...(choice.has !== undefined && { has: choice.has }),
        ...(choice.then && { then: evaluatedOf(choice.then, named) }),
        ...(choice.else && { else: evaluatedOf(choice.else, named) }),
      })),
    }),
  };
}

/** JSON Schema 2020-12 (Validation), section 6.1.1. */
export function isOfType(value: unknown, type: ValueType): boolean {
  switch (type) {
    case "array":
      return Array.isArray(value);
    case "object":
      return isRecord(value);
    case "integer":
      return Number.isInteger(value);
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "string":
    case "boolean":
      return typeof value === type;
  }
}
