import { HttpError } from "@specwright/runtime/server";
import { type JsonObject, member } from "../json.ts";
import type { ClockPlan } from "../plan/api-plan.ts";
import { plainName, singularName } from "../plan/paths.ts";
import type { Stored } from "../state/store.ts";
import { type Call, idOf, type World } from "./world.ts";

/**
 * The world at the time that an object lives in: that of its test clock, where it has one, else of the clock of an object
 * that it belongs to, such as its customer.
 */
export function atClock(value: JsonObject, world: World): World {
  const clock = clockOf(value, world, 2);
  const now = clock && secondsOf(member(clock.value, world.plan.clocks?.time ?? ""));
  return now === undefined ? world : { ...world, now };
}

function clockOf(value: JsonObject, world: World, depth: number): Stored | undefined {
  const { clocks } = world.plan;
  if (!clocks || depth === 0) return undefined;
  const [any] = world.store.newest(clocks.collection);
  if (!any) return undefined;
  const references = Object.entries(value).flatMap(([name, held]) => {
    const id = idOf(held);
    return id === undefined ? [] : [{ name: plainName(name), id }];
  });
  const own = references.find(({ name }) => clocks.words.includes(name));
  if (own) return there(clocks.collection, own.id, world);
  for (const { name, id } of references) {
    for (const collection of clocks.byNoun.get(singularName(name)) ?? []) {
      const owner = there(collection, id, world);
      const clock = owner && clockOf(owner.value, world, depth - 1);
      if (clock) return clock;
    }
  }
  return undefined;
}

function there(collection: string, id: string, { store }: World): Stored | undefined {
  return store.byId(collection, id).find(({ isDeleted }) => !isDeleted);
}

/** Seconds since 1970 of a time as APIs write it. */
function secondsOf(time: unknown): number | undefined {
  const seconds = typeof time === "string" ? Date.parse(time) / 1000 : time;
  return typeof seconds === "number" && Number.isFinite(seconds) ? seconds : undefined;
}

/** Time goes on and never back. @throws {HttpError} 400 for a clock that is told otherwise. */
export function checkClock(call: Call, before: Stored, { plan: { clocks } }: World): void {
  if (before.collection !== clocks?.collection) return;
  const wanted = secondsOf(member(call.given, clocks.time));
  const present = secondsOf(member(before.value, clocks.time));
  if (wanted === undefined || present === undefined || wanted >= present) return;
  throw new HttpError(400, {
    message: "A clock cannot be put back.",
    code: "parameter_invalid",
    param: clocks.time,
  });
}

/** What belongs to a clock, and is gone with it. */
export function heldBy(clock: Stored, { plan, store }: World): readonly Stored[] {
  const { clocks } = plan;
  if (clock.collection !== clocks?.collection) return [];
  return heldIn(clocks, clock.id, store);
}

function heldIn({ holders }: ClockPlan, id: string, store: World["store"]): readonly Stored[] {
  return [...holders].flatMap(([collection, property]) =>
    [...store.newest(collection, { hints: [{ key: property, text: id }] })].filter(
      ({ value }) => idOf(member(value, property)) === id,
    ),
  );
}
