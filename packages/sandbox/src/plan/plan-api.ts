import type { ApiModel, Operation, Schema, SpecExamples } from "@specwright/generator/reading";
import { isObject, type JsonObject, member } from "../json.ts";
import type { Schemas } from "../schema/schemas.ts";
import type { ApiPlan, Collection, OperationPlan, TakenValue } from "./api-plan.ts";
import { objectOf } from "./answers.ts";
import { completeDeed, type DeedRead, readDeed } from "./deeds.ts";
import { withBeginning } from "./beginning.ts";
import { clockPlan, standingStill } from "./clocks.ts";
import { grouped } from "./groups.ts";
import { planEvents } from "./events.ts";
import { idForm, idProperty, objectName } from "./identity.ts";
import { listPlan } from "./lists.ts";
import { keyOf, parentSteps, tenantsOf } from "./parents.ts";
import { plainName } from "./paths.ts";
import { readOperations, type Reading, type Readings } from "./reading.ts";

/** A document without examples. */
export const NO_EXAMPLES: SpecExamples = { operations: {}, schemas: {} };

interface Read {
  readonly reading: Reading;
  readonly deed: DeedRead;
}

/** Reads from a model what each operation does, and what the API keeps. */
export function planApi(model: ApiModel, examples: SpecExamples, schemas: Schemas): ApiPlan {
  const readings = readOperations(model, schemas);
  const reads = readings.all.map((reading) => ({
    reading,
    deed: readDeed(reading, readings, schemas),
  }));
  const byCollection = grouped(reads, ({ deed }) => deed.collection);
  const known = new Map(
    [...byCollection].map(([id, own]) => [id, collectionOf(id, own, examples, schemas)]),
  );
  const tenants = tenantsOf(readings);
  const operations = reads.map((read) =>
    operationPlan(read, readings, known, tenants, examples, schemas),
  );
  const collections = new Map(
    [...known].map(([id, collection]) => [id, withBeginning(collection, operations, schemas)]),
  );
  const clocks = clockPlan(collections, schemas);
  return {
    operations: operations.map((operation) => standingStill(operation, clocks)),
    collections,
    events: planEvents(model, collections, schemas),
    ...(clocks && { clocks }),
  };
}

function collectionOf(
  id: string,
  reads: readonly Read[],
  examples: SpecExamples,
  schemas: Schemas,
): Collection {
  const rank = ["retrieve", "create", "list", "update", "read-single", "act"];
  const withSchema = reads
    .filter(({ reading, deed }) => reading.answer.entity && rank.includes(deed.kind))
    .sort((a, b) => rank.indexOf(a.deed.kind) - rank.indexOf(b.deed.kind));
  const { entity: schema, name } = withSchema[0]?.reading.answer ?? {};
  const items = reads.filter(({ deed, reading }) => reading.parts.isItem && deed.kind !== "list");
  const parameter = items[0]?.reading.parts.parameters.at(-1)?.name;
  const inPath = items[0]?.reading.operation.parameters.find(
    (one) => one.in === "path" && one.name === parameter,
  );
  const idKey = idProperty(schema, parameter, id, schemas);
  const held = schema && objectOf(schema, schemas)?.properties.find((one) => one.name === idKey);
  const example = shownObject(withSchema, name, examples);
  const object = objectName(schema, schemas);
  return {
    id,
    idProperty: idKey,
    ids: idForm(held?.schema, inPath?.schema, member(example, idKey), object, schemas),
    isCreatable: reads.some(({ deed }) => deed.kind === "create"),
    hasItems: items.length > 0,
    ...(schema && { schema }),
    ...(name !== undefined && { name }),
    ...(example && { example }),
  };
}

/** An object as an answer shows it, else as its schema does. */
function shownObject(
  reads: readonly Read[],
  name: string | undefined,
  examples: SpecExamples,
): JsonObject | undefined {
  for (const { reading } of reads) {
    const shown = shownAnswer(reading.operation, examples);
    const { wrapper, items } = reading.answer;
    const inner = wrapper === undefined ? shown : member(shown, wrapper);
    const whole = items
      ? items.reduce<unknown>((holder, key) => member(holder, key), shown)
      : inner;
    const object: unknown = Array.isArray(whole) ? whole[0] : whole;
    if (isObject(object)) return object;
  }
  const found = Object.entries(examples.schemas).find(
    ([key]) => plainName(key) === plainName(name ?? ""),
  );
  return isObject(found?.[1]) ? found[1] : undefined;
}

