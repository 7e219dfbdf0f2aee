import { isRecord } from "../../packages/runtime/src/validate/index.ts";
import type { JsonSchema } from "./json-schema.ts";

/** Numbers from 0 to 1, the same ones for the same seed. Mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Makes values that satisfy a schema, mostly: a validator has the last word. */
export class ValueMaker {
  readonly #schemas: Readonly<Record<string, JsonSchema>>;
  readonly #random: () => number;
  readonly #isBare: boolean;

  /** @param isBare Whether objects have described properties alone, as a type of theirs wants a literal. */
  constructor(
    schemas: Readonly<Record<string, JsonSchema>>,
    random: () => number,
    isBare: boolean = false,
  ) {
    this.#schemas = schemas;
    this.#random = random;
    this.#isBare = isBare;
  }

  make(schema: JsonSchema, depth = 0): unknown {
    if (typeof schema === "boolean") return this.#pick(["anything", 1, null]);
    const parts = [this.#own(schema, depth), ...this.#composed(schema, depth)];
    const made = parts.filter((part) => part !== undefined);
    if (made.every(isRecord)) return made.length === 0 ? "anything" : Object.assign({}, ...made);
    return made.at(-1);
  }

  #own(schema: Readonly<Record<string, unknown>>, depth: number): unknown {
    if ("const" in schema) return schema["const"];
    if (Array.isArray(schema["enum"])) return this.#pick(schema["enum"]);
    const type = schema["type"] ?? impliedType(schema);
    switch (Array.isArray(type) ? this.#pick(type) : type) {
      case "null":
        return null;
      case "boolean":
        return this.#random() < 0.5;
      case "integer":
        return Math.round(this.#number(schema));
      case "number":
        return this.#number(schema);
      case "string":
        return this.#string(schema);
      case "array":
        return this.#array(schema, depth);
      case "object":
        return this.#object(schema, depth);
      default:
        return undefined;
    }
  }

  #composed(schema: Readonly<Record<string, unknown>>, depth: number): unknown[] {
    const { $ref, allOf, anyOf, oneOf } = schema;
    const one = [anyOf, oneOf].flatMap((variants) =>
      Array.isArray(variants) ? [this.#variant(variants, depth)] : [],
    );
    const all = Array.isArray(allOf) ? allOf : [];
    const target = typeof $ref === "string" ? [this.#schemas[nameOf($ref)] ?? true] : [];
    return [...target, ...all, ...one].map((part) => this.make(part as JsonSchema, depth + 1));
  }

  // Deep down the shortest way out: `null`, a scalar, or the first variant.
  #variant(variants: readonly unknown[], depth: number): unknown {
    if (depth < 6) return this.#pick(variants);
    const isFlat = (one: unknown): boolean =>
      isRecord(one) &&
      typeof one["type"] === "string" &&
      !["object", "array"].includes(one["type"]);
    return variants.find(isFlat) ?? variants[0];
  }

  #object(schema: Readonly<Record<string, unknown>>, depth: number): Record<string, unknown> {
    const { properties = {}, required = [], additionalProperties, minProperties } = schema;
    const needed = Array.isArray(required) ? required.map(String) : [];
    const optional = depth > 6 ? 0 : 0.7 / (depth + 1);
    const entries = Object.entries(isRecord(properties) ? properties : {})
      .filter(([name]) => needed.includes(name) || this.#random() < optional)
      .map(([name, property]) => [name, this.make(property as JsonSchema, depth + 1)]);
    const bare = needed.filter((name) => !isRecord(properties) || !(name in properties));
    const isClosed =
      additionalProperties === false || (this.#isBare && !isRecord(additionalProperties));
    const extra = isClosed || this.#random() < 0.5 ? [] : ["key", "Ü b"];
    const count = Math.max(Number(minProperties ?? 0), depth > 6 ? 0 : extra.length);
    const others = Array.from({ length: count }, (_, index) => [
      extra[index] ?? `k${index}`,
      isRecord(additionalProperties) ? this.make(additionalProperties, depth + 1) : index,
    ]);
    return Object.fromEntries([...others, ...bare.map((name) => [name, name]), ...entries]);
  }

  #array(schema: Readonly<Record<string, unknown>>, depth: number): unknown[] {
    const least = Number(schema["minItems"] ?? 0);
    const most = Number(schema["maxItems"] ?? least + 2);
    const length = depth > 5 ? least : least + Math.floor(this.#random() * (most - least + 1));
    return Array.from({ length: Math.min(length, least + 2) }, () =>
      this.make((schema["items"] ?? true) as JsonSchema, depth + 1),
    );
  }

  #number({ minimum, maximum, multipleOf }: Readonly<Record<string, unknown>>): number {
    const least = Number(minimum ?? -5);
    const most = Number(maximum ?? least + 100);
    const value = least + Math.round(this.#random() * 8) * ((most - least) / 8);
    return typeof multipleOf === "number" ? Math.round(value / multipleOf) * multipleOf : value;
  }

  #string({ minLength, maxLength, pattern }: Readonly<Record<string, unknown>>): string {
    const least = Number(minLength ?? 0);
    const most = Math.min(Number(maxLength ?? least + 5), least + 40);
    const length = least + Math.floor(this.#random() * (most - least + 1));
    const made = Array.from({ length }, () => this.#pick(["a", "Z", "7", "é", "😀", " "])).join("");
    if (typeof pattern !== "string") return made;
    const fits = new RegExp(pattern, "u");
    return [made, ...CANDIDATES].find((text) => fits.test(text)) ?? made;
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.#random() * items.length)];
    if (item === undefined) throw new Error("there is nothing to pick from");
    return item;
  }
}

/** Texts that fit the patterns one meets. */
const CANDIDATES = [
  "usd",
  "US",
  "abc",
  "a-b",
  "id_123",
  "123",
  "2024-01-01",
  "12:00",
  "#ffffff",
  "",
];

function nameOf(ref: string): string {
  return decodeURIComponent(ref.split("/").at(-1) ?? "")
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
}

/** What a value is replaced by, to see who notices. */
const STRANGE: readonly unknown[] = [
  null,
  "",
  "x",
  0,
  -1,
  1.5,
  2e9,
  1e21,
  true,
  [],
  {},
  ["x"],
  { x: 1 },
];

/** A copy of `value` with one place changed: replaced, taken out, or something put in. */
export function mutate(value: unknown, random: () => number): unknown {
  const copy = structuredClone(value);
  const holders = containers(copy);
  const holder = holders[Math.floor(random() * holders.length)];
  const strange = STRANGE[Math.floor(random() * STRANGE.length)];
  const keys = holder === undefined ? [] : Object.keys(holder);
  const key = keys[Math.floor(random() * keys.length)];
  if (holder === undefined || random() < 0.1) return structuredClone(strange);
  if (key === undefined || random() < 0.2) put(holder, "strange_key", structuredClone(strange));
  else if (random() < 0.3 && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
  else put(holder, key, change(Reflect.get(holder, key), strange, random));
  return copy;
}

function change(value: unknown, strange: unknown, random: () => number): unknown {
  if (typeof value === "string" && random() < 0.4) return value.padEnd(6000, "é");
  if (typeof value === "number" && random() < 0.4) return -value - 0.5;
  return structuredClone(strange);
}

function put(holder: object, key: string, value: unknown): void {
  if (Array.isArray(holder)) holder.push(value);
  else
    Object.defineProperty(holder, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

function containers(value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  return [value, ...Object.values(value).flatMap(containers)];
}

/** Keywords that tell of which type a schema without `type` speaks, in the order in which they are asked. */
const TELLING: readonly (readonly [type: string, keywords: readonly string[]])[] = [
  ["object", ["properties", "additionalProperties", "required", "minProperties", "maxProperties"]],
  ["array", ["items", "minItems", "maxItems", "uniqueItems"]],
  ["string", ["pattern", "minLength", "maxLength"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
];

// Values of other types would match as well, but they tell nothing of what the schema is about.
function impliedType(schema: Readonly<Record<string, unknown>>): string | undefined {
  return TELLING.find(([, keywords]) => keywords.some((keyword) => keyword in schema))?.[0];
}
