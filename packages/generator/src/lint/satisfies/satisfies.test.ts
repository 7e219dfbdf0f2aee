import { describe, expect, it } from "vitest";
import type { NumberSchema, ObjectSchema, Schema, StringSchema } from "../../model/api-model.ts";
import { satisfies } from "./satisfies.ts";

const base = { nullable: false, docs: {} } as const;
const string = (limits: Partial<StringSchema> = {}): Schema => ({
  ...base,
  kind: "string",
  ...limits,
});
const number = (kind: "number" | "integer", limits: Partial<NumberSchema> = {}): Schema => ({
  ...base,
  kind,
  ...limits,
});
const literal = (values: readonly string[], open = false): Schema => ({
  ...base,
  kind: "literal",
  values,
  open,
});
const array = (items: Schema, limits = {}): Schema => ({
  ...base,
  kind: "array",
  items,
  uniqueItems: false,
  ...limits,
});
const object = (properties: Readonly<Record<string, Schema>>, limits = {}): ObjectSchema => ({
  ...base,
  kind: "object",
  properties: Object.entries(properties).map(([name, schema]) => ({
    name: name.replace("!", ""),
    required: name.endsWith("!"),
    access: "read-write",
    docs: {},
    schema,
  })),
  additionalProperties: true,
  ...limits,
});
const union = (variants: readonly Schema[], more = {}): Schema => ({
  ...base,
  kind: "union",
  exclusive: true,
  variants,
  ...more,
});
const reference = (schema: string, nullable = false): Schema => ({
  ...base,
  kind: "reference",
  schema,
  nullable,
});

const SCHEMAS: Readonly<Record<string, Schema>> = {
  Cat: object({ "type!": literal(["cat"]), lives: number("integer") }),
  Dog: object({ "type!": literal(["dog"]), name: string() }),
  Tree: object({ children: array(reference("Tree")) }),
  Self: reference("Self"),
  Code: { ...string({ maxLength: 3 }), nullable: true },
};
const discriminator = {
  property: "type",
  mapping: [
    { value: "cat", schema: "Cat" },
    { value: "dog", schema: "Dog" },
  ],
};
const PETS = [reference("Cat"), reference("Dog")];

/** `pointer: message`, a hash mark where the key is meant. */
function issuesOf(value: unknown, schema: Schema): string[] {
  return satisfies(value, schema, (id) => SCHEMAS[id]).map(
    ({ pointer, key, message }) => `${pointer}${key ? "#" : ""}: ${message}`,
  );
}

