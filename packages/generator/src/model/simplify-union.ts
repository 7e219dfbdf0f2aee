import { roundNumber } from "../exact-number.ts";
import type { Literal, Schema, UnionSchema } from "./api-model.ts";

/**
 * The simplest schema that says the same: `null` variants become `nullable`, lists of literals become one, a union of
 * one is that one, and `oneOf` stays exclusive only where its variants may overlap.
 */
export function simplifyUnion(union: UnionSchema): Schema {
  const nulls = union.variants.filter((variant) => variant.nullable).length;
  // Of a `oneOf` exactly one variant may take `null`.
  const nullable = union.nullable || (union.exclusive ? nulls === 1 : nulls > 0);
  const variants = joinLiterals(union.variants.filter((variant) => !isNull(variant)));
  const [only] = variants;
  if (only === undefined)
    return { kind: "literal", values: [], open: false, nullable, docs: union.docs };
  if (variants.length === 1) {
    return { ...only, nullable, docs: { ...only.docs, ...union.docs } };
  }
  if (!union.exclusive && variants.some((variant) => variant.kind === "unknown")) {
    return { kind: "unknown", nullable, docs: union.docs };
  }
  const plain = variants.map((variant) => ({ ...variant, nullable: false }));
  const isTold = union.discriminator && !union.discriminator.hint;
  const exclusive = union.exclusive && !isTold && mayOverlap(plain);
  return { ...union, variants: plain, nullable, exclusive };
}

/** The type `null`. */
function isNull(schema: Schema): boolean {
  return schema.kind === "literal" && schema.values.length === 0;
}

function joinLiterals(variants: readonly Schema[]): Schema[] {
  const literals = variants.filter((variant) => variant.kind === "literal");
  const [first] = literals;
  if (first === undefined || literals.length === 1) return [...variants];
  if (literals.some((literal) => literal.held !== first.held)) return [...variants];
  const values = new Set<Literal>(literals.flatMap((literal) => literal.values));
  const open = literals.some((literal) => literal.open);
  const joined: Schema = { ...first, values: [...values], open, docs: {} };
  return variants.flatMap((variant): Schema[] => {
    if (variant === first) return [joined];
    return variant.kind === "literal" ? [] : [variant];
  });
}

// References and composites may be anything; two scalars of different types never meet.
function mayOverlap(variants: readonly Schema[]): boolean {
  const families = variants.map(family);
  return families.includes(undefined) ? true : new Set(families).size < families.length;
}

function family(schema: Schema): string | undefined {
  switch (schema.kind) {
    case "string":
    case "boolean":
      return schema.kind;
    case "number":
    case "integer":
      return "number";
    case "literal": {
      const types = new Set(schema.values.map((value) => typeof roundNumber(value)));
      return types.size === 1 ? [...types][0] : undefined;
    }
    default:
      return undefined;
  }
}
