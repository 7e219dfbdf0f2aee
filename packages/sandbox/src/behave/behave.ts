import type { Deed } from "../plan/api-plan.ts";
import { answerWith } from "./answer.ts";
import { create } from "./create.ts";
import { checkDeclined } from "./declined.ts";
import { list } from "./list.ts";
import { partsOf } from "./parts.ts";
import { remove } from "./remove.ts";
import { deleteSingle, find, make, readSingle, writeSingle } from "./single.ts";
import { act, update } from "./update.ts";
import { type Call, type Effect, requireObject, type World } from "./world.ts";

/**
 * What an operation does: a request and the state that it meets → an answer, and what changes.
 *
 * @throws {HttpError} where the API would refuse.
 */
export type Behaviour = (call: Call, world: World) => Effect;

const BEHAVIOURS: Readonly<Record<Deed["kind"], Behaviour>> = {
  create,
  retrieve,
  update,
  delete: remove,
  list,
  act,
  find,
  "read-single": readSingle,
  "write-single": writeSingle,
  "delete-single": deleteSingle,
  make,
};

function retrieve(call: Call, world: World): Effect {
  const part = partsOf(call, world)?.items.find(({ id }) => id === call.id);
  return { body: answerWith(call, part ?? requireObject(call, world), world) };
}

export function behave(call: Call, world: World): Effect {
  checkDeclined(call.given);
  return BEHAVIOURS[call.plan.deed.kind](call, world);
}
