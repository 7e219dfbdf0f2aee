import type {
  ArraySchema,
  LiteralSchema,
  ObjectSchema,
  Property,
  Schema,
  SchemaId,
  UnionSchema,
} from "../../model/api-model.ts";
import { pascalCase } from "../../naming/casing.ts";
import { indentation } from "../shared/layout.ts";
import { literal, propertyAccess, stringLiteral } from "../shared/literals.ts";
import { typeText } from "../shared/type-text.ts";
import { ifText, right, wrong, type Condition } from "./condition.ts";
import type { ValidatorContext } from "./context.ts";

const REFUSE = "return false;";
const ACCEPT = "return true;";
// Everything that JSON has.
const ANYTHING = "return value !== undefined;";

/** The statements of a guard: straight down, out at the first thing that is wrong. Depth 1 is a function's body. */
export function guardStatements(schema: Schema, id: SchemaId, context: ValidatorContext): string[] {
  const lead = schema.nullable
    ? [ifText({ operator: "&&", terms: ["value === null"] }, ACCEPT, 1)]
    : [];
  return [...lead, ...statements(schema, id, context)];
}

function statements(schema: Schema, id: SchemaId, context: ValidatorContext): string[] {
  switch (schema.kind) {
    case "object":
      return objectStatements(schema, id, context);
    case "array":
      return arrayStatements(schema, id, context);
    case "union":
      return schema.discriminator
        ? switchStatements(schema, context)
        : unionStatements(schema, id, context);
    case "intersection":
      return [
        ...schema.parts.flatMap((part, index) =>
          refuse(wrong(part, "value", `${id}Part${index}`, context), 1),
        ),
        ACCEPT,
      ];
    case "literal":
      return literalStatements(schema);
    case "reference":
      return [`return ${context.guard(schema.schema)}(value);`];
    case "unknown":
      return [ANYTHING];
    default:
      return [...refuse(wrong(schema, "value", id, context), 1), ACCEPT];
  }
}

function literalStatements(schema: LiteralSchema): string[] {
  if (schema.open) return [...refuseOpen(schema), ACCEPT];
  if (schema.values.length === 0) return [REFUSE];
  const cases = schema.values.map((value) => `    case ${literal(value)}:\n`).join("");
  return [`switch (value) {\n${cases}      ${ACCEPT}\n    default:\n      ${REFUSE}\n  }`];
}

function refuseOpen(schema: LiteralSchema): string[] {
  const types = [...new Set(schema.values.map((value) => typeof value))];
  return types.length === 1
    ? [ifText({ operator: "||", terms: [`typeof value !== "${types[0]}"`] }, REFUSE, 1)]
    : [];
}

function objectStatements(schema: ObjectSchema, id: SchemaId, context: ValidatorContext): string[] {
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

export function selfReference(id: SchemaId): Schema {
  return { kind: "reference", schema: id, nullable: false, docs: {} };
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

/** `if (wrong) return false;`, after `absent`: the values that may stand for none. */
function refuse(condition: Condition, depth: number, absent: readonly string[] = []): string[] {
  const { operator, terms } = condition;
  if (terms.length === 0)
    return absent.length > 0 && operator === "&&"
      ? [ifText({ operator, terms: absent }, REFUSE, depth)]
      : [];
  if (absent.length === 0) return [ifText(condition, REFUSE, depth)];
  if (operator === "&&" || terms.length === 1) {
    return [ifText({ operator: "&&", terms: [...absent, ...terms] }, REFUSE, depth)];
  }
  const inner = indentation(depth + 1) + ifText(condition, REFUSE, depth + 1);
  return [`if (${absent.join(" && ")}) {\n${inner}\n${indentation(depth)}}`];
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

function arrayStatements(schema: ArraySchema, id: SchemaId, context: ValidatorContext): string[] {
  const kit = (name: string): string => context.imports.runtimeValue(name, "validate");
  const absent = schema.items.nullable ? ["item !== null"] : [];
  const each = refuse(wrong(schema.items, "item", `${id}Item`, context), 2, absent);
  return [
    `if (!${kit("isArray")}(value)) ${REFUSE}`,
    ...(schema.minItems === undefined ? [] : [`if (value.length < ${schema.minItems}) ${REFUSE}`]),
    ...(schema.maxItems === undefined ? [] : [`if (value.length > ${schema.maxItems}) ${REFUSE}`]),
    ...(schema.uniqueItems ? [`if (!${kit("isUnique")}(value)) ${REFUSE}`] : []),
    ...(each.length === 0
      ? []
      : [
          `for (const item of value) {\n${each.map((statement) => `    ${statement}\n`).join("")}  }`,
        ]),
    ACCEPT,
  ];
}

function unionStatements(schema: UnionSchema, id: SchemaId, context: ValidatorContext): string[] {
  const result = schema.exclusive ? "matches += 1;" : ACCEPT;
  const tests = schema.variants.map((variant, index) => {
    const condition = right(variant, "value", `${id}Variant${index}`, context);
    return condition.terms.length === 0 ? result : ifText(condition, result, 1);
  });
  return schema.exclusive
    ? ["let matches = 0;", ...tests, "return matches === 1;"]
    : tests.includes(ACCEPT)
      ? [ANYTHING]
      : [...tests, REFUSE];
}

function switchStatements(schema: UnionSchema, context: ValidatorContext): string[] {
  const { discriminator } = schema;
  const record = context.imports.runtimeValue("isRecord", "validate");
  const cases = (discriminator?.mapping ?? [])
    .map(
      ({ value, schema: id }) =>
        `    case ${literal(value)}:\n      return ${context.guard(id)}(value);\n`,
    )
    .join("");
  return [
    `if (!${record}(value)) ${REFUSE}`,
    `switch (value[${stringLiteral(discriminator?.property ?? "")}]) {\n${cases}    default:\n      ${REFUSE}\n  }`,
  ];
}