function shownAnswer({ method, path, success = "" }: Operation, examples: SpecExamples): unknown {
  return member(examples.operations, `${method} ${path}`) === undefined
    ? undefined
    : examples.operations[`${method} ${path}`]?.responses[success]?.[0];
}

function operationPlan(
  { reading, deed: read }: Read,
  readings: Readings,
  collections: ReadonlyMap<string, Collection>,
  tenants: ReadonlySet<string>,
  examples: SpecExamples,
  schemas: Schemas,
): OperationPlan {
  const { operation, answer, parts } = reading;
  const collection = collections.get(read.collection);
  const shown = shownAnswer(operation, examples);
  const { wrapper } = answer;
  const object = wrapper === undefined ? shown : member(shown, wrapper);
  const entity = {
    schema: collection?.schema ?? answer.entity,
    shown: object,
    isCreatable: collection?.isCreatable ?? false,
  };
  const idName =
    read.idAt === undefined
      ? undefined
      : parts.parameters.findLast(({ at }) => at === read.idAt)?.name;
  const deed =
    read.kind === "list"
      ? {
          kind: "list" as const,
          list: listPlan(operation, answer, collection?.idProperty ?? "id", schemas),
        }
      : completeDeed(read, reading, entity, schemas);
  const requestWrapper = requestWrapperOf(operation, wrapper, schemas);
  const embedded = embeddedName(reading, collection);
  return {
    operation,
    deed,
    collection: read.collection,
    parents: parentSteps(reading, read.idAt, readings, collections, tenants),
    takes: takenValues(operation, requestWrapper, schemas),
    ...(embedded !== undefined && { embedded }),
    ...(idName !== undefined && { idKey: keyOf(operation, idName) }),
    ...(answer.schema && { answer: answer.schema }),
    ...(wrapper !== undefined && { wrapper }),
    ...(requestWrapper !== undefined && { requestWrapper }),
    ...(shown !== undefined && { example: shown }),
  };
}

/** Parts that nothing makes are kept in the object that holds them. */
function embeddedName({ parts }: Reading, collection: Collection | undefined): string | undefined {
  const segments = parts.isItem ? parts.segments.slice(0, -1) : parts.segments;
  if (collection?.isCreatable || !segments.at(-2)?.includes("{}")) return undefined;
  return segments.at(-1);
}

/** `{ "user": { "email": … } }`, where the answer wraps the object too. */
function requestWrapperOf(
  { requestBody }: Operation,
  wrapper: string | undefined,
  schemas: Schemas,
): string | undefined {
  const schema = requestBody?.content[0]?.schema;
  const object = schema && objectOf(schema, schemas);
  const [only] = object?.properties ?? [];
  return wrapper !== undefined && object?.properties.length === 1 && only?.name === wrapper
    ? wrapper
    : undefined;
}

function takenValues(
  { requestBody, parameters }: Operation,
  wrapper: string | undefined,
  schemas: Schemas,
): ReadonlyMap<string, TakenValue> {
  const whole = requestBody?.content[0]?.schema;
  const inner =
    wrapper === undefined ? whole : objectOf(whole ?? UNKNOWN, schemas)?.properties[0]?.schema;
  const properties = (inner && objectOf(inner, schemas)?.properties) ?? [];
  const query = parameters.filter((parameter) => parameter.in === "query");
  const taken = [
    ...properties.map(
      ({ name, schema, docs }) => [name, schema, docs.default ?? schema.docs.default] as const,
    ),
    ...query.map(
      ({ key, schema, docs }) => [key, schema, docs.default ?? schema.docs.default] as const,
    ),
  ];
  return new Map(
    taken.map(([name, schema, text]) => {
      const value = text === undefined ? undefined : parsed(text);
      return [name, { schema, ...(value !== undefined && { value }) }];
    }),
  );
}

const UNKNOWN: Schema = { kind: "unknown", nullable: false, docs: {} };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
