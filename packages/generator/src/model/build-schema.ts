import type { Docs, Schema, SchemaId } from "./api-model.ts";
import type { Node } from "../resolve/spec-document.ts";
import { unknownValue } from "../diagnostics/catalog/model.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { pascalCase } from "../naming/casing.ts";
import { singular } from "../naming/singular.ts";
import type { ModelContext } from "./context.ts";
import { buildDocs } from "./docs.ts";
import { expectObject, flag, items, member } from "./read.ts";
import { buildReference } from "./schema-rules/reference.ts";
import { buildComposition, composes } from "./schema-rules/composition.ts";
import { buildLiteral, listsLiterals } from "./schema-rules/literal.ts";
import { buildScalar } from "./schema-rules/scalar.ts";
import { buildArray } from "./schema-rules/array.ts";
import { buildObject } from "./schema-rules/object.ts";
import { reportUnsupported } from "./schema-rules/unsupported.ts";
import { simplifyUnion } from "./simplify-union.ts";

/** JSON Schema 2020-12 (Validation), section 6.1.1. */
const TYPES = ["string", "number", "integer", "boolean", "null", "array", "object"] as const;
type TypeWord = (typeof TYPES)[number];
type ValueType = Exclude<TypeWord, "null">;

/** Keywords that tell the type where `type` does not. */
const TELLING: readonly (readonly [TypeWord, readonly string[]])[] = [
  [
    "object",
    [
      "properties",
      "additionalProperties",
      "required",
      "propertyNames",
      "minProperties",
      "maxProperties",
    ],
  ],
  ["array", ["items", "prefixItems", "minItems", "maxItems", "uniqueItems"]],
  ["string", ["pattern", "minLength", "maxLength"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
];

/**
 * A Schema Object as a {@link Schema}. OpenAPI 3.1, section 4.8.24, and the 3.0 dialect (`nullable`, boolean bounds).
 *
 * @param name What inline schemas below it are named after.
 */
export function buildSchema(node: Node, name: SchemaId, context: ModelContext): Schema {
  if (typeof node.value === "boolean") {
    return { kind: node.value ? "unknown" : "never", nullable: false, docs: {} };
  }
  if (!expectObject(node, context)) return unknown({});
  if (member(node, "$ref")) return buildReference(node, name, context);
  reportUnsupported(node, context);

  const nullable = flag(node, "nullable", context) === true;
  const schema = buildByKeywords(node, name, context);
  return nullable ? { ...schema, nullable: true } : schema;
}

/** `buildSchema` for a place where only a scalar or a reference may stand: composites get a name and a reference. */
export function buildPart(node: Node, name: SchemaId, context: ModelContext): Schema {
  const schema = buildSchema(node, name, context);
  return hoistComposite(schema, name, context);
}

/** Puts a reference in the place of a composite. Scalars, short lists of literals and references stay. */
export function hoistComposite(schema: Schema, name: SchemaId, context: ModelContext): Schema {
  switch (schema.kind) {
    case "object":
      return context.schemas.hoist(name, schema, isDeclared(schema), schema.docs);
    case "literal":
      return schema.values.length > 3
        ? context.schemas.hoist(name, schema, true, schema.docs)
        : schema;
    case "array":
    case "union":
    case "intersection":
      return context.schemas.hoist(name, schema, false, schema.docs);
    default:
      return schema;
  }
}

/** Name of the inline schema at `key` of the schema `parent`. */
export function partName(parent: SchemaId, key: string): SchemaId {
  return parent + (pascalCase(key) || "Unnamed");
}

/**
 * Name of what the list or map `name` holds: one of it where the name has a singular, `InvoiceCustomFields` →
 * `InvoiceCustomField`; else `otherwise` is added.
 */
export function memberName(name: SchemaId, otherwise: string, context: ModelContext): SchemaId {
  const one = singular(name);
  return one === name || context.schemas.has(one) ? partName(name, otherwise) : one;
}

// A map without properties of its own reads best where it is used: `{ [key: string]: string }`.
function isDeclared(schema: Schema & { readonly kind: "object" }): boolean {
  return schema.properties.length > 0 || typeof schema.additionalProperties === "boolean";
}

function buildByKeywords(node: Node, name: SchemaId, context: ModelContext): Schema {
  if (composes(node)) return buildComposition(node, name, context);
  return buildPlain(node, name, context);
}

/** A schema by its own type, its compositions left aside. */
export function buildPlain(node: Node, name: SchemaId, context: ModelContext): Schema {
  if (listsLiterals(node)) return buildLiteral(node, context);
  const docs = buildDocs(node, context);
  const types = readTypes(node, context);
  const [first, ...others] = types.filter(isValueType);
  const nullable = types.includes("null");
  if (first === undefined) return nullable ? nullSchema(docs) : unknown(docs);
  if (others.length === 0) {
    const schema = buildOfType(first, node, name, context);
    return nullable ? { ...schema, nullable } : schema;
  }
  const variants = [first, ...others].map((type) => {
    const variant = buildOfType(type, node, partName(name, type), context);
    return hoistComposite({ ...variant, docs: {} }, partName(name, type), context);
  });
  return simplifyUnion({ kind: "union", exclusive: false, variants, nullable, docs });
}

/** Tells whether the schema says anything about its own type. */
export function hasOwnType(node: Node): boolean {
  return (
    listsLiterals(node) ||
    member(node, "type") !== undefined ||
    TELLING.some(([, keywords]) => keywords.some((keyword) => member(node, keyword)))
  );
}

function buildOfType(type: ValueType, node: Node, name: SchemaId, context: ModelContext): Schema {
  switch (type) {
    case "string":
    case "number":
    case "integer":
    case "boolean":
      return buildScalar(type, node, context);
    case "array":
      return buildArray(node, name, context);
    case "object":
      return buildObject(node, name, context);
  }
}

function readTypes(node: Node, context: ModelContext): TypeWord[] {
  const type = member(node, "type");
  if (!type)
    return TELLING.filter(([, keys]) => keys.some((key) => member(node, key)))
      .map(([t]) => t)
      .slice(0, 1);
  const listed = Array.isArray(type.value) ? items(node, "type", context) : [type];
  return listed.flatMap(({ value, at }) => {
    const known = TYPES.find((word) => word === value);
    if (known === undefined) {
      context.report(unknownValue(at, value, TYPES, nearest(String(value), TYPES)));
    }
    return known ?? [];
  });
}

function unknown(docs: Docs): Schema {
  return { kind: "unknown", nullable: false, docs };
}

function isValueType(type: TypeWord): type is ValueType {
  return type !== "null";
}

function nullSchema(docs: Docs): Schema {
  return { kind: "literal", values: [], open: false, nullable: true, docs };
}
