import { member } from "../json.ts";
import type { World } from "./world.ts";

/**
 * The world at the time that an object lives in: that of its test clock, where it has one.
 *
 * @param clock Id of the clock: the property `test_clock`.
 */
export function atClock(clock: unknown, world: World): World {
  if (typeof clock !== "string") return world;
  const collections = [...world.plan.collections.keys()];
  const [held] = collections.flatMap((collection) => world.store.byId(collection, clock));
  const time = member(held?.value, "frozen_time");
  return typeof time === "number" ? { ...world, now: time } : world;
}
