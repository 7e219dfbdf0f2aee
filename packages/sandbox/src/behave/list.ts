import { HttpError } from "@specwright/runtime/server";
import type { Schema } from "@specwright/generator/reading";
import { isObject, type JsonObject, member, putAt, putIn, withMembers } from "../json.ts";
import { objectOf } from "../plan/answers.ts";
import type { Collection, ListPlan } from "../plan/api-plan.ts";
import { plainName } from "../plan/paths.ts";
import { sample } from "../schema/minimal.ts";
import type { Stored } from "../state/store.ts";
import { expand } from "./expand.ts";
import { matches } from "./filter.ts";
import { followingOf, nextPut, type Page, sequenceOf, tokenOf, withAddress } from "./following.ts";
import { partsOf } from "./parts.ts";
import { searchFor } from "./search.ts";
import {
  type Call,
  checkParents,
  collectionOf,
  type Effect,
  isUnder,
  type World,
} from "./world.ts";

/** One page of the objects that there are, the newest first. */
export function list(call: Call, world: World): Effect {
  checkParents(call, world);
  const { deed, answer } = call.plan;
  if (deed.kind !== "list") throw new Error(`${call.plan.operation.id} is no list.`);
  const { list: plan } = deed;
  const collection = collectionOf(call, world);
  const query = plan.query === undefined ? undefined : member(call.params, plan.query);
  const search = typeof query === "string" ? searchFor(query, plan.query ?? "query") : undefined;
  const source = (): Iterable<Stored> =>
    partsOf(call, world)?.items ?? world.store.newest(collection.id);
  const wanted = plan.filters.filter((key) => member(call.params, key) !== undefined);
  const isWanted = (one: Stored): boolean =>
    isUnder(one, call.parents) &&
    wanted.every((key) => matches(one.value, key, member(call.params, key))) &&
    (search?.(one.value) ?? true);
  const filtered = (): Iterable<Stored> => those(source(), isWanted);
  const page = pageOf(filtered, call, plan, collection, world);
  const following = followingOf(call, plan, page);
  const whole = envelope(call, plan, page, filtered, world);
  const body = withAddress(whole, following, call, plan, world);
  const paths = member(call.params, "expand");
  const isLinked = plan.address === "link" && following !== undefined;
  return {
    ...(isLinked && { headers: { link: `<${following}>; rel="next"` } }),
    body: answer && Array.isArray(paths) ? expand(body, answer, paths.map(String), world) : body,
  };
}

/** @param all Newest first. */
function pageOf(
  all: () => Iterable<Stored>,
  call: Call,
  plan: ListPlan,
  collection: Collection,
  world: World,
): Page {
  const param = (key: string | undefined): unknown =>
    key === undefined ? undefined : member(call.params, key);
  const size = sizeOf(param(plan.limit), plan.size);
  const isPaged = [plan.limit, plan.after, plan.token, plan.page, plan.offset].some(
    (key) => key !== undefined,
  );
  const before = param(plan.before);
  const after = param(plan.after);
  const token = param(plan.token);
  if (before !== undefined) {
    const at = positionOf(before, plan.before ?? "", plan, all, collection, world);
    const newer = [...all()].filter(({ sequence }) => sequence > at);
    return { items: newer.slice(-size), hasMore: newer.length > size };
  }
  const below = Math.min(
    after === undefined
      ? Infinity
      : positionOf(after, plan.after ?? "", plan, all, collection, world),
    token === undefined || token === "" ? Infinity : sequenceOf(String(token), plan.token ?? ""),
  );
  const { first } = plan;
  const skipped =
    Number(param(plan.offset) ?? first.offset) -
    first.offset +
    Math.max(0, Number(param(plan.page) ?? first.page) - first.page) * size;
  const rest = those(all(), ({ sequence }) => sequence < below);
  return isPaged ? cut(rest, skipped, size) : { items: [...rest], hasMore: false };
}

/** Looks no further than the page goes. */
function cut(all: Iterable<Stored>, skipped: number, size: number): Page {
  const items: Stored[] = [];
  let count = 0;
  for (const one of all) {
    count += 1;
    if (count <= skipped) continue;
    if (items.length === size) return { items, hasMore: true };
    items.push(one);
  }
  return { items, hasMore: false };
}

function* those(all: Iterable<Stored>, isWanted: (one: Stored) => boolean): Generator<Stored> {
  for (const one of all) if (isWanted(one)) yield one;
}

function sizeOf(limit: unknown, usual: number): number {
  const size = Number(limit ?? usual);
  return Number.isInteger(size) && size > 0 ? Math.min(size, 10_000) : usual;
}

/** Place of the object that a cursor names: it may have been deleted since, and may not fit the filters. */
function positionOf(
  cursor: unknown,
  key: string,
  { cursor: property }: ListPlan,
  all: () => Iterable<Stored>,
  collection: Collection,
  { store }: World,
): number {
  const id = String(cursor);
  const known = property === collection.idProperty ? store.byId(collection.id, id) : [];
  const named = known[0] ?? [...all()].find(({ value }) => String(member(value, property)) === id);
  if (named) return named.sequence;
  const shown = id.length > 100 ? `${id.slice(0, 100)}…` : id;
  throw new HttpError(400, {
    message: `There is no object with the id "${shown}".`,
    code: "resource_missing",
    param: key,
  });
}

const TOTALS = ["total", "totalcount", "totalresults", "totalitems", "totalsize"];

function envelope(
  call: Call,
  plan: ListPlan,
  { items, hasMore }: Page,
  all: () => Iterable<Stored>,
  world: World,
): unknown {
  const { answer, example } = call.plan;
  const values = items.map(({ value }) => value);
  if (!answer || plan.items.length === 0) return values;
  const empty = sample(answer, world.schemas, example);
  const shell = putAt(isObject(empty) ? empty : {}, plan.items, values);
  const body = isObject(shell) ? shell : {};
  const last = items.at(-1);
  const next = hasMore && last ? tokenOf(last.sequence) : null;
  return [
    (value: JsonObject) => counted(value, answer, all, call, world),
    (value: JsonObject) => (plan.more ? putIn(value, plan.more, hasMore) : value),
    (value: JsonObject) => (plan.next ? nextPut(value, plan.next, next, answer, world) : value),
  ].reduce<JsonObject>((value, step) => step(value), body);
}

/** Numbers of an envelope, and the address of the list. */
function counted(
  value: JsonObject,
  answer: Schema,
  all: () => Iterable<Stored>,
  call: Call,
  { schemas }: World,
): JsonObject {
  const changes: Record<string, unknown> = {};
  const counting = (): number => [...all()].length;
  for (const { name, schema } of objectOf(answer, schemas)?.properties ?? []) {
    const plain = plainName(name);
    const kind = schemas.content(schema)?.kind;
    if (TOTALS.includes(plain)) {
      const total = counting();
      if (schemas.is(total, schema)) changes[name] = total;
    }
    if (plain === "url" && kind === "string") changes[name] = call.path;
    if (plain === "meta" && typeof member(member(value, name), "total") === "number") {
      changes[name] = putAt(member(value, name), ["total"], counting());
    }
  }
  return withMembers(value, changes);
}
