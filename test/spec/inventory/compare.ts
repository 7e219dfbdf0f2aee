import { objectAt } from "../../helpers/api-document.ts";
import type { ApiDocument, JsonSchema } from "../../helpers/api-document.ts";
import type { Fact } from "./facts.ts";
import { enumOf, isDeletedForm, propertiesOf, shapeOf, typeOf, wireName } from "./shape.ts";

/** What is compared of each field or parameter. */
export const ASPECTS = ["presence", "type", "enum", "nullability", "requiredness"] as const;
export type Aspect = (typeof ASPECTS)[number];

/** Fields or parameters compared so far, and every difference in words. */
export interface Tally {
  readonly counted: Record<Aspect, number>;
  readonly differing: Record<Aspect, string[]>;
  /** Fields that the spec has and the inventory does not. */
  readonly invented: string[];
}

export function newTally(): Tally {
  const each = <T>(make: () => T): Record<Aspect, T> => ({
    presence: make(),
    type: make(),
    enum: make(),
    nullability: make(),
    requiredness: make(),
  });
  return { counted: each(() => 0), differing: each((): string[] => []), invented: [] };
}

/** Whose fields are compared: those of answers are there unless optional, those of requests optional unless required. */
export type Side = "object" | "params";

export class Comparison {
  readonly #document: ApiDocument;
  readonly #tally: Tally;
  readonly #side: Side;

  constructor(document: ApiDocument, tally: Tally, side: Side) {
    this.#document = document;
    this.#tally = tally;
    this.#side = side;
  }

  /** Compares the fields of an object with the properties that the spec gives it. */
  fields(
    facts: Readonly<Record<string, Fact>>,
    schemas: ReadonlyMap<string, JsonSchema>,
    required: ReadonlySet<string>,
    place: string,
  ): void {
    for (const name of schemas.keys()) {
      if (!(name in facts)) this.#tally.invented.push(`${place}.${name}`);
    }
    for (const [name, fact] of Object.entries(facts)) {
      const schema = schemas.get(name);
      const at = `${place}.${name}`;
      this.#note("presence", schema !== undefined, at);
      if (!schema) continue;
      const isRequired = this.#side === "object" ? !fact.optional : fact.required === true;
      this.#note("requiredness", required.has(name) === isRequired, at);
      this.value(fact, schema, at);
    }
  }

  value(fact: Fact, schema: JsonSchema, at: string): void {
    const shape = shapeOf(schema, this.#document);
    this.#note("nullability", shape.isNullable === (fact.nullable === true), at);
    const isCleared = fact.type === "map" || shape.isEmptyable === (fact.emptyable === true);
    const matches = this.#matches(fact, shape.alternatives, shape.isExpandable, at);
    this.#note("type", matches && isCleared, `${at}: ${fact.type}`);
  }

  #note(aspect: Aspect, isEqual: boolean, at: string): void {
    this.#tally.counted[aspect] += 1;
    if (!isEqual) this.#tally.differing[aspect].push(at);
  }

  #matches(fact: Fact, all: readonly JsonSchema[], isExpandable: boolean, at: string): boolean {
    if (fact.type === "ref") return this.#matchesReference(fact, all, isExpandable);
    if (fact.type === "union") return this.#matchesUnion(fact.anyOf ?? [], all, at);
    if (fact.type === "any") return true;
    const [schema] = all;
    return schema !== undefined && all.length === 1 && this.#matchesOne(fact, schema, at);
  }

  // Which variant a fact speaks of shows in the comparison: it is the one that differs least.
  #matchesUnion(facts: readonly Fact[], all: readonly JsonSchema[], at: string): boolean {
    return facts.every((fact) => {
      const tried = all.flatMap((schema) => {
        const tally = newTally();
        const comparison = new Comparison(this.#document, tally, this.#side);
        return comparison.#matchesOne(fact, schema, at) ? [tally] : [];
      });
      const [best] = tried.sort((a, b) => differences(a) - differences(b));
      if (best) addTo(this.#tally, best);
      return best !== undefined;
    });
  }

  #matchesOne(fact: Fact, schema: JsonSchema, at: string): boolean {
    if (typeOf(schema) !== (JSON_TYPE[fact.type] ?? typeof fact.value)) return false;
    switch (fact.type) {
      case "enum":
        return this.#matchesEnum(fact, schema, at);
      case "const":
        return schema["const"] === fact.value;
      case "array":
        this.value(fact.items ?? { type: "any" }, objectAt(schema["items"]), `${at}[]`);
        return true;
      case "map":
        return "additionalProperties" in schema;
      case "object":
        return this.#matchesObject(fact, schema, at);
      case "list":
      case "search_result":
        return wireName(schema, this.#document) === fact.type;
      default:
        return enumOf(schema) === undefined && sameFormat(fact.format, schema);
    }
  }

  #matchesEnum(fact: Fact, schema: JsonSchema, at: string): boolean {
    const wanted = [...(fact.enum ?? [])].sort().join();
    const found = (enumOf(schema) ?? []).map(String).sort().join();
    this.#note("enum", wanted === found, at);
    return true;
  }

  #matchesObject(fact: Fact, schema: JsonSchema, at: string): boolean {
    if (fact.collapsed || !fact.fields) return true;
    const { schemas, required } = propertiesOf(schema, this.#document);
    this.fields(fact.fields, schemas, required, at);
    return true;
  }

  #matchesReference(fact: Fact, all: readonly JsonSchema[], isExpandable: boolean): boolean {
    const hasId = all.some((schema) => typeOf(schema) === "string");
    if (hasId !== (fact.expandable === true) || isExpandable !== hasId) return false;
    const objects = all.filter((schema) => typeOf(schema) === "object");
    const whole = objects.filter((schema) => !isDeletedForm(schema, this.#document));
    const names = new Set(whole.map((schema) => wireName(schema, this.#document)));
    // Objects that the inventory only names have no shape in the spec either.
    const wanted = [fact.ref ?? []].flat();
    const isKnown = wanted.every((name) => names.has(name) || names.has(undefined));
    return isKnown && (!fact.deletable || objects.length > whole.length || names.has(undefined));
  }
}

function differences({ differing, invented }: Tally): number {
  return ASPECTS.reduce((sum, aspect) => sum + differing[aspect].length, invented.length);
}

function addTo(all: Tally, one: Tally): void {
  for (const aspect of ASPECTS) {
    all.counted[aspect] += one.counted[aspect];
    all.differing[aspect].push(...one.differing[aspect]);
  }
  all.invented.push(...one.invented);
}

const JSON_TYPE: Readonly<Record<string, string>> = {
  string: "string",
  enum: "string",
  integer: "integer",
  number: "number",
  boolean: "boolean",
  array: "array",
  map: "object",
  object: "object",
  list: "object",
  search_result: "object",
};

function sameFormat(format: string | undefined, schema: JsonSchema): boolean {
  const found = schema["format"];
  // The inventory leaves the format of most bounds open, where the spec says that they are times.
  if (format === undefined) return found === undefined || found === "unix-time";
  return format.startsWith("country-") ? "pattern" in schema : found === format;
}
