import type {
  ObjectSchema,
  Schema,
  StringSchema,
  NumberSchema,
} from "@specwright/generator/reading";
import { isObject, type JsonObject, member, objectOf, withMembers } from "../json.ts";
import { matchingText } from "./matching-text.ts";
import { plainLiteral } from "./scalars.ts";
import type { Schemas } from "./schemas.ts";

/** Deeper than that a value is not worth making: a schema that needs it is recursive. */
const DEEPEST = 12;

/**
 * The least value that a schema allows, its parts from the example where that is right: `null` where it may be, what is
 * optional left out.
 *
 * @param example Default: none.
 */
export function sample(schema: Schema, schemas: Schemas, example?: unknown): unknown {
  return example !== undefined && schemas.isLasting(example, schema)
    ? example
    : least(schema, { schemas, depth: 0 }, example);
}

interface Making {
  readonly schemas: Schemas;
  readonly depth: number;
}

function least(schema: Schema, making: Making, example?: unknown): unknown {
  const { schemas, depth } = making;
  if (example !== undefined && depth < DEEPEST && schemas.is(example, schema)) return example;
  if (schema.nullable) return null;
  const content = schemas.content(schema);
  if (!content || depth > DEEPEST) return null;
  if (content.nullable) return null;
  const deeper = { schemas, depth: depth + 1 };
  switch (content.kind) {
    case "string":
      return leastString(content, schemas);
    case "number":
    case "integer":
      return leastNumber(content);
    case "boolean":
      return false;
    case "literal": {
      const [value] = content.values;
      return value === undefined ? (content.composites?.[0] ?? null) : plainLiteral(value);
    }
    case "array": {
      const count = Math.min(content.minItems ?? 0, 100);
      const first = content.prefixItems ?? [];
      return Array.from({ length: count }, (_, index) =>
        least(first[index] ?? content.items, deeper),
      );
    }
    case "object":
      return leastObject(content, deeper, example);
    case "union":
      return leastVariant(content.variants, content, deeper, example);
    case "intersection":
      return leastIntersection(content.parts, deeper, example);
    case "reference":
    case "unknown":
      return example ?? {};
    case "binary":
      return new Blob([]);
    case "never":
      return null;
  }
}

function leastObject(schema: ObjectSchema, making: Making, example: unknown): JsonObject {
  const required = schema.properties.filter((property) => property.required);
  const made = objectOf(
    required.map(({ name, schema: part }) => [name, least(part, making, member(example, name))]),
  );
  const missing = (schema.minProperties ?? 0) - required.length;
  const others = schema.properties
    .filter((property) => !property.required)
    .slice(0, Math.max(0, missing));
  return withMembers(
    made,
    objectOf(
      others.map(({ name, schema: part }) => [name, least(part, making, member(example, name))]),
    ),
  );
}

// The first one that comes out right: texts before objects, as an id is less than the object it stands for.
function leastVariant(
  variants: readonly Schema[],
  union: Schema,
  making: Making,
  example: unknown,
): unknown {
  const rank = (schema: Schema): number =>
    making.schemas.content(schema)?.kind === "string" ? 0 : 1;
  const ordered = [...variants].sort((a, b) => rank(a) - rank(b));
  for (const variant of ordered) {
    const value = least(variant, making, example);
    if (making.schemas.is(value, union)) return value;
  }
  const [first] = ordered;
  return first ? least(first, making, example) : null;
}

function leastIntersection(parts: readonly Schema[], making: Making, example: unknown): unknown {
  const values = parts.map((part) => least(part, making, example));
  const objects = values.filter(isObject);
  if (objects.length === 0) return values[0];
  const whole = objects.reduce((all, one) => withMembers(all, one), {});
  const settled = Object.entries(whole).map(([name, value]) => {
    // A part may require what only another part describes.
    const told = isEmpty(value) && described(parts, name, making.schemas);
    return [name, told ? least(told, making, member(example, name)) : value] as const;
  });
  return objectOf(settled);
}

function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

function described(parts: readonly Schema[], name: string, schemas: Schemas): Schema | undefined {
  const found = parts.flatMap((part) => {
    const content = schemas.content(part);
    return content?.kind === "object" ? content.properties : [];
  });
  return found.find((one) => one.name === name && one.schema.kind !== "unknown")?.schema;
}

const BY_FORMAT: Readonly<Record<string, string>> = {
  "date-time": "2025-01-01T00:00:00Z",
  date: "2025-01-01",
  time: "00:00:00Z",
  duration: "P1D",
  email: "someone@example.com",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com/",
  url: "https://example.com/",
  "uri-reference": "/",
  uuid: "00000000-0000-4000-8000-000000000000",
};

function leastString(schema: StringSchema, schemas: Schemas): string {
  const { format = "", minLength = 0, pattern } = schema;
  const plain = (Object.hasOwn(BY_FORMAT, format) && BY_FORMAT[format]) || "";
  const padded = plain.length < minLength ? plain.padEnd(Math.min(minLength, 10_000), "x") : plain;
  if (pattern === undefined) return padded;
  const guesses = [padded, ...GUESSES].map((guess) => guess.padEnd(minLength, guess.at(-1) ?? "x"));
  const made = matchingText(pattern, {
    length: minLength,
    pick: (characters) => characters.charAt(0),
  });
  return [...guesses, made].find((text) => schemas.is(text, schema)) ?? padded;
}

/** Texts of which one fits most patterns that APIs have. */
const GUESSES = [
  "a",
  "A",
  "0",
  "-",
  "_",
  "#",
  "/",
  "+",
  "a-a",
  "aa",
  "AA",
  "00",
  "aaa",
  "AAA",
  "000",
  "1000",
  "00000",
  "#000000",
  "0.0",
  "1.0",
  "0.0.0",
  "en-US",
  "/a",
  "https://example.com/",
  "a@example.com",
  "2025-01-01",
  "2025-01",
  "00:00",
  "00:00:00",
  "+10000000000",
  "10.0.0.0/8",
  "00000000-0000-4000-8000-000000000000",
  "a:a:a",
  "a/a",
  "a.a",
];

function leastNumber({ minimum, maximum, multipleOf, kind }: NumberSchema): number {
  const step = multipleOf === undefined ? (kind === "integer" ? 1 : 0) : Number(multipleOf);
  const low = minimum ? Number(minimum.value) : -Infinity;
  const high = maximum ? Number(maximum.value) : Infinity;
  if (low < 0 && high > 0) return 0;
  if (low <= 0 && high >= 0 && !(low === 0 && minimum?.exclusive)) return 0;
  const from = Number.isFinite(low) ? low : high;
  const width = Number.isFinite(high) && Number.isFinite(low) ? (high - low) / 2 : 1;
  if (step === 0) {
    if (from === low) return minimum?.exclusive ? low + Math.min(1, width) : low;
    return maximum?.exclusive ? high - Math.min(1, width) : high;
  }
  const up = Math.ceil(from / step) * step;
  if (from === low) return minimum?.exclusive && up === low ? up + step : up;
  const down = Math.floor(from / step) * step;
  return maximum?.exclusive && down === high ? down - step : down;
}
