import { isObject, member, withMembers } from "../json.ts";
import { sample } from "../schema/minimal.ts";
import type { Stored } from "../state/store.ts";
import { expand } from "./expand.ts";
import type { Call, World } from "./world.ts";

/** An object as the operation answers it: wrapped where the answer has it so, and expanded as asked for. */
export function answerWith(call: Call, { value }: Stored, world: World): unknown {
  const { answer, wrapper, example } = call.plan;
  if (!answer) return undefined;
  const whole = wrapper === undefined ? value : wrapped(call, value, world);
  const paths = member(call.params, "expand");
  const shown = Array.isArray(paths) ? expand(whole, answer, paths.map(String), world) : whole;
  // The names are compared before the values: that costs nothing, and nearly always decides.
  if (wrapper !== undefined || isObjectAnswer(call, world) || world.schemas.is(shown, answer))
    return shown;
  // The answer is something else than the object: it has what both have; the rest, the document shows.
  return sample(answer, world.schemas, both(example, shown));
}

function both(example: unknown, value: unknown): unknown {
  return isObject(value) ? withMembers(isObject(example) ? example : {}, value) : example;
}

function wrapped({ plan }: Call, value: unknown, { schemas }: World): unknown {
  const { answer, wrapper = "", example } = plan;
  const shell =
    answer &&
    sample(answer, schemas, withMembers(isObject(example) ? example : {}, { [wrapper]: value }));
  return isObject(shell) ? withMembers(shell, { [wrapper]: value }) : { [wrapper]: value };
}

/** Whether an operation answers with the object as it is kept. */
export function isObjectAnswer({ plan }: Call, { plan: { collections } }: World): boolean {
  const { answer } = plan;
  const name = collections.get(plan.collection)?.name;
  return answer?.kind === "reference" && answer.schema === name;
}
