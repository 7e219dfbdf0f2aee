import type { ObjectSchema, Property } from "../../model/api-model.ts";
import { escapeToken } from "../../resolve/json-pointer.ts";
import { counted, expected } from "./issue.ts";
import type { Issue } from "./issue.ts";
import type { Check } from "./satisfies.ts";
import { matchesPattern } from "./matches-pattern.ts";
import { checkString } from "./string.ts";

/** JSON Schema 2020-12 (Validation), section 6.5, and its Core, section 10.3.2. */
export function checkObject(
  value: unknown,
  schema: ObjectSchema,
  pointer: string,
  check: Check,
): readonly Issue[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return expected(pointer, "an object", value);
  }
  const properties = new Map(schema.properties.map((property) => [property.name, property]));
  const missing = schema.properties.filter(
    ({ name, required, access }) =>
      required && access === "read-write" && !Object.hasOwn(value, name),
  );
  const members = Object.entries(value);
  return [
    ...missing.map(({ name }) => ({ pointer, message: `the property "${name}" is missing` })),
    ...checkCount(members.length, schema, pointer),
    ...members.flatMap(([name, member]) =>
      checkMember({ name, member, property: properties.get(name) }, schema, pointer, check),
    ),
  ];
}

function checkCount(count: number, schema: ObjectSchema, pointer: string): Issue[] {
  const { minProperties = 0, maxProperties = Infinity } = schema;
  const few = `expected at least ${counted(minProperties, "member")}, found ${count}`;
  const many = `expected at most ${counted(maxProperties, "member")}, found ${count}`;
  return [
    ...(count < minProperties ? [{ pointer, message: few }] : []),
    ...(count > maxProperties ? [{ pointer, message: many }] : []),
  ];
}

interface Member {
  readonly name: string;
  readonly member: unknown;
  readonly property: Property | undefined;
}

function checkMember(
  { name, member, property }: Member,
  { additionalProperties, patternProperties = [], propertyNames }: ObjectSchema,
  holder: string,
  check: Check,
): readonly Issue[] {
  const pointer = `${holder}/${escapeToken(name)}`;
  const names = propertyNames ? checkString(name, propertyNames, pointer) : [];
  const atKey = names.map((issue) => ({ ...issue, key: true as const }));
  const matched = patternProperties.filter(({ pattern }) => matchesPattern(name, pattern));
  const described = [...(property ? [property] : []), ...matched];
  if (described.length > 0) {
    return [...atKey, ...described.flatMap(({ schema }) => check(member, schema, pointer))];
  }
  if (additionalProperties === true) return atKey;
  if (additionalProperties === false) {
    const message = `there is no property ${JSON.stringify(name)}`;
    return [...atKey, { pointer, key: true, message }];
  }
  return [...atKey, ...check(member, additionalProperties, pointer)];
}
