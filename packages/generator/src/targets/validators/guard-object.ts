import type { ObjectSchema, Property, SchemaId } from "../../model/api-model.ts";
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
  const known = context.schemas.get(id)?.declared === true && schema.properties.length > 0;
  const test = known
    ? `!${imports.runtimeValue("isObject", "validate")}<${typeText(selfReference(id), context)}>(value)`
    : `!${imports.runtimeValue("isRecord", "validate")}(value)`;
  return [
    ifText({ operator: "||", terms: [test] }, REFUSE, 1),
    ...sizeTerms(schema).flatMap((term) => [ifText({ operator: "||", terms: [term] }, REFUSE, 1)]),
    ...schema.properties.flatMap((property) => propertyStatements(property, id, context)),
    ...otherKeys(schema, id, context),
    ACCEPT,
  ];
}

function sizeTerms(schema: ObjectSchema): string[] {
  const { minProperties, maxProperties } = schema;
  return [
    ...(minProperties === undefined ? [] : [`Object.keys(value).length < ${minProperties}`]),
    ...(maxProperties === undefined ? [] : [`Object.keys(value).length > ${maxProperties}`]),
  ];
}

function propertyStatements(property: Property, id: SchemaId, context: ValidatorContext): string[] {
  const { lead, value } = accessProperty(property.name, context);
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

export function accessProperty(
  name: string,
  context: ValidatorContext,
): { readonly lead: readonly string[]; readonly value: string } {
  if (!INHERITED.has(name)) return { lead: [], value: `value${propertyAccess(name)}` };
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

// Each key on its own: what its name must be, and what its value must be where no property describes it.
function entryStatements(schema: ObjectSchema, id: SchemaId, context: ValidatorContext): string[] {
  const { additionalProperties, properties, propertyNames } = schema;
  const names = propertyNames
    ? refuse(dropType(wrong(propertyNames, "key", `${id}Key`, context)), 2)
    : [];
  if (typeof additionalProperties === "boolean")
    return names.length > 0 ? [...names, ...closed(schema, id, context)] : [];
  const own = context.imports.runtimeValue("own", "validate");
  const skip =
    properties.length === 0
      ? []
      : [
          `if (${context.keys(
            properties.map(({ name }) => name),
            id,
          )}.has(key)) continue;`,
        ];
  const absent = additionalProperties.nullable ? ["item !== null"] : [];
  return [
    ...names,
    ...skip,
    `const item = ${own}(value, key);`,
    ...refuse(wrong(additionalProperties, "item", `${id}Value`, context), 2, absent),
  ];
}

function closed(schema: ObjectSchema, id: SchemaId, context: ValidatorContext): string[] {
  if (schema.additionalProperties !== false) return [];
  const keys = context.keys(
    schema.properties.map(({ name }) => name),
    id,
  );
  return [`if (!${keys}.has(key)) ${REFUSE}`];
}

// A key is a string already.
function dropType({ operator, terms }: Condition): Condition {
  return { operator, terms: terms.filter((term) => !term.startsWith("typeof ")) };
}
