import { isObject, type JsonObject, member, withMembers } from "../json.ts";
import { objectOf } from "../plan/answers.ts";
import { sample } from "../schema/minimal.ts";
import type { Stored } from "../state/store.ts";
import { heldBy } from "./clock.ts";
import { type Call, collectionOf, type Effect, requireObject, type World } from "./world.ts";

/** Takes an object away. */
export function remove(call: Call, world: World): Effect {
  return removed(call, requireObject(call, world), world);
}

export function removed(call: Call, before: Stored, world: World): Effect {
  const gone = [before, ...heldBy(before, world)].map((one) => ({ ...one, isDeleted: true }));
  return {
    body: deletedBody(call, before.value, world),
    puts: gone,
    happened: gone.map((one) => ({ verb: "deleted", stored: one })),
  };
}

/** The documented shape: the object as it was, or what is left of it: its id and a flag. */
function deletedBody(call: Call, value: JsonObject, world: World): unknown {
  const { answer } = call.plan;
  const { schemas } = world;
  if (!answer) return undefined;
  const { name, idProperty } = collectionOf(call, world);
  if (answer.kind === "reference" && answer.schema === name) {
    const flag = objectOf(answer, schemas)?.properties.some(
      (property) => property.name === "deleted",
    );
    return flag ? withMembers(value, { deleted: true }) : value;
  }
  const left = sample(answer, schemas, undefined);
  if (!isObject(left)) return left;
  const kept = (objectOf(answer, schemas)?.properties ?? []).filter((property) =>
    schemas.is(member(value, property.name), property.schema),
  );
  const same = Object.fromEntries(
    kept.map((property) => [property.name, member(value, property.name)]),
  );
  const put = withMembers(left, same);
  const id =
    member(left, idProperty) === undefined ? {} : { [idProperty]: member(value, idProperty) };
  return withMembers(put, { ...id, ...("deleted" in left && { deleted: true }) });
}
