import { isSame, type JsonObject, member, objectOf, putIn, withMembers } from "../json.ts";
import { objectOf as objectSchema } from "../plan/answers.ts";
import type { Collection, Move } from "../plan/api-plan.ts";
import { plainName } from "../plan/paths.ts";
import { fit } from "../schema/fit.ts";
import type { Stored } from "../state/store.ts";
import { answerWith } from "./answer.ts";
import { atClock, checkClock } from "./clock.ts";
import { timeFor, UPDATED } from "./compose.ts";
import { type Parts, partsOf, withPart } from "./parts.ts";
import { makeObject } from "./create.ts";
import {
  type Call,
  checkParents,
  collectionOf,
  type Effect,
  findObject,
  requireObject,
  type World,
} from "./world.ts";

/** Puts what was given over what is there. The same once more changes nothing. */
export function update(call: Call, world: World): Effect {
  const collection = collectionOf(call, world);
  const { deed } = call.plan;
  if (deed.kind === "update" && deed.upserts) {
    checkParents(call, world);
    const id = call.id ?? "";
    if (!findObject(collection.id, id, call.parents, world)) {
      const stored = makeObject(call, collection, id, world);
      return {
        body: answerWith(call, stored, world),
        puts: [stored],
        happened: [{ verb: "created", stored }],
      };
    }
  }
  const parts = partsOf(call, world);
  const part = parts?.items.find(({ id }) => id === call.id);
  if (parts && part) return partChanged(call, parts, part, world);
  const before = requireObject(call, world);
  checkClock(call, before, world);
  const own = atClock(before.value, world);
  return changed(call, before, merged(before, call.given, collection, own), "updated", own);
}

function partChanged(call: Call, parts: Parts, part: Stored, world: World): Effect {
  const after = merged(part, call.given, collectionOf(call, world), world);
  const { body, puts = [] } = changed(call, part, after, "updated", world);
  const holders = puts.map((one) => withPart(parts, one));
  const before = parts.holder.value;
  return {
    body,
    puts: holders,
    happened: holders.map((stored) => ({ verb: "updated", stored, before })),
  };
}

/** Moves the state of an object as the name of the operation says, and puts what was given over it. */
export function act(call: Call, outer: World): Effect {
  const before = requireObject(call, outer);
  checkClock(call, before, outer);
  const world = atClock(before.value, outer);
  const collection = collectionOf(call, world);
  const { deed } = call.plan;
  if (deed.kind !== "act") throw new Error(`${call.plan.operation.id} is no action.`);
  const after = merged(before, call.given, collection, world);
  const moved = deed.moves.reduce(
    (value, move) => moveValue(value, move, collection, world),
    after,
  );
  return changed(call, before, moved, deed.verb, world);
}

/** The object after a change, as effect; where nothing is different, nothing happened. */
export function changed(
  call: Call,
  before: Stored,
  value: JsonObject,
  verb: string,
  world: World,
): Effect {
  const collection = collectionOf(call, world);
  const isUnchanged = isSame(value, before.value);
  const stored: Stored = isUnchanged
    ? before
    : { ...before, value: touched(value, collection, world) };
  return {
    body: answerWith(call, stored, world),
    ...(!isUnchanged && { puts: [stored], happened: [{ verb, stored, before: before.value }] }),
  };
}

export function merged(
  before: Stored,
  given: JsonObject,
  collection: Collection,
  world: World,
): JsonObject {
  const object = collection.schema && objectSchema(collection.schema, world.schemas);
  if (!object || object.properties.length === 0) return withMembers(before.value, given);
  const changes = object.properties
    .filter(({ name }) => name !== collection.idProperty && member(given, name) !== undefined)
    .flatMap(({ name, schema, required }): [string, unknown][] => {
      const value = fit(member(given, name), schema, member(before.value, name), world);
      if (value !== undefined) return [[name, value]];
      return member(given, name) === "" && !required ? [[name, undefined]] : [];
    });
  return withMembers(before.value, Object.fromEntries(changes));
}

function moveValue(
  value: JsonObject,
  { path, value: to }: Move,
  collection: Collection,
  world: World,
): JsonObject {
  const put = typeof to === "object" ? timeAt(path, collection, world) : to;
  if (put === undefined) return value;
  const moved = putIn(value, path, put);
  // A move was read from names alone: it counts only where the schema agrees.
  const isFine = !collection.schema || world.schemas.is(moved, collection.schema);
  return isFine || !world.schemas.is(value, collection.schema) ? moved : value;
}

function timeAt(path: readonly string[], { schema }: Collection, { schemas, now }: World): unknown {
  let at = schema;
  for (const key of path) {
    at = at && objectSchema(at, schemas)?.properties.find(({ name }) => name === key)?.schema;
  }
  return at && timeFor(at, now, schemas);
}

function touched(value: JsonObject, { schema }: Collection, { schemas, now }: World): JsonObject {
  const times = (schema && objectSchema(schema, schemas)?.properties) ?? [];
  const changes = times
    .filter(({ name }) => UPDATED.includes(plainName(name)) && member(value, name) !== undefined)
    .map(
      ({ name, schema: own }) => [name, timeFor(own, now, schemas) ?? member(value, name)] as const,
    );
  return changes.length === 0 ? value : withMembers(value, objectOf(changes));
}
