import type { IntersectionSchema, Schema, UnionSchema } from "@specwright/generator/reading";
import { isRecord, own } from "@specwright/runtime/validate";
import type { Check } from "./check.ts";
import type { CheckOf } from "./containers.ts";
import type { NamedCheck } from "./rules.ts";

/** JSON Schema 2020-12 (Core), section 10.2.1.1 (`allOf`). */
export function intersectionCheck({ parts }: IntersectionSchema, checkOf: CheckOf): Check {
  const checks = parts.map(checkOf);
  return {
    is: (value) => value !== undefined && checks.every((check) => check.is(value)),
    explain(value, issues, at) {
      for (const check of checks) check.explain(value, issues, at);
    },
  };
}

/** JSON Schema 2020-12 (Core), sections 10.2.1.2 and 10.2.1.3 (`anyOf`, `oneOf`); OpenAPI 3.1, section 4.8.25. */
export function unionCheck(schema: UnionSchema, checkOf: CheckOf, named: NamedCheck): Check {
  if (schema.verdict !== undefined) return named(schema.verdict);
  const variants = schema.variants.map((variant) => ({ variant, check: checkOf(variant) }));
  const byContent = contentCheck(schema, variants);
  const { discriminator } = schema;
  if (!discriminator) return byContent;
  const tagged = discriminatorCheck(discriminator, named);
  if (!discriminator.hint) return tagged;
  // The content decides; which variant was meant tells what is wrong with it.
  return {
    is: (value) => byContent.is(value),
    explain: (value, issues, at) => {
      if (!byContent.is(value)) tagged.explain(value, issues, at);
    },
  };
}

interface Variant {
  readonly variant: Schema;
  readonly check: Check;
}

function contentCheck({ exclusive }: UnionSchema, variants: readonly Variant[]): Check {
  const count = (value: unknown): number => variants.filter(({ check }) => check.is(value)).length;
  const is = (value: unknown): boolean =>
    exclusive ? count(value) === 1 : variants.some(({ check }) => check.is(value));
  const objects = variants.filter(({ variant }) => mayBeObject(variant));
  const [only] = objects;
  return {
    is,
    explain(value, issues, at) {
      if (is(value)) return;
      if (only && objects.length === 1 && !exclusive && isRecord(value)) {
        return only.check.explain(value, issues, at);
      }
      const expected = `${exclusive ? "exactly one of " : ""}${variants.map(({ variant }) => nameOf(variant)).join(" or ")}`;
      issues.broken(at, exclusive ? "oneOf" : "anyOf", expected, value);
    },
  };
}

function mayBeObject({ kind }: Schema): boolean {
  return kind === "reference" || kind === "object" || kind === "union" || kind === "intersection";
}

function nameOf(schema: Schema): string {
  if (schema.kind === "reference") return schema.schema;
  if (schema.kind === "literal")
    return schema.values.map((value) => JSON.stringify(value)).join(" or ");
  return `a value of type ${schema.kind}`;
}

function discriminatorCheck(
  { property, mapping }: NonNullable<UnionSchema["discriminator"]>,
  named: NamedCheck,
): Check {
  const ids = new Map(mapping.map(({ value, schema }) => [value, schema]));
  const chosen = (value: unknown): Check | undefined => {
    const tag = own(value, property);
    const id = typeof tag === "string" ? ids.get(tag) : undefined;
    return id === undefined ? undefined : named(id);
  };
  return {
    is: (value) => isRecord(value) && (chosen(value)?.is(value) ?? false),
    explain(value, issues, at) {
      if (!isRecord(value)) return issues.expected(at, "an object", value);
      const check = chosen(value);
      if (check) return check.explain(value, issues, at);
      const known = `one of ${[...ids.keys()].map((tag) => JSON.stringify(tag)).join(", ")}`;
      const place = `${at}/${property.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      issues.broken(place, "discriminator", known, own(value, property));
    },
  };
}
