import type { ExactNumber } from "../../exact-number.ts";
import type { Docs } from "./docs.ts";
import type { Owner, SchemaId } from "./ids.ts";
import type { Rule } from "./rule.ts";

export interface NamedSchema {
  readonly id: SchemaId;
  readonly owner: Owner;
  /** False for a composite that only validators need a name for: its type is printed where it is used. */
  readonly declared: boolean;
  readonly schema: Schema;
}

export type Schema =
  | StringSchema
  | NumberSchema
  | BooleanSchema
  | LiteralSchema
  | ArraySchema
  | ObjectSchema
  | UnionSchema
  | IntersectionSchema
  | ReferenceSchema
  | UnknownSchema
  | NeverSchema
  | BinarySchema;

interface SchemaBase {
  readonly docs: Docs;
  readonly nullable: boolean;
  /** What the value must keep besides, `null` too; types do not show it. Only named schemas have any. */
  readonly rules?: readonly Rule[];
}

/**
 * Mark of a schema that has keywords of one kind of value and names no `type`: values of other kinds pass, as JSON
 * Schema has it. Its type is that of the kind all the same, which is what its author speaks of.
 */
interface Lenient {
  readonly lenient?: true;
}

export interface StringSchema extends SchemaBase, Lenient {
  readonly kind: "string";
  readonly format?: string;
  /** Length limits count Unicode code points, as JSON Schema does. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** ECMA-262 source, without slashes. */
  readonly pattern?: string;
  /** In which form programs hold it. A moment has no length and no pattern: nobody looks at these then. */
  readonly held?: "date";
  /** What the string holds, where it is not text in some encoding. JSON Schema 2020-12 (Validation), section 8.4. */
  readonly contentMediaType?: string;
}

export interface NumberSchema extends SchemaBase, Lenient {
  readonly kind: "number" | "integer";
  readonly format?: string;
  readonly minimum?: Bound;
  readonly maximum?: Bound;
  readonly multipleOf?: Numeral;
  readonly held?: HeldNumber;
}

/**
 * In which form programs hold a value that JSON has another form for: an integer of any size as a bigint or as text, a
 * decimal as text, a moment as a `Date`.
 */
export type Held = HeldNumber | "date";

export type HeldNumber = "bigint" | "integer-text" | "decimal-text";

/** A number of the spec, with all its digits. */
export type Numeral = number | ExactNumber;

export interface Bound {
  readonly value: Numeral;
  readonly exclusive: boolean;
}

export interface BooleanSchema extends SchemaBase {
  readonly kind: "boolean";
}

/** `enum` and `const`. With no values and `nullable` it is the type `null`. */
export interface LiteralSchema extends SchemaBase {
  readonly kind: "literal";
  readonly values: readonly Literal[];
  /** Objects and arrays that are allowed too. */
  readonly composites?: readonly JsonComposite[];
  /** True when the documentation says that values may be added. */
  readonly open: boolean;
  /** A name for each of the values, in their order, where the user wants an object of them. */
  readonly names?: readonly string[];
  /** In which form programs hold the values, which are numbers. */
  readonly held?: HeldNumber;
  /** Whether a value may come that is not known yet. The type says so; a validator still tells it. */
  readonly growing?: true;
}

export type Literal = string | Numeral | boolean;

/** An object or an array of a spec's own JSON. */
export type JsonComposite = Readonly<Record<string, unknown>> | readonly unknown[];

export interface ArraySchema extends SchemaBase, Lenient {
  readonly kind: "array";
  /** Schemas of the first items, one each. */
  readonly prefixItems?: readonly Schema[];
  /** Of every item after these. */
  readonly items: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems: boolean;
}

export interface ObjectSchema extends SchemaBase, Lenient {
  readonly kind: "object";
  readonly properties: readonly Property[];
  /** `false` closes the object; a schema types the other keys; `true` leaves them open. */
  readonly additionalProperties: Schema | boolean;
  /** Schemas by pattern of the name; they hold for described properties too. */
  readonly patternProperties?: readonly PatternProperty[];
  readonly propertyNames?: StringSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

export interface PatternProperty {
  /** ECMA-262 source, without slashes. */
  readonly pattern: string;
  readonly schema: Schema;
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly access: "read-write" | "read-only" | "write-only";
  /** Whether it does not travel in this direction, so that the type is silent about it. */
  readonly absent?: true;
  readonly docs: Docs;
  readonly schema: Schema;
  /**
   * Whether the value is an id that a caller may ask to have replaced by the whole object (`x-expandable`); of a list,
   * whether its items are.
   */
  readonly expandable?: true;
}

/** `oneOf` and `anyOf`. */
export interface UnionSchema extends SchemaBase {
  readonly kind: "union";
  /** True for a `oneOf` whose variants may overlap: exactly one must match. */
  readonly exclusive: boolean;
  readonly variants: readonly Schema[];
  readonly discriminator?: Discriminator;
  /**
   * The schema that decides what is valid, where the variants are those that are built on it: they tell what a value
   * may be, and a discriminator changes no verdict.
   */
  readonly verdict?: SchemaId;
}

export interface Discriminator {
  readonly property: string;
  /**
   * Whether the variants themselves do not say which value is theirs. Then types say it, and verdicts do not hang on it:
   * a discriminator changes no verdict. OpenAPI 3.1, section 4.8.25.
   */
  readonly hint?: true;
  /** Whether the property may be missing; what the value is, is then told by the rest of it, if by anything. */
  readonly optional?: true;
  /** The schema of what has no value of the mapping. OpenAPI 3.2, section 4.25 (`defaultMapping`). */
  readonly fallback?: SchemaId;
  /** Wire value to schema; complete, implicit entries are written out, but for the fallback's own. In the order of the variants. */
  readonly mapping: readonly { readonly value: string; readonly schema: SchemaId }[];
}

/** `allOf` that could not be merged into one object. */
export interface IntersectionSchema extends SchemaBase {
  readonly kind: "intersection";
  readonly parts: readonly Schema[];
}

export interface ReferenceSchema extends SchemaBase {
  readonly kind: "reference";
  readonly schema: SchemaId;
}

/** Anything: the empty schema and `true`. */
export interface UnknownSchema extends SchemaBase {
  readonly kind: "unknown";
  /** What kind of content it is, where it is no JSON. OpenAPI 3.1, section 4.8.14.2. */
  readonly contentMediaType?: string;
}

/** Bytes that travel outside JSON: a body, or a part of one. OpenAPI 3.1, section 4.8.14.2. */
export interface BinarySchema extends SchemaBase {
  readonly kind: "binary";
  /** True for a part of a multipart body, which may have a name and a type of its own. */
  readonly part: boolean;
}

/** Nothing: `false`. */
export interface NeverSchema extends SchemaBase {
  readonly kind: "never";
}
