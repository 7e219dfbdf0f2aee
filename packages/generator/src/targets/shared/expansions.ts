import type {
  ApiModel,
  NamedSchema,
  ObjectSchema,
  Operation,
  Property,
  Schema,
  SchemaId,
} from "../../model/api-model.ts";
import { propertyKey } from "./literals.ts";
import { answerMedia } from "./operation-parts.ts";
import type { TypeContext } from "./type-text.ts";

type Schemas = ReadonlyMap<SchemaId, NamedSchema>;

/** An object that a schema leads to: a named one, or one that is printed where it is used. */
type Part =
  | { readonly id: SchemaId; readonly object: ObjectSchema }
  | { readonly id?: undefined; readonly object: ObjectSchema };

/** What a call may ask for in one property. */
export interface ExpandsEntry {
  /** As it stands in front of the colon. */
  readonly key: string;
  /** `Expandable` or `Holding`. */
  readonly kind: "Expandable" | "Holding";
  /** What may be asked for in there, as types. */
  readonly inside: readonly string[];
}

const known = new WeakMap<Schemas, ReadonlySet<SchemaId>>();

/** Named objects in which a call may ask for whole objects in the place of ids. */
function expandingSchemas(schemas: Schemas): ReadonlySet<SchemaId> {
  const found = known.get(schemas) ?? findExpanding(schemas);
  known.set(schemas, found);
  return found;
}

// What is found leads to more, upwards: each schema is looked at once, however long the way.
function findExpanding(schemas: Schemas): ReadonlySet<SchemaId> {
  const above = new Map<SchemaId, SchemaId[]>();
  const found = new Set<SchemaId>();
  for (const [id, { schema }] of schemas) {
    if (schema.kind !== "object") continue;
    if (hasEntries(schema, NONE, schemas)) found.add(id);
    for (const part of namedParts(schema, schemas)) {
      const holders = above.get(part);
      if (holders) holders.push(id);
      else above.set(part, [id]);
    }
  }
  // A set hands out what is added while it is walked.
  for (const id of found) for (const holder of above.get(id) ?? []) found.add(holder);
  return found;
}

const NONE: ReadonlySet<SchemaId> = new Set();

/** The named objects that the properties of an object lead to, those of objects without a name included. */
function namedParts(object: ObjectSchema, schemas: Schemas): SchemaId[] {
  return object.properties.flatMap((property) =>
    partsOf(property.schema, schemas).flatMap((part) =>
      part.id === undefined ? namedParts(part.object, schemas) : part.id,
    ),
  );
}

function hasEntries(object: ObjectSchema, found: ReadonlySet<SchemaId>, schemas: Schemas): boolean {
  return object.properties.some((property) => {
    const parts = partsOf(property.schema, schemas);
    return property.expandable
      ? parts.length > 0
      : parts.some((part) => leads(part, found, schemas));
  });
}

function leads(part: Part, found: ReadonlySet<SchemaId>, schemas: Schemas): boolean {
  return part.id === undefined ? hasEntries(part.object, found, schemas) : found.has(part.id);
}

/** The objects that the values of a schema are, or hold as items; each once, however many ways lead there. */
function partsOf(schema: Schema, schemas: Schemas): Part[] {
  const parts: Part[] = [];
  const seen = new Set<SchemaId>();
  const waiting = [schema];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.kind === "object") parts.push({ object: next });
    if (next.kind !== "reference") {
      for (const inner of heldBy(next).toReversed()) waiting.push(inner);
      continue;
    }
    const { schema: id } = next;
    const content = seen.has(id) ? undefined : schemas.get(id)?.schema;
    seen.add(id);
    if (content?.kind === "object") parts.push({ id, object: content });
    else if (content) waiting.push(content);
  }
  return parts;
}

function heldBy(schema: Schema): readonly Schema[] {
  if (schema.kind === "array") return [schema.items];
  if (schema.kind === "union") return schema.variants;
  return schema.kind === "intersection" ? schema.parts : [];
}

/** What a call may ask for in an object, by property. */
export function expandsEntries(
  { properties }: ObjectSchema,
  context: TypeContext,
): readonly ExpandsEntry[] {
  return properties
    .filter(({ absent }) => !absent)
    .flatMap((property) => entryOf(property, context) ?? []);
}

