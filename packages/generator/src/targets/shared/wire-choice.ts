import { ExactNumber } from "../../exact-number.ts";
import type {
  Discriminator,
  ObjectSchema,
  Schema,
  SchemaId,
  UnionSchema,
} from "../../model/api-model.ts";
import { contentOf } from "../../model/leaves.ts";
import { contentsOf } from "./contents.ts";
import type { TypeContext } from "./type-text.ts";
import { holds } from "./wire-holders.ts";

/** One way in which a value may look, and where it holds another form then. */
interface Variant {
  readonly is: string;
  readonly object: ObjectSchema | undefined;
  readonly wire: unknown;
}

type Inner = (part: Schema) => unknown;

/** The wire of a value that may be one of several: by the discriminator, else by what tells the variants apart. */
export function choiceOf(schema: UnionSchema, inner: Inner, context: TypeContext): unknown {
  const { discriminator } = schema;
  const told = discriminator && mapped(discriminator, inner);
  const any = discriminator && !discriminator.hint ? [] : variantsOf(schema, inner, context);
  if (!told) return any.length === 0 ? undefined : unlessAlone(any);
  const { property, values } = told;
  return { by: property, wires: values, ...(any.length > 0 && { any }) };
}

function mapped(
  { property, mapping }: Discriminator,
  inner: Inner,
): { readonly property: string; readonly values: object } | undefined {
  const values = mapping.map(({ value, schema }) => {
    const wire = inner({ kind: "reference", schema, nullable: false, docs: {} });
    return [value, wire ?? null] as const;
  });
  const isTelling = values.some(([, wire]) => wire !== null);
  return isTelling ? { property, values: Object.fromEntries(values) } : undefined;
}

// One that no other stands beside need not be looked for: a wire keeps to values of its kind.
function unlessAlone(any: readonly object[]): unknown {
  const [only] = any;
  const isAlone = any.length === 1 && only && !("has" in only || "equals" in only);
  return isAlone && "wire" in only ? only.wire : { any };
}

/** Also how deep a choice of choices is followed. */
const MOST_VARIANTS = 500;

function variantsOf(schema: UnionSchema, inner: Inner, context: TypeContext): object[] {
  // A schema that two roads lead to is one variant; nobody tells hundreds apart.
  const seen = new Set<SchemaId>();
  const found = schema.variants.flatMap((variant) => variantOf(variant, inner, context, seen));
  const told = found.filter(({ wire }) => wire !== undefined);
  // What is never taken for one that holds any need not be told apart from it.
  const all = found.filter(({ is }) => told.some((one) => mayMeet(one.is, is)));
  const last = all.findLastIndex(({ wire }) => wire !== undefined);
  const objects = all.flatMap(({ object }) => object ?? []);
  const isOnly = all.filter(({ is }) => is === "object").length < 2;
  return all.slice(0, last + 1).map(({ is, object, wire }) => ({
    is,
    ...(!isOnly && object && marksOf(object, objects, context)),
    ...(wire !== undefined && { wire }),
  }));
}

/** What a value may be on the wire or in a program, where that is more than the word says. */
const ALSO: ReadonlyMap<string, readonly string[]> = new Map([
  ["bigint", ["number"]],
  ["integer-text", ["number", "string"]],
  ["decimal-text", ["number", "string"]],
  ["date", ["string"]],
]);

function mayMeet(left: string, right: string): boolean {
  const others = ALSO.get(right) ?? [right];
  return (ALSO.get(left) ?? [left]).some((word) => others.includes(word));
}

/**
 * @param name What the schema is called where it has a name, or is one of several that a name stands for: a name says it
 *   all, and schemas that are made of each other come to an end there.
 */
function variantOf(
  schema: Schema,
  inner: Inner,
  context: TypeContext,
  seen: Set<SchemaId>,
  name = schema,
): Variant[] {
  const wire = (): unknown => (holds(schema, context.schemas) ? inner(name) : undefined);
  const of = (is: string, object?: ObjectSchema): Variant[] => [{ is, object, wire: wire() }];
  switch (schema.kind) {
    case "reference": {
      const content = context.schemas.get(schema.schema)?.schema;
      if (!content || seen.has(schema.schema) || seen.size > MOST_VARIANTS) return [];
      seen.add(schema.schema);
      return variantOf(content, inner, context, seen, name);
    }
    case "object":
      return of("object", schema);
    case "array":
      return of("array");
    case "intersection":
      return intersected(schema.parts, wire(), context);
    case "union": {
      const isNamed = name.kind === "reference" && context.schemas.get(name.schema)?.declared;
      return schema.variants.flatMap((variant) =>
        variantOf(variant, inner, context, seen, isNamed ? name : variant),
      );
    }
    default: {
      const kind = kindOf(schema, context);
      return kind === undefined ? [] : of(kind);
    }
  }
}

// Of all parts together as one object.
function intersected(parts: readonly Schema[], wire: unknown, context: TypeContext): Variant[] {
  const objects = parts.flatMap((part) => {
    const content = contentOf(part, contentsOf(context.schemas));
    return content?.kind === "object" ? [content] : [];
  });
  const [first] = objects;
  if (!first) return wire === undefined ? [] : [{ is: String(wire), object: undefined, wire }];
  const object = { ...first, properties: objects.flatMap(({ properties }) => properties) };
  return [{ is: "object", object, wire }];
}

/** What tells an object from others: what it must have, constants, and properties that are something else in another. */
function marksOf(
  { properties }: ObjectSchema,
  all: readonly ObjectSchema[],
  context: TypeContext,
): object {
  const has = properties.filter(({ required }) => required).map(({ name }) => name);
  const equals = properties.flatMap(({ name, schema }) => {
    const values = constants(schema, context);
    return values ? [[name, values] as const] : [];
  });
  const members = properties.flatMap(({ name, schema }) => {
    const kind = kindOf(schema, context);
    const others = all.flatMap((other) => other.properties.filter((one) => one.name === name));
    const differs = others.some((other) => kindOf(other.schema, context) !== kind);
    return differs && kind !== undefined ? [[name, kind] as const] : [];
  });
  return {
    ...(has.length > 0 && { has }),
    ...(equals.length > 0 && { equals: Object.fromEntries(equals) }),
    ...(members.length > 0 && { members: Object.fromEntries(members) }),
  };
}

function constants(schema: Schema, context: TypeContext): readonly unknown[] | undefined {
  const content = contentOf(schema, contentsOf(context.schemas));
  if (content?.kind !== "literal" || content.nullable || schema.nullable) return undefined;
  const { values, open, growing, composites, held } = content;
  const isPlain = !composites && held === undefined && !values.some(isExact);
  return isPlain && !open && !growing && values.length > 0 ? values : undefined;
}

function isExact(value: unknown): boolean {
  return value instanceof ExactNumber;
}

/** What a value is in one word; `undefined` where it may be several things. */
function kindOf(schema: Schema, context: TypeContext): string | undefined {
  const content = contentOf(schema, contentsOf(context.schemas));
  switch (content?.kind) {
    case "string":
    case "number":
    case "integer":
      if (content.lenient) return undefined;
      return content.held ?? (content.kind === "string" ? "string" : "number");
    case "boolean":
    case "array":
    case "object":
      return content.kind;
    case "literal": {
      const types = new Set(content.values.map((value) => typeof value));
      const [only] = types;
      if (content.composites || types.size !== 1) return undefined;
      return content.held ?? (only === "object" ? "number" : only);
    }
    default:
      return undefined;
  }
}
