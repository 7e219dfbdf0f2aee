import type { Docs, Rule, Schema, SchemaId, UnknownSchema, ValueType } from "./api-model.ts";
import type { Node } from "../resolve/spec-document.ts";
import { unknownValue } from "../diagnostics/catalog/model.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { bounded } from "../naming/bounded.ts";
import { pascalCase } from "../naming/casing.ts";
import { singular } from "../naming/singular.ts";
import { spelled } from "../naming/spelled.ts";
import type { TypeWord } from "../structure/type-word.ts";
import { wrongSchemaValue } from "../structure/wrong-value.ts";
import type { ModelContext } from "./context.ts";
import { buildDocs } from "./docs.ts";
import { mendTypes } from "./mend-types.ts";
import { flag, items, member } from "./read.ts";
import { buildReference, refers } from "./schema-rules/reference.ts";
import { buildComposition, composes } from "./schema-rules/composition.ts";
import { buildLiteral, listsLiterals } from "./schema-rules/literal.ts";
import { buildScalar, contentType } from "./schema-rules/scalar.ts";
import { buildArray } from "./schema-rules/array.ts";
import { buildObject } from "./schema-rules/object.ts";
import { buildRules } from "./schema-rules/rules.ts";
import { reportUnsupported } from "./schema-rules/unsupported.ts";
import { simplifyUnion } from "./simplify-union.ts";

const TYPES: readonly TypeWord[] = [
  "string",
  "number",
  "integer",
  "boolean",
  "null",
  "array",
  "object",
];

/** Kinds of value that have keywords of their own. */
type Family = Exclude<ValueType, "integer" | "boolean">;

