import { HttpError } from "@specwright/runtime/server";
import type { Schema } from "@specwright/generator/reading";
import { type JsonObject, member, objectOf, withMembers } from "../json.ts";
import { objectOf as objectSchema } from "../plan/answers.ts";
import type { Collection } from "../plan/api-plan.ts";
import { plainName } from "../plan/paths.ts";
import { matchingText } from "../schema/matching-text.ts";
import type { Stored } from "../state/store.ts";
import { answerWith, isObjectAnswer } from "./answer.ts";
import { atClock } from "./clock.ts";
import { composeObject } from "./compose.ts";
import {
  type Call,
  checkParents,
  collectionOf,
  type Effect,
  findObject,
  type World,
} from "./world.ts";

/** Makes an object and keeps it. */
export function create(call: Call, world: World): Effect {
  checkParents(call, world);
  const collection = collectionOf(call, world);
  const wanted = wantedId(call, collection, world);
  if (wanted !== undefined && findObject(collection.id, wanted, call.parents, world)) {
    throw new HttpError(400, {
      message: `There is already an object with the id "${wanted}".`,
      code: "resource_already_exists",
      param: collection.idProperty,
    });
  }
  const made = makeObject(call, collection, wanted, world);
  const body = answerWith(call, made, world);
  const stored = isObjectAnswer(call, world) ? made : asTold(made, body, collection, world);
  return { body, puts: [stored], happened: [{ verb: "created", stored }] };
}

/** The object with what a creation of another shape has told of it: so it must be found. */
function asTold(made: Stored, body: unknown, { schema }: Collection, { schemas }: World): Stored {
  const properties = (schema && objectSchema(schema, schemas)?.properties) ?? [];
  const told = properties
    .map(({ name, schema: own }) => ({ name, own, value: member(body, name) }))
    .filter(({ name, own, value }) => Object.hasOwn(made.value, name) && schemas.is(value, own));
  const changes = objectOf(told.map(({ name, value }) => [name, value]));
  return { ...made, value: withMembers(made.value, changes) };
}

// Only an id that the caller may choose: one that the request takes.
function wantedId(
  { given, plan }: Call,
  { idProperty, schema }: Collection,
  { schemas }: World,
): string | undefined {
  const value = plan.takes.has(idProperty) ? member(given, idProperty) : undefined;
  if (value === undefined || value === "" || value === null) return undefined;
  const described =
    schema && objectSchema(schema, schemas)?.properties.find(({ name }) => name === idProperty);
  return described && schemas.is(value, described.schema) ? String(value) : undefined;
}

/** @param wanted The id; absent where one is to be made. */
export function makeObject(
  call: Call,
  collection: Collection,
  wanted: string | undefined,
  world: World,
): Stored {
  const { schemas } = world;
  const schema = collection.schema ?? call.plan.answer ?? UNKNOWN;
  const id = wanted ?? newId(collection, call.parents, world);
  const parents = parentIds(call, schema, world);
  const value = composeObject(schema, {
    schemas,
    now: atClock({ ...call.given, ...parents }, world).now,
    given: call.given,
    example: shownObject(call, collection),
    takes: call.plan.takes,
    settled: {
      ...parents,
      ...beginning(call, collection, world),
      [collection.idProperty]: collection.ids.kind === "number" ? Number(id) : id,
    },
  });
  return {
    collection: collection.id,
    id,
    parents: call.parents,
    sequence: world.next("sequence"),
    value,
    isDeleted: false,
  };
}

const UNKNOWN: Schema = { kind: "unknown", nullable: false, docs: {} };

/** What the answer of this operation shows, else what the collection shows. */
function shownObject({ plan }: Call, collection: Collection): unknown {
  const own = plan.wrapper === undefined ? plan.example : member(plan.example, plan.wrapper);
  return member(own, collection.idProperty) === undefined ? collection.example : own;
}

export function newId(
  { ids, id: collection }: Collection,
  parents: readonly string[],
  world: World,
): string {
  switch (ids.kind) {
    case "number":
      return String(world.next(`ids ${JSON.stringify([collection, ...parents])}`));
    case "uuid":
      return world.random.uuid();
    case "pattern": {
      const pick = (signs: string): string =>
        signs.charAt(Math.floor(world.random.fraction() * signs.length));
      return matchingText(ids.pattern, { length: ids.length, pick }) ?? "";
    }
    case "text":
      return ids.prefix + world.random.letters(ids.length);
  }
}

function parentIds({ plan, parents }: Call, schema: Schema, { schemas }: World): JsonObject {
  const properties = objectSchema(schema, schemas)?.properties ?? [];
  return objectOf(
    plan.parents.flatMap((step, index) =>
      properties
        .filter(({ name }) => step.properties.includes(plainName(name)))
        .flatMap(({ name, schema: own }) => {
          const id = parents[index] ?? "";
          const value = [id, Number(id)].find((option) => schemas.is(option, own));
          return value === undefined ? [] : [[name, value] as const];
        }),
    ),
  );
}

/** The state that an object begins in: none that an action leads to. */
function beginning({ given }: Call, collection: Collection, { schemas }: World): JsonObject {
  return objectOf(
    Object.entries(collection.beginning ?? {}).filter(([name]) => {
      const schema =
        collection.schema &&
        objectSchema(collection.schema, schemas)?.properties.find((one) => one.name === name)
          ?.schema;
      return !(schema && schemas.is(member(given, name), schema));
    }),
  );
}
