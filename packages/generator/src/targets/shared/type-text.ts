import { ExactNumber } from "../../exact-number.ts";
import type {
  Literal,
  ArraySchema,
  LiteralSchema,
  NamedSchema,
  ObjectSchema,
  Schema,
  SchemaId,
  UnionSchema,
} from "../../model/api-model.ts";
import type { PlanContext } from "../../plan/target.ts";
import type { Imports } from "./imports.ts";
import { unionText } from "./layout.ts";
import { literal, literalAs, propertyKey } from "./literals.ts";
import { InternalError } from "../../diagnostics/internal-error.ts";

/** What printing a type needs: where names live, and the schemas that are printed where they are used. */
export interface TypeContext extends Pick<PlanContext, "names"> {
  readonly imports: Imports;
  readonly schemas: ReadonlyMap<SchemaId, NamedSchema>;
}

/** Where a type stands on its line, so that a long union can be broken as prettier would. */
export interface TypePlace {
  readonly before: number;
  readonly after: number;
  readonly depth: number;
}

// Inside of other text nobody knows the columns: one line, and the formatter breaks what is too long.
const ANYWHERE: TypePlace = { before: Number.NEGATIVE_INFINITY, after: 0, depth: 0 };

/** The TypeScript type of the JSON values that a schema allows. */
export function typeText(
  schema: Schema,
  context: TypeContext,
  place: TypePlace = ANYWHERE,
): string {
  const { before, after, depth } = place;
  return unionText(unionMembers(schema, context), before, after, depth);
}

// A union's members, `null` last; everything else is a union of one.
function unionMembers(schema: Schema, context: TypeContext): string[] {
  // `unknown` swallows every other member, so nothing of them may be imported.
  if (isUnknown(schema, context)) return ["unknown"];
  const inline = inlined(schema, context);
  const members =
    inline.kind === "union"
      ? inline.variants.flatMap((variant) => variantMembers(variant, inline, context))
      : inline.kind === "literal"
        ? literalMembers(inline)
        : [single(inline, context)];
  const nullable = schema.nullable || inline.nullable;
  const unique = [...new Set(members)].filter((member) => member !== "null");
  const all = nullable || members.includes("null") ? [...unique, "null"] : unique;
  // Whatever remains without the `null` that is dealt with elsewhere.
  if (all.length === 0) return ["never"];
  return all.length > 1 ? all.map(asUnionMember) : all;
}

// Where only a mapping says which value of the discriminator means the variant, the type says it, so that it narrows.
function variantMembers(
  variant: Schema,
  { discriminator }: UnionSchema,
  context: TypeContext,
): string[] {
  const members = unionMembers(variant, context);
  if (!discriminator?.hint || variant.kind !== "reference") return members;
  const { property, optional, mapping } = discriminator;
  const key = `${propertyKey(property)}${optional ? "?" : ""}`;
  const values = mapping.filter(({ schema }) => schema === variant.schema);
  const tag = values.map(({ value }) => literal(value)).join(" | ");
  return members.map((member) => `${member} & { ${key}: ${tag} }`);
}

function isUnknown(schema: Schema, context: TypeContext): boolean {
  const inline = inlined(schema, context);
  if (inline.kind === "union") return inline.variants.some((part) => isUnknown(part, context));
  if (inline.kind === "intersection") return inline.parts.every((part) => isUnknown(part, context));
  return inline.kind === "unknown";
}

function asUnionMember(type: string): string {
  return isIntersection(type) ? `(${type})` : type;
}

function literalMembers(schema: LiteralSchema): string[] {
  const { held } = schema;
  const values = [
    ...schema.values.map((value) => literalType(value, held)),
    ...(schema.composites ?? []).map(jsonType),
  ];
  if (values.length === 0 && !schema.nullable) return ["never"];
  // `string & {}` keeps the known values in completion where others may come.
  const isOpen = schema.open || schema.growing;
  return isOpen && values.length > 0 ? [...values, "(string & {})"] : values;
}

// A double has no such value: what comes over the wire is another one, or none.
function literalType(value: Literal, held: LiteralSchema["held"]): string {
  const isBeyond = value instanceof ExactNumber && !Number.isFinite(value.valueOf());
  return isBeyond && held === undefined ? "number" : literalAs(value, held);
}