/** Keywords by the kind of value they speak of. */
const FAMILIES: readonly (readonly [Family, readonly string[]])[] = [
  [
    "object",
    [
      "properties",
      "additionalProperties",
      "required",
      "propertyNames",
      "patternProperties",
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
  const wrong = wrongSchemaValue(node);
  if (wrong) {
    context.report(wrong);
    return unknown({});
  }
  reportUnsupported(node, context);
  context.schemas.enter();
  const schema = buildWithRules(node, name, context);
  context.schemas.leave();
  return flag(node, "nullable", context) === true ? orNull(schema, name, context) : schema;
}

function buildWithRules(node: Node, name: SchemaId, context: ModelContext): Schema {
  const own = buildByKeywords(node, name, context);
  const isBare = member(node, "$ref") && context.document.hasBareRefs(node);
  return isBare ? own : withRules(own, buildRules(node, name, context));
}

// `nullable` of OpenAPI 3.0 lets `null` through whatever else is said, so no rule may see it.
function orNull(schema: Schema, name: SchemaId, context: ModelContext): Schema {
  if (!schema.rules) return { ...schema, nullable: true };
  return { ...hoistComposite(schema, name, context), nullable: true };
}

/** The schema with more rules. */
export function withRules(schema: Schema, rules: readonly Rule[]): Schema {
  return rules.length === 0 ? schema : { ...schema, rules: [...(schema.rules ?? []), ...rules] };
}

/** The named schema that a rule speaks of: built from `node`, with a guard of its own. */
export function buildGuarded(node: Node, name: SchemaId, context: ModelContext): SchemaId {
  return guarded(buildSchema(node, name, context), name, context);
}

/** The name of a schema, which it gets where it has none. */
function guarded(schema: Schema, name: SchemaId, context: ModelContext): SchemaId {
  const isNamed = schema.kind === "reference" && !schema.nullable && !schema.rules;
  return isNamed ? schema.schema : context.schemas.name(name, schema);
}

/** `buildSchema` for a place where only a scalar or a reference may stand: composites get a name and a reference. */
export function buildPart(node: Node, name: SchemaId, context: ModelContext): Schema {
  const schema = buildSchema(node, name, context);
  return hoistComposite(schema, name, context);
}

/** Puts a reference in the place of a composite. Wire, short lists of literals and references stay. */
export function hoistComposite(schema: Schema, name: SchemaId, context: ModelContext): Schema {
  if (needsGuard(schema)) return context.schemas.hoist(name, schema, false, schema.docs);
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

// What cannot be checked in the line where it is used.
function needsGuard(schema: Schema): boolean {
  if (schema.kind === "object") return false;
  if (schema.kind === "literal" && schema.composites) return true;
  return schema.rules !== undefined || ("lenient" in schema && schema.lenient !== undefined);
}

/** Name of the inline schema at `key` of the schema `parent`. */
export function partName(parent: SchemaId, key: string): SchemaId {
  return bounded(parent + (pascalCase(key) || bounded(spelled(key)) || "Unnamed"));
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
  if (refers(node)) return buildReference(node, name, context);
  if (composes(node)) return buildComposition(node, name, context);
  return buildPlain(node, name, context);
}

/** A schema by its own type, its compositions left aside. */
export function buildPlain(written: Node, name: SchemaId, context: ModelContext): Schema {
  const node = mendTypes(written, context);
  const stated = readTypes(node, context);
  if (listsLiterals(node)) return buildListed(node, stated, name, context);
  if (!stated) return buildUntyped(node, name, context);
  const docs = buildDocs(node, context);
  const [first, ...others] = stated.filter(isValueType);
  const nullable = stated.includes("null");
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

// Each of the listed values must keep the other keywords too.
function buildListed(
  node: Node,
  stated: readonly TypeWord[] | undefined,
  name: SchemaId,
  context: ModelContext,
): Schema {
  const literal = buildLiteral(node, stated, context);
  return withRules(literal, familyRules(node, name, context));
}

// Keywords speak of one kind of value each, and values of other kinds pass.
function buildUntyped(node: Node, name: SchemaId, context: ModelContext): Schema {
  const families = familiesOf(node);
  const [only] = families;
  if (only === undefined) {
    return { ...unknown(buildDocs(node, context)), ...contentType(node, context) };
  }
  if (families.length === 1) return buildLenient(only, node, name, context);
  return withRules(unknown(buildDocs(node, context)), familyRules(node, name, context));
}

function familyRules(node: Node, name: SchemaId, context: ModelContext): Rule[] {
  return familiesOf(node).map((type) => {
    const part = buildLenient(type, node, partName(name, type), context);
    const schema = guarded({ ...part, docs: {} }, partName(name, type), context);
    return { kind: "also", schema };
  });
}

function buildLenient(type: Family, node: Node, name: SchemaId, context: ModelContext): Schema {
  const schema = buildOfType(type, node, name, context);
  switch (schema.kind) {
    // Nobody says that it is a number, or a text, so that it is left as JSON has it.
    case "string":
    case "number": {
      const { held: _held, ...rest } = schema;
      return { ...rest, lenient: true };
    }
    case "array":
    case "object":
      return { ...schema, lenient: true };
    default:
      return schema;
  }
}

function familiesOf(node: Node): Family[] {
  return FAMILIES.flatMap(([type, keywords]) =>
    keywords.some((keyword) => member(node, keyword)) ? [type] : [],
  );
}

/** Tells whether the schema says anything about its own type. */
export function hasOwnType(node: Node): boolean {
  return listsLiterals(node) || member(node, "type") !== undefined || familiesOf(node).length > 0;
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

function readTypes(node: Node, context: ModelContext): TypeWord[] | undefined {
  const type = member(node, "type");
  if (!type) return undefined;
  const listed = Array.isArray(type.value) ? items(node, "type", context) : [type];
  return listed.flatMap(({ value, at }) => {
    const known = TYPES.find((word) => word === value);
    if (known === undefined) {
      const guess = typeof value === "string" ? nearest(value, TYPES) : undefined;
      context.report(unknownValue(at, value, TYPES, guess, "any value"));
    }
    return known ?? [];
  });
}

function unknown(docs: Docs): UnknownSchema {
  return { kind: "unknown", nullable: false, docs };
}

function isValueType(type: TypeWord): type is ValueType {
  return type !== "null";
}

function nullSchema(docs: Docs): Schema {
  return { kind: "literal", values: [], open: false, nullable: true, docs };
}
