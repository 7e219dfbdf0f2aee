import type { ObjectSchema, Property, Schema, SchemaId } from "../../model/api-model.ts";
import { pascalCase } from "../../naming/casing.ts";
import { propertyAccess, stringLiteral } from "../shared/literals.ts";
import { typeText } from "../shared/type-text.ts";
import { ifText, wrong, type Condition } from "./condition.ts";
import { selfReference, type ValidatorContext } from "./context.ts";
import { ACCEPT, REFUSE, refuse } from "./statements.ts";

/** The guard of an object: property by property, in the order of the schema. */
export function objectStatements(
  schema: ObjectSchema,
  id: SchemaId,
  context: ValidatorContext,
): string[] {
  const { imports } = context;
  const known = isKnown(schema, id, context);
  const test = known
    ? `!${imports.runtimeValue("isObject", "validate")}<${typeText(selfReference(id), context)}>(value)`
    : `!${imports.runtimeValue("isRecord", "validate")}(value)`;
  return [
    ifText({ operator: "||", terms: [test] }, schema.lenient ? ACCEPT : REFUSE, 1),
    ...sizeTerms(schema).flatMap((term) => [ifText({ operator: "||", terms: [term] }, REFUSE, 1)]),
    ...schema.properties.flatMap((property) => propertyStatements(property, id, known, context)),
    ...otherKeys(schema, id, context),
    ACCEPT,
  ];
}

/** Tells whether the type of an object has names for its properties. */
export function isKnown(schema: ObjectSchema, id: SchemaId, context: ValidatorContext): boolean {
  const isNamed = context.schemas.get(id)?.declared === true;
  return isNamed && schema.properties.some(({ absent }) => !absent);
}

function sizeTerms(schema: ObjectSchema): string[] {
  const { minProperties, maxProperties } = schema;
  return [
    ...(minProperties === undefined ? [] : [`Object.keys(value).length < ${minProperties}`]),
    ...(maxProperties === undefined ? [] : [`Object.keys(value).length > ${maxProperties}`]),
  ];
}

function propertyStatements(
  property: Property,
  id: SchemaId,
  known: boolean,
  context: ValidatorContext,
): string[] {
  const { lead, value } = accessProperty(property, known, context);
  const path = id + pascalCase(property.name);
  const { schema, required } = property;
  const absent = [
    ...(required ? [] : [`${value} !== undefined`]),
    ...(schema.nullable ? [`${value} !== null`] : []),
  ];
  const condition = wrong(schema, value, path, context);
  if (condition.terms.length === 0) {
    const check = required
      ? [ifText({ operator: "||", terms: [`${value} === undefined`] }, REFUSE, 1)]
      : [];
    return [...(check.length > 0 ? lead : []), ...check];
  }
  return [...lead, ...refuse(condition, 1, absent)];
}

/** Names that every object inherits: only an own property of that name counts. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** @param known Whether the compiler knows the properties of `value`. */
export function accessProperty(
  { name, absent }: Pick<Property, "name" | "absent">,
  known: boolean,
  context: ValidatorContext,
): { readonly lead: readonly string[]; readonly value: string } {
  // What the type is silent about cannot be read through it.
  if (!INHERITED.has(name) && !(known && absent)) {
    const access = known ? propertyAccess(name) : `[${stringLiteral(name)}]`;
    return { lead: [], value: `value${access}` };
  }
  const own = context.imports.runtimeValue("own", "validate");
  const local = `own${pascalCase(name)}`;
  return { lead: [`const ${local} = ${own}(value, ${stringLiteral(name)});`], value: local };
}

function otherKeys(schema: ObjectSchema, id: SchemaId, context: ValidatorContext): string[] {
  const { additionalProperties, properties, propertyNames } = schema;
  const loop = entryStatements(schema, id, context);
  if (loop.length > 0) {
    const body = loop.map((statement) => `    ${statement}\n`).join("");
    const keys = context.imports.runtimeValue("keysOf", "validate");
    return [`for (const key of ${keys}(value)) {\n${body}  }`];
  }
  if (additionalProperties !== false || propertyNames) return [];
  const known = context.keys(
    properties.map(({ name }) => name),
    id,
  );
  return [
    `if (!${context.imports.runtimeValue("hasOnlyKeys", "validate")}(value, ${known})) ${REFUSE}`,
  ];
}

// Each key on its own: what its name must be, what the patterns that it matches ask, and what its value must be where
// nothing describes it.
function entryStatements(schema: ObjectSchema, id: SchemaId, context: ValidatorContext): string[] {
  const { additionalProperties, patternProperties = [], propertyNames } = schema;
  const names = propertyNames
    ? refuse(dropType(wrong(propertyNames, "key", `${id}Key`, context)), 2)
    : [];
  const patterns = patternProperties.flatMap(({ pattern, schema: matched }) => {
    const condition = wrong(matched, "item", `${id}Match`, context);
    if (condition.terms.length === 0 && matched.kind !== "literal") return [];
    const there = [`${context.pattern(pattern, `${id}Name`)}.test(key)`, ...absentItem(matched)];
    return refuse(condition, 2, there);
  });
  const others = otherStatements(schema, id, context);
  const isRead =
    patterns.length > 0 || (typeof additionalProperties === "object" && others.length > 0);
  if (names.length + patterns.length === 0 && typeof additionalProperties === "boolean") {
    return patternProperties.length > 0 ? others : [];
  }
  const own = isRead
    ? [`const item = ${context.imports.runtimeValue("own", "validate")}(value, key);`]
    : [];
  return [...names, ...own, ...patterns, ...others];
}

function otherStatements(schema: ObjectSchema, id: SchemaId, context: ValidatorContext): string[] {
  const { additionalProperties } = schema;
  if (additionalProperties === true) return [];
  const known = knownTests(schema, id, context);
  if (additionalProperties === false) {
    const terms = known.map((test) => `!${test}`);
    return [ifText({ operator: "&&", terms: terms.length > 0 ? terms : ["true"] }, REFUSE, 2)];
  }
  const condition = wrong(additionalProperties, "item", `${id}Value`, context);
  if (condition.terms.length === 0) return [];
  const skip = known.length === 0 ? [] : [ifText({ operator: "||", terms: known }, "continue;", 2)];
  const absent = absentItem(additionalProperties);
  return [...skip, ...refuse(condition, 2, absent)];
}

/** Tests that tell whether a key is described: by name, or by a pattern. */
export function knownTests(
  { properties, patternProperties = [] }: ObjectSchema,
  id: SchemaId,
  context: ValidatorContext,
): string[] {
  const names = properties.map(({ name }) => name);
  return [
    ...(names.length > 0 ? [`${context.keys(names, id)}.has(key)`] : []),
    ...patternProperties.map(({ pattern }) => `${context.pattern(pattern, `${id}Name`)}.test(key)`),
  ];
}

function absentItem(schema: Schema): string[] {
  return schema.nullable ? ["item !== null"] : [];
}

// A key is a string already.
function dropType({ operator, terms }: Condition): Condition {
  return { operator, terms: terms.filter((term) => !term.startsWith("typeof ")) };
}