function entryOf(property: Property, context: TypeContext): ExpandsEntry | undefined {
  const isId = property.expandable && partsOf(property.schema, context.schemas).length > 0;
  const inside = insideOf(property.schema, context);
  if (!isId && inside.length === 0) return undefined;
  return {
    key: propertyKey(property.name),
    kind: isId ? "Expandable" : "Holding",
    inside,
  };
}

/** The types of what may be asked for in the values of a schema; empty where that is nothing. */
export function insideOf(schema: Schema, context: TypeContext): readonly string[] {
  const { schemas } = context;
  const found = expandingSchemas(schemas);
  const parts = partsOf(schema, schemas).filter((part) => leads(part, found, schemas));
  return [...new Set(parts.map((part) => partText(part, context)))];
}

function partText(part: Part, context: TypeContext): string {
  const { names, imports, schemas } = context;
  if (part.id === undefined) {
    const entries = expandsEntries(part.object, context).map(
      (entry) => `${entry.key}: ${entryText(entry, context)}`,
    );
    return `{ ${entries.join("; ")} }`;
  }
  const owner = schemas.get(part.id)?.owner ?? "shared";
  const path = names.schemaFile(owner);
  return imports.type(names.expands(part.id), { target: "schemas", path });
}

/** How many types an entry takes; more stand together in the last. */
const MOST = 5;

/** `Expandable<CustomerExpands>` */
function entryText({ kind, inside }: ExpandsEntry, { imports }: TypeContext): string {
  const name = imports.runtimeType(kind);
  return inside.length === 0 ? name : `${name}<${entryArguments(inside).join(", ")}>`;
}

function entryArguments(inside: readonly string[]): readonly string[] {
  const others = inside.slice(MOST - 1);
  return others.length < 2 ? inside : [...inside.slice(0, MOST - 1), others.join(" & ")];
}

/** An entry as it stands in an interface, broken where it is long. */
export function entryLine(entry: ExpandsEntry, context: TypeContext): string {
  const type = entryText(entry, context);
  const isLong = `  ${entry.key}: ${type};`.length > 100;
  // Prettier leaves a single argument where it is.
  if (!isLong || entry.inside.length < 2) return type;
  const lines = entryArguments(entry.inside).map((one) => `    ${one}`);
  return `${entry.kind}<\n${lines.join(",\n")}\n  >`;
}

/**
 * The schema of what an operation gives, where its parameter `expand` asks for whole objects in the place of ids, and where
 * there are any.
 */
export function expandedAnswer(operation: Operation, schemas: Schemas): Schema | undefined {
  const [media, other] = answerMedia(operation);
  if (other || media?.kind !== "json" || !media.schema || !takesPaths(operation, schemas)) {
    return undefined;
  }
  const found = expandingSchemas(schemas);
  const isThere = partsOf(media.schema, schemas).some((part) => leads(part, found, schemas));
  // Paths begin with a property.
  const isList = contentOf(media.schema, schemas)?.kind === "array";
  return isThere && !isList ? media.schema : undefined;
}

function takesPaths({ params }: Operation, schemas: Schemas): boolean {
  const schema = params && schemas.get(params.schema)?.schema;
  if (schema?.kind !== "object") return false;
  const expand = schema.properties.find(({ name }) => name === "expand");
  const list = expand && contentOf(expand.schema, schemas);
  return list?.kind === "array" && contentOf(list.items, schemas)?.kind === "string";
}

function contentOf(schema: Schema, schemas: Schemas): Schema | undefined {
  const seen = new Set<SchemaId>();
  let content: Schema | undefined = schema;
  while (content?.kind === "reference" && !seen.has(content.schema)) {
    seen.add(content.schema);
    content = schemas.get(content.schema)?.schema;
  }
  return content?.kind === "reference" ? undefined : content;
}

/** The named objects whose entries somebody may ask for: those of answers, and what these lead to. */
export function expandedSchemas(model: ApiModel, schemas: Schemas): ReadonlySet<SchemaId> {
  const operations = model.resources.flatMap((resource) => resource.operations);
  const found = expandingSchemas(schemas);
  const wanted = new Set<SchemaId>();
  const waiting = operations.flatMap((operation) => expandedAnswer(operation, schemas) ?? []);
  for (let schema = waiting.pop(); schema; schema = waiting.pop()) {
    for (const part of partsOf(schema, schemas)) {
      if (part.id !== undefined && (wanted.has(part.id) || !found.has(part.id))) continue;
      if (part.id !== undefined) wanted.add(part.id);
      waiting.push(...part.object.properties.map((property) => property.schema));
    }
  }
  return wanted;
}
