import type {
  ApiModel,
  MediaType,
  NamedSchema,
  ObjectSchema,
  Schema,
  SchemaId,
  UnionSchema,
} from "../../model/api-model.ts";
import { references } from "../../model/references.ts";
import { byOwner } from "../shared/by-owner.ts";
import type { Imports } from "../shared/imports.ts";
import { SourceText, valueText } from "../shared/layout.ts";
import { schemaMap } from "../shared/operation-parts.ts";
import type { TypeContext } from "../shared/type-text.ts";

/** What `operations/wires` prints: where in a value stands what JSON has another form for. */
export type WiresView = {
  readonly wires: readonly { readonly name: string; readonly value: string }[];
};

interface WiresUnit {
  readonly path: string;
  readonly view: WiresView;
  readonly imports: Imports;
}

/** A wire as data; names of others stand in it as source text. */
type WireData = string | object;

/** The schemas that hold, themselves or in what they refer to, a value that JSON has another form for. */
function holdingSchemas(schemas: readonly NamedSchema[]): ReadonlySet<SchemaId> {
  const holders = new Map<SchemaId, SchemaId[]>();
  const waiting: SchemaId[] = [];
  for (const { id, schema } of schemas) {
    for (const part of references(schema)) holders.set(part, [...(holders.get(part) ?? []), id]);
    if (JSON.stringify(schema).includes('"held":')) waiting.push(id);
  }
  const found = new Set(waiting);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const holder of holders.get(id) ?? []) {
      if (!found.has(holder)) waiting.push(holder);
      found.add(holder);
    }
  }
  return found;
}

/** Wires of what JSON bodies are made of: one file per owner. */
export class Wires {
  readonly #holding: ReadonlySet<SchemaId>;
  readonly #schemas: ReadonlyMap<SchemaId, NamedSchema>;
  readonly #model: ApiModel;

  constructor(model: ApiModel) {
    this.#model = model;
    this.#schemas = schemaMap(model.schemas);
    this.#holding = holdingSchemas(model.schemas);
  }

  *units(
    collect: (path: string) => Imports,
    shared: Omit<TypeContext, "imports">,
  ): Iterable<WiresUnit> {
    const wanted = this.#reachable();
    for (const [owner, own] of byOwner(this.#model.schemas.filter(({ id }) => wanted.has(id)))) {
      const path = wirePath(owner, shared);
      const imports = collect(path);
      const context = { ...shared, imports };
      imports.runtimeType("Wire");
      const wires = own.map(({ id, schema }) => {
        const name = shared.names.wire(id);
        const before = `export const ${name}: Wire = `.length;
        return { name, value: valueText(this.#wire(schema, context) ?? {}, before, 1, 0) };
      });
      yield { path, view: { wires }, imports };
    }
  }

  /** `jsonCodec(couponWire)` for a media type that needs one; `undefined` for plain JSON. */
  codec(media: MediaType, context: TypeContext): SourceText | undefined {
    const wire = this.#wireOfMedia(media, context);
    if (wire === undefined) return undefined;
    const text =
      wire instanceof SourceText
        ? wire.text.replace(/^\(\) => /, "")
        : valueText(wire, Number.NEGATIVE_INFINITY, 0, 0);
    return new SourceText(`/* @__PURE__ */ ${context.imports.runtimeValue("jsonCodec")}(${text})`);
  }

  #wireOfMedia(
    { kind, schema, itemSchema, items }: MediaType,
    context: TypeContext,
  ): WireData | undefined {
    if (kind === "lines" || kind === "sequence" || kind === "events") {
      const item =
        items === "json-event" ? this.#dataOf(itemSchema) : (itemSchema ?? itemsOf(schema));
      return item && this.#wire(item, context);
    }
    return kind === "json" && schema ? this.#wire(schema, context) : undefined;
  }

  #dataOf(schema: Schema | undefined): Schema | undefined {
    const content =
      schema?.kind === "reference" ? this.#schemas.get(schema.schema)?.schema : schema;
    if (content?.kind !== "object") return undefined;
    return content.properties.find(({ name }) => name === "data")?.schema;
  }

  #wire(schema: Schema, context: TypeContext): WireData | undefined {
    if ("held" in schema && schema.held !== undefined) return schema.held;
    switch (schema.kind) {
      case "reference":
        return this.#named(schema.schema, context);
      case "array":
        return this.#array(schema.prefixItems ?? [], schema.items, context);
      case "object":
        return this.#object(schema, context);
      case "union":
        return this.#union(schema, context);
      case "intersection":
        return this.#all(schema.parts, context);
      default:
        return undefined;
    }
  }