describe("satisfies", () => {
  it.each<[string, unknown, Schema]>([
    ["text", "a", string({ minLength: 1, maxLength: 1, pattern: "^a$" })],
    ["code points", "😀😀", string({ minLength: 2, maxLength: 2 })],
    ["a format, whatever it is", "tomorrow", string({ format: "date" })],
    ["a number with a fraction of zero", 2, number("integer")],
    ["a bound that is in", 1, number("number", { minimum: { value: 1, exclusive: false } })],
    ["a multiple that binary fractions miss", 0.07, number("number", { multipleOf: 0.01 })],
    ["null", null, { ...number("number"), nullable: true }],
    ["null by reference", null, reference("Cat", true)],
    ["null by content", null, reference("Code")],
    ["a listed value", "a", literal(["a", "b"])],
    ["a new value of an open list", "c", literal(["a"], true)],
    ["other keys of an open object", { b: 1 }, object({ a: string() })],
    ["typed keys", { b: 1 }, object({}, { additionalProperties: number("integer") })],
    ["items", [{ a: "x" }], array(object({ "a!": string() }), { minItems: 1, maxItems: 1 })],
    ["one of two", 1, union([string(), number("number")])],
    ["two of two", "a", union([string(), literal(["a"])])],
    ["a tagged variant", { type: "dog", name: "Rex" }, union(PETS, { discriminator })],
    ["recursion", { children: [{ children: [] }] }, reference("Tree")],
    ["a schema that is made of itself", 1, reference("Self")],
    ["a schema that is unknown", 1, reference("Nobody")],
    ["anything", { a: [null] }, { ...base, kind: "unknown" }],
    ["all parts", { a: "x" }, { ...base, kind: "intersection", parts: [object({ a: string() })] }],
  ])("has nothing against %s", (_, value, schema) => {
    expect(issuesOf(value, schema)).toEqual([]);
  });

  it.each<[string, unknown, Schema, string[]]>([
    ["a number as text", 1, string(), [": expected a string, found 1"]],
    ["null", null, string(), [": expected a string, found null"]],
    ["short text", "", string({ minLength: 2 }), [': "" has fewer than 2 characters']],
    ["long text", "😀😀", string({ maxLength: 1 }), [': "😀😀" has more than 1 character']],
    [
      "text of a wrong form",
      "b",
      string({ pattern: "^a" }),
      [': "b" does not match the pattern ^a'],
    ],
    ["a fraction", 1.5, number("integer"), [": expected a whole number, found 1.5"]],
    ["a number in quotes", "1", number("number"), [': expected a number, found "1"']],
    [
      "numbers out of bounds",
      5,
      number("number", {
        minimum: { value: 6, exclusive: false },
        maximum: { value: 5, exclusive: true },
      }),
      [": expected a number of at least 6, found 5", ": expected a number of less than 5, found 5"],
    ],
    [
      "what is no multiple",
      7,
      number("integer", { multipleOf: 2 }),
      [": expected a multiple of 2, found 7"],
    ],
    [
      "text for a boolean",
      "true",
      { ...base, kind: "boolean" },
      [': expected true or false, found "true"'],
    ],
    ["a value that is not listed", "c", literal(["a", "b"]), [': expected "a" or "b", found "c"']],
    [
      "another type than that of an open list",
      1,
      literal(["a"], true),
      [': expected "a", found 1'],
    ],
    ["what should be null", 1, { ...literal([]), nullable: true }, [": expected null, found 1"]],
    [
      "what is never allowed",
      1,
      object({}, { propertyNames: string() }),
      [": expected an object, found 1"],
    ],
    [
      "a value where none may be",
      {},
      { ...base, kind: "never" },
      [": expected nothing, found an object"],
    ],
    [
      "too few and equal items",
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      array({ ...base, kind: "unknown" }, { minItems: 3, uniqueItems: true }),
      [": expected at least 3 items, found 2", ": two items are equal"],
    ],
    ["an item", ["a", 1], array(string()), ["/1: expected a string, found 1"]],
    ["a missing property", {}, object({ "a!": string() }), [': the property "a" is missing']],
    [
      "an inherited property",
      {},
      object({ "toString!": string() }),
      [': the property "toString" is missing'],
    ],
    [
      "a property too many",
      { "a/b": 1 },
      object({}, { additionalProperties: false }),
      ['/a~1b#: there is no property "a/b"'],
    ],
    [
      "a name",
      { ab: 1 },
      object({}, { propertyNames: string({ maxLength: 1 }), minProperties: 2 }),
      [": expected at least 2 members, found 1", '/ab#: "ab" has more than 1 character'],
    ],
    [
      "the variant of the value's kind",
      { a: 1 },
      union([string(), object({ a: string() })]),
      ["/a: expected a string, found 1"],
    ],
    [
      "the variant that the value names",
      { type: "cat", lives: "nine" },
      union(PETS, { discriminator }),
      ['/lives: expected a whole number, found "nine"'],
    ],
    [
      "no variant in particular",
      true,
      union([string(), number("number")]),
      [": expected one of 2 alternatives, found true"],
    ],
    [
      "a nested place",
      { children: [{ children: [1] }] },
      reference("Tree"),
      ["/children/0/children/0: expected an object, found 1"],
    ],
  ])("finds fault with %s", (_, value, schema, issues) => {
    expect(issuesOf(value, schema)).toEqual(issues);
  });

  it("lets a request leave out what only answers have", () => {
    const schema = object({ "id!": string() });
    const properties = schema.properties.map((one) => ({ ...one, access: "read-only" as const }));
    expect(issuesOf({}, { ...schema, properties })).toEqual([]);
  });

  it("ends when a pattern would not", () => {
    const text = `${"a".repeat(60)}b`;
    expect(issuesOf(text, string({ pattern: "^(a+)+$" }))).toEqual([]);
    expect(issuesOf("b", string({ pattern: "^(a+)+$" }))).toHaveLength(1);
  });
});
