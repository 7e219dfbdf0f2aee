import type { SchemaId } from "./ids.ts";

/** Kinds of value that JSON Schema tells apart, `null` aside. JSON Schema 2020-12 (Validation), section 6.1.1. */
export type ValueType = "string" | "number" | "integer" | "boolean" | "array" | "object";

/** A condition that JSON Schema puts on a value beside its type. Rules for objects or arrays let other values pass. */
export type Rule =
  /** `type` beside keywords that do not imply it. */
  | { readonly kind: "type"; readonly type: ValueType }
  /** Must match too. */
  | { readonly kind: "also"; readonly schema: SchemaId }
  | { readonly kind: "not"; readonly schema: SchemaId }
  | {
      readonly kind: "conditional";
      readonly if: SchemaId;
      readonly then?: SchemaId;
      readonly else?: SchemaId;
    }
  | {
      readonly kind: "contains";
      readonly schema: SchemaId;
      readonly minimum: number;
      readonly maximum?: number;
    }
  | { readonly kind: "propertyNames"; readonly schema: SchemaId }
  /** Of texts, where the user wants formats to be checked. */
  | { readonly kind: "format"; readonly format: string }
  | {
      readonly kind: "dependentRequired";
      readonly property: string;
      readonly required: readonly string[];
    }
  | { readonly kind: "dependentSchema"; readonly property: string; readonly schema: SchemaId }
  /** Of what no other keyword has looked at, each must match. */
  | {
      readonly kind: "unevaluatedProperties" | "unevaluatedItems";
      readonly schema: SchemaId;
      readonly evaluated: Evaluation;
    };

/**
 * What a schema looks at: properties by name and pattern, items by position and content. JSON Schema 2020-12 (Core),
 * section 11.
 */
export interface Evaluation {
  /** All properties, or all items. */
  readonly all?: true;
  readonly properties?: readonly string[];
  readonly patterns?: readonly string[];
  /** How many of the first items. */
  readonly items?: number;
  /** Items that match one of these. */
  readonly contains?: readonly SchemaId[];
  /** What is looked at besides, where the value matches `if`, or has the property `has`, or does not. */
  readonly when?: readonly {
    readonly if?: SchemaId;
    readonly has?: string;
    readonly then?: Evaluation;
    readonly else?: Evaluation;
  }[];
}
