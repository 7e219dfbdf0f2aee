import { HttpError } from "@specwright/runtime/server";
import { isObject, member } from "../json.ts";
import { sample } from "../schema/minimal.ts";
import type { Stored } from "../state/store.ts";
import { answerWith } from "./answer.ts";
import { composeObject } from "./compose.ts";
import { newId } from "./create.ts";
import { hintOf, matches } from "./filter.ts";
import { firstOf } from "./source.ts";
import { removed } from "./remove.ts";
import { changed, merged } from "./update.ts";
import {
  type Call,
  checkParents,
  collectionOf,
  type Effect,
  findObject,
  isUnder,
  type World,
} from "./world.ts";

/** Objects without an id: settings, summaries, what belongs to one parent. Each is there from the start. */

export function readSingle(call: Call, world: World): Effect {
  checkParents(call, world);
  const stored = singleOf(call, world);
  return { body: answerWith(call, stored, world) };
}

export function writeSingle(call: Call, world: World): Effect {
  checkParents(call, world);
  const before = singleOf(call, world);
  const effect = changed(
    call,
    before,
    merged(before, call.given, collectionOf(call, world), world),
    "updated",
    world,
  );
  return effect.puts ? effect : { ...effect, puts: [before] };
}

export function deleteSingle(call: Call, world: World): Effect {
  checkParents(call, world);
  const effect = removed(call, singleOf(call, world), world);
  // The next look finds it as at first.
  return {
    ...effect,
    body: call.plan.answer && sample(call.plan.answer, world.schemas, call.plan.example),
  };
}

function singleOf(call: Call, world: World): Stored {
  const collection = collectionOf(call, world);
  const kept = findObject(collection.id, "", call.parents, world);
  if (kept) return kept;
  const value = collection.schema
    ? sample(collection.schema, world.schemas, collection.example)
    : {};
  return {
    collection: collection.id,
    id: "",
    parents: call.parents,
    sequence: 0,
    value: isObject(value) ? value : {},
    isDeleted: false,
  };
}

/** One object by its properties, for an operation that has no id: the newest that has all of them. */
export function find(call: Call, world: World): Effect {
  checkParents(call, world);
  const collection = collectionOf(call, world);
  const { deed } = call.plan;
  if (deed.kind !== "find") throw new Error(`${call.plan.operation.id} finds nothing.`);
  const keys = Object.keys(call.params).filter((key) => key !== "expand");
  const hints = keys.flatMap((key) => hintOf(key, member(call.params, key)));
  const found = firstOf(
    world.store.newest(collection.id, { hints, under: call.parents }),
    (stored) =>
      isUnder(stored, call.parents) &&
      keys.every((key) => matches(stored.value, key, member(call.params, key))),
  );
  if (found)
    return deed.removes ? removed(call, found, world) : { body: answerWith(call, found, world) };
  if (deed.mustExist)
    throw new HttpError(404, { message: "There is no such object.", code: "resource_missing" });
  return make(call, world);
}

/** An answer of which nothing is kept. */
export function make(call: Call, world: World): Effect {
  checkParents(call, world);
  const { answer, example, takes } = call.plan;
  if (!answer) return {};
  const { schemas, now } = world;
  const collection = collectionOf(call, world);
  const hasId = member(example, "id") !== undefined && call.plan.operation.method !== "GET";
  const settled =
    hasId && collection.ids.kind === "text" ? { id: newId(collection, [], world) } : {};
  const made = composeObject(answer, { schemas, now, given: call.given, example, takes, settled });
  return { body: schemas.is(made, answer) ? made : sample(answer, schemas, example) };
}
