import type { Schemas } from "../schema/schemas.ts";
import { objectOf } from "./answers.ts";
import type { ClockPlan, Collection, OperationPlan } from "./api-plan.ts";
import { grouped } from "./groups.ts";
import { plainName, singularName } from "./paths.ts";

/** What an API may call a clock that tests set: the last word of its path. */
const CLOCKS = ["testclock", "clock", "simulatedclock", "virtualclock", "timemachine"];

/** What a clock may call the time that it shows; the likeliest first. */
const TIMES = ["frozentime", "simulatedtime", "currenttime", "now", "time"];

/** The clocks of an API that tests set, where it has any. */
export function clockPlan(
  collections: ReadonlyMap<string, Collection>,
  schemas: Schemas,
): ClockPlan | undefined {
  for (const collection of collections.values()) {
    const noun = nounOf(collection);
    const names = namesOf(collection, schemas);
    const time = TIMES.flatMap((word) => names.find((name) => plainName(name) === word) ?? [])[0];
    if (!CLOCKS.includes(noun) || time === undefined || !collection.isCreatable) continue;
    const words = [noun, `${noun}id`];
    const holders = [...collections.values()].flatMap((one) => {
      const property = namesOf(one, schemas).find((name) => words.includes(plainName(name)));
      return property === undefined ? [] : [[one.id, property] as const];
    });
    const byNoun = grouped([...collections.keys()], (id) =>
      singularName(id.split("/").at(-1) ?? ""),
    );
    return { collection: collection.id, time, words, holders: new Map(holders), byNoun };
  }
  return undefined;
}

function nounOf({ id }: Collection): string {
  return singularName(id.split("/").at(-1) ?? "");
}

function namesOf({ schema }: Collection, schemas: Schemas): readonly string[] {
  return (schema && objectOf(schema, schemas)?.properties.map(({ name }) => name)) ?? [];
}

/** A clock stands still again at once, where an API may answer that it is on its way: no state says that it moves. */
export function standingStill(plan: OperationPlan, clocks: ClockPlan | undefined): OperationPlan {
  const { deed, collection } = plan;
  return deed.kind === "act" && collection === clocks?.collection
    ? { ...plan, deed: { ...deed, moves: [] } }
    : plan;
}
