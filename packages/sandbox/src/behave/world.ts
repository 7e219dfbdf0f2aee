import { HttpError } from "@specwright/runtime/server";
import { isObject, type JsonObject, member } from "../json.ts";
import type { ApiPlan, Collection, OperationPlan } from "../plan/api-plan.ts";
import type { Schemas } from "../schema/schemas.ts";
import type { Random } from "../state/random.ts";
import type { Stored, StoreView } from "../state/store.ts";

/** What behaviours see: the API as it was understood, what is kept, time and chance. */
export interface World {
  readonly plan: ApiPlan;
  readonly schemas: Schemas;
  readonly store: StoreView;
  /** Seconds since 1970. */
  readonly now: number;
  readonly random: Random;
  /** The next number of a series, from 1. */
  next(counter: string): number;
}

/** One request, read and checked. */
export interface Call {
  readonly plan: OperationPlan;
  /** Id of the object that the path names. */
  readonly id: string | undefined;
  /** Ids of the objects on the way to it. */
  readonly parents: readonly string[];
  /** Query, header and body values. */
  readonly params: JsonObject;
  /** What the caller gives the object: the body, unwrapped, or the params. */
  readonly given: JsonObject;
  /** The path of the request. */
  readonly path: string;
  /** The URL of the request, where the answer tells of others. */
  readonly url?: string;
}

/** What a request leads to. */
export interface Effect {
  /** Body of the answer; absent where it has none. */
  readonly body?: unknown;
  readonly puts?: readonly Stored[];
  readonly headers?: Readonly<Record<string, string>>;
  /** What webhooks may tell of. */
  readonly happened?: readonly Happening[];
}

export interface Happening {
  readonly verb: string;
  readonly stored: Stored;
  readonly before?: JsonObject;
}

/** @throws {Error} for a plan that does not fit together. */
export function collectionOf(call: Call, world: World): Collection {
  const found = world.plan.collections.get(call.plan.collection);
  if (!found) throw new Error(`There is no collection ${call.plan.collection}.`);
  return found;
}

/** Whether an object lies under these parents: by its path, or by a property that holds their id. */
export function isUnder(stored: Stored, parents: readonly string[]): boolean {
  if (stored.parents === null) return true;
  const held = stored.parents;
  return parents.every(
    (parent) =>
      held.includes(parent) || Object.values(stored.value).some((value) => idOf(value) === parent),
  );
}

/** The id of an object or of what stands for it. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  const id = isObject(value) ? member(value, "id") : undefined;
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}

/** @throws {HttpError} 404 where an object on the way does not exist. */
export function checkParents(call: Call, world: World): void {
  for (const [index, { collection, key }] of call.plan.parents.entries()) {
    const id = call.parents[index] ?? "";
    const above = call.parents.slice(0, index);
    if (collection !== undefined && !findObject(collection, id, above, world)) {
      throw missing(world.plan.collections.get(collection), id, key);
    }
  }
}

/** The object that the path names. @throws {HttpError} 404 where there is none. */
export function requireObject(call: Call, world: World): Stored {
  const { id = "", parents } = call;
  const collection = collectionOf(call, world);
  const found = findObject(collection.id, id, parents, world);
  if (!found) throw missing(collection, id, call.plan.idKey ?? "id");
  return found;
}

export function findObject(
  collection: string,
  id: string,
  parents: readonly string[],
  { store }: Pick<World, "store">,
): Stored | undefined {
  const there = store.byId(collection, id).filter(({ isDeleted }) => !isDeleted);
  return there.find((stored) => isUnder(stored, parents));
}

function missing(collection: Collection | undefined, id: string, param: string): HttpError {
  const noun = collection?.name ?? "object";
  const shown = id.length > 100 ? `${id.slice(0, 100)}…` : id;
  return new HttpError(404, {
    message: `There is no ${noun} with the id "${shown}".`,
    code: "resource_missing",
    param,
  });
}
