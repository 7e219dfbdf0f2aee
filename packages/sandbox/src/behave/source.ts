import { member } from "../json.ts";
import type { Collection, ListPlan } from "../plan/api-plan.ts";
import type { Range, Stored } from "../state/store.ts";
import { hintOf, matches } from "./filter.ts";
import { partsOf } from "./parts.ts";
import { searchFor } from "./search.ts";
import { type Call, isUnder, type World } from "./world.ts";

/** The objects that a list is about: filtered, and read no further than somebody looks. */
export interface Source {
  newest(range?: Pick<Range, "below" | "skip">): Iterable<Stored>;
  /** Those with a larger sequence, the oldest of them first. */
  oldest(above: number): Iterable<Stored>;
  count(): number;
}

export function sourceOf(call: Call, plan: ListPlan, collection: Collection, world: World): Source {
  const filters = plan.filters.filter((key) => member(call.params, key) !== undefined);
  const query = plan.query === undefined ? undefined : member(call.params, plan.query);
  const search = typeof query === "string" ? searchFor(query, plan.query ?? "query") : undefined;
  const isWanted = (one: Stored): boolean =>
    isUnder(one, call.parents) &&
    filters.every((key) => matches(one.value, key, member(call.params, key))) &&
    (search?.(one.value) ?? true);
  const parts = partsOf(call, world)?.items;
  if (parts) return sourceOfParts(parts.filter(isWanted));
  const hints = filters.flatMap((key) => hintOf(key, member(call.params, key)));
  const isWhole = filters.length === 0 && search === undefined && call.parents.length === 0;
  return sourceOfStore({ hints, under: call.parents }, isWanted, isWhole, collection.id, world);
}

/** @param isWhole Whether all objects of the collection are wanted: the store can count and skip them by itself. */
function sourceOfStore(
  reach: Range,
  isWanted: (one: Stored) => boolean,
  isWhole: boolean,
  collection: string,
  { store }: World,
): Source {
  const newest: Source["newest"] = ({ below = Infinity, skip = 0 } = {}) => {
    if (isWhole) return store.newest(collection, { below, skip });
    return skipping(those(store.newest(collection, { ...reach, below }), isWanted), skip);
  };
  return {
    newest,
    oldest: (above) => those(store.oldest(collection, above, reach), isWanted),
    count: () => (isWhole ? store.count(collection) : countOf(newest())),
  };
}

/** @param parts Newest first. */
function sourceOfParts(parts: readonly Stored[]): Source {
  return {
    newest: ({ below = Infinity, skip = 0 } = {}) =>
      parts.filter(({ sequence }) => sequence < below).slice(skip),
    oldest: (above) => parts.filter(({ sequence }) => sequence > above).reverse(),
    count: () => parts.length,
  };
}

function* those(all: Iterable<Stored>, isWanted: (one: Stored) => boolean): Generator<Stored> {
  for (const one of all) if (isWanted(one)) yield one;
}

function* skipping(all: Iterable<Stored>, skip: number): Generator<Stored> {
  let left = skip;
  for (const one of all) {
    if (left > 0) left -= 1;
    else yield one;
  }
}

function countOf(all: Iterable<Stored>): number {
  let count = 0;
  for (const _ of all) count += 1;
  return count;
}

export function firstOf(
  all: Iterable<Stored>,
  isMeant: (one: Stored) => boolean,
): Stored | undefined {
  for (const one of all) if (isMeant(one)) return one;
  return undefined;
}