  #named(id: SchemaId, context: TypeContext): WireData | undefined {
    const named = this.#schemas.get(id);
    if (!named || !this.#holding.has(id)) return undefined;
    if (!named.declared) return this.#wire(named.schema, context);
    const file = { target: "operations", path: wirePath(named.owner, context) };
    // Files of wires refer to each other in circles; a function waits until all are there.
    return new SourceText(`() => ${context.imports.value(context.names.wire(id), file)}`);
  }

  #array(first: readonly Schema[], items: Schema, context: TypeContext): WireData | undefined {
    const wires = first.map((item) => this.#wire(item, context) ?? null);
    const rest = this.#wire(items, context);
    return joined([
      wires.some((wire) => wire !== null) ? { first: wires } : undefined,
      rest === undefined ? undefined : { items: rest },
    ]);
  }

  #object(schema: ObjectSchema, context: TypeContext): WireData | undefined {
    const { properties, patternProperties = [], additionalProperties } = schema;
    const own = properties.flatMap(({ name, schema: part }) => {
      const wire = this.#wire(part, context);
      return wire === undefined ? [] : [[name, wire] as const];
    });
    const others = [
      ...patternProperties.map(({ schema: part }) => part),
      ...(typeof additionalProperties === "object" ? [additionalProperties] : []),
    ];
    const rest = this.#all(others, context);
    if (own.length === 0 && rest === undefined) return undefined;
    return { object: Object.fromEntries(own), ...(rest !== undefined && { rest }) };
  }

  #union({ discriminator, variants }: UnionSchema, context: TypeContext): WireData | undefined {
    if (!discriminator || discriminator.optional) return this.#all(variants, context);
    const wires = discriminator.mapping.flatMap(({ value, schema }) => {
      const wire = this.#named(schema, context);
      return wire === undefined ? [] : [[value, wire] as const];
    });
    return wires.length === 0
      ? undefined
      : { by: discriminator.property, wires: Object.fromEntries(wires) };
  }

  #all(parts: readonly Schema[], context: TypeContext): WireData | undefined {
    return joined(parts.map((part) => this.#wire(part, context)));
  }

  #reachable(): ReadonlySet<SchemaId> {
    const found = new Set<SchemaId>();
    const waiting = this.#model.resources
      .flatMap(({ operations }) => operations)
      .flatMap(({ requestBody, responses }) => [
        ...(requestBody?.content ?? []),
        ...responses.flatMap(({ content }) => content),
      ])
      .flatMap(({ schema, itemSchema }) => [schema, itemSchema])
      .flatMap((schema) => (schema ? references(schema) : []));
    const seen = new Set<SchemaId>();
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const named = this.#schemas.get(id);
      if (!named || seen.has(id) || !this.#holding.has(id)) continue;
      seen.add(id);
      if (named.declared) found.add(id);
      waiting.push(...references(named.schema));
    }
    return found;
  }
}

function itemsOf(schema: Schema | undefined): Schema | undefined {
  return schema?.kind === "array" ? schema.items : undefined;
}

/** What holds of a value at once; one that is said twice counts once. */
function joined(wires: readonly (WireData | undefined)[]): WireData | undefined {
  const known = new Map<string, WireData>();
  for (const wire of wires) if (wire !== undefined) known.set(JSON.stringify(wire), wire);
  const [only] = known.values();
  return known.size < 2 ? only : { all: [...known.values()] };
}

function wirePath(owner: string, { names }: Pick<TypeContext, "names">): string {
  return `wires/${names.schemaFile(owner)}`;
}