// A schema may have that name too.
function dateType({ names, schemas }: TypeContext): string {
  const isTaken = [...schemas.keys()].some((id) => names.type(id) === "Date");
  return isTaken ? "globalThis.Date" : "Date";
}

function single(schema: Schema, context: TypeContext): string {
  switch (schema.kind) {
    case "string":
      return schema.held === "date" ? dateType(context) : "string";
    case "boolean":
      return "boolean";
    case "number":
    case "integer":
      return schema.held === undefined ? "number" : schema.held === "bigint" ? "bigint" : "string";
    case "reference":
      return nameOf(schema.schema, context);
    case "array":
      return schema.prefixItems
        ? tupleText(schema, schema.prefixItems, context)
        : `${operand(schema.items, context)}[]`;
    case "object":
      return mapText(schema, context);
    case "intersection":
      return intersectionText(schema.parts, context);
    case "unknown":
      return "unknown";
    case "never":
      return "never";
    case "binary":
      return context.imports.runtimeType(schema.part ? "FilePart" : "Binary");
    case "literal":
    case "union":
      throw new InternalError("a union has no single member", { kind: schema.kind });
  }
}

/** A type as an operand of `[]` or `&`: a union or intersection gets parentheses. */
function operand(schema: Schema, context: TypeContext): string {
  const members = unionMembers(schema, context);
  const [only = "never"] = members;
  const isBare = members.length < 2 && !isIntersection(only);
  return isBare ? only : `(${members.join(" | ")})`;
}

/** Whether a type is made of several by `&` and no brackets hold them together. */
function isIntersection(type: string): boolean {
  let open = 0;
  for (const part of type.split(/([([{]|[)\]}]| & )/)) {
    if ("([{".includes(part) && part !== "") open += 1;
    else if (")]}".includes(part) && part !== "") open -= 1;
    else if (part === " & " && open === 0) return true;
  }
  return false;
}

// What says nothing of the type, as a schema of conditions alone, adds nothing to it.
function intersectionText(parts: readonly Schema[], context: TypeContext): string {
  const operands = [...new Set(parts.map((part) => operand(part, context)))];
  const telling = operands.filter((text) => text !== "unknown");
  return telling.length > 0 ? telling.join(" & ") : "unknown";
}

/** `[string, number?, ...boolean[]]`: items that may be missing have a question mark. */
function tupleText(
  { items, minItems = 0 }: ArraySchema,
  first: readonly Schema[],
  context: TypeContext,
): string {
  const members = first.map((item, index) => {
    const type = operand(item, context);
    return index < minItems ? unionMembers(item, context).join(" | ") : `${type}?`;
  });
  const rest = items.kind === "never" ? [] : [`...${operand(items, context)}[]`];
  return `[${[...members, ...rest].join(", ")}]`;
}

function mapText(schema: ObjectSchema, context: TypeContext): string {
  return `{ [key: string]: ${valuesText(schema, context)} }`;
}

/** The type of what stands under keys that no property describes. */
export function valuesText(
  { additionalProperties, patternProperties = [] }: ObjectSchema,
  context: TypeContext,
): string {
  if (additionalProperties === true) return "unknown";
  const others = additionalProperties === false ? [] : [additionalProperties];
  const schemas = [...patternProperties.map(({ schema }) => schema), ...others];
  if (schemas.some((schema) => isUnknown(schema, context))) return "unknown";
  const members = new Set(schemas.flatMap((schema) => unionMembers(schema, context)));
  return members.size > 0 ? [...members].join(" | ") : "never";
}

/** The type of one JSON value and no other. */
function jsonType(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonType).join(", ")}]`;
  if (typeof value !== "object" || value === null || value instanceof ExactNumber)
    return literal(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${propertyKey(key)}: ${jsonType(member)}`,
  );
  return members.length > 0 ? `{ ${members.join("; ")} }` : "{ [key: string]: never }";
}

function nameOf(id: SchemaId, context: TypeContext): string {
  const named = context.schemas.get(id);
  if (!named) throw new InternalError("a reference leads nowhere", { schema: id });
  const path = context.names.schemaFile(named.owner);
  return context.imports.type(context.names.type(id), { target: "schemas", path });
}

/** The schema itself, with a reference to an undeclared one replaced by its content. */
function inlined(schema: Schema, context: TypeContext): Schema {
  if (schema.kind !== "reference") return schema;
  const named = context.schemas.get(schema.schema);
  return named && !named.declared ? named.schema : schema;
}
