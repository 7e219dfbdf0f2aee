import { HttpError } from "@specwright/runtime/server";
import type { Schema } from "@specwright/generator/reading";
import { isObject, type JsonObject, member, putAt, putIn, withMembers } from "../json.ts";
import { objectOf } from "../plan/answers.ts";
import type { Collection, ListPlan, OperationPlan } from "../plan/api-plan.ts";
import { plainName } from "../plan/paths.ts";
import { sample } from "../schema/minimal.ts";
import type { Stored } from "../state/store.ts";
import { expand } from "./expand.ts";
import { followingOf, nextPut, type Page, sequenceOf, tokenOf, withAddress } from "./following.ts";
import { firstOf, type Source, sourceOf } from "./source.ts";
import { type Call, checkParents, collectionOf, type Effect, type World } from "./world.ts";

/** One page of the objects that there are, the newest first. */
export function list(call: Call, world: World): Effect {
  checkParents(call, world);
  const { deed, answer } = call.plan;
  if (deed.kind !== "list") throw new Error(`${call.plan.operation.id} is no list.`);
  const { list: plan } = deed;
  const collection = collectionOf(call, world);
  const source = sourceOf(call, plan, collection, world);
  const page = pageOf(source, call, plan, collection, world);
  const following = followingOf(call, plan, page);
  const whole = envelope(call, plan, page, source, world);
  const body = withAddress(whole, following, call, plan, world);
  const paths = member(call.params, "expand");
  const isLinked = plan.address === "link" && following !== undefined;
  return {
    ...(isLinked && { headers: { link: `<${following}>; rel="next"` } }),
    body: answer && Array.isArray(paths) ? expand(body, answer, paths.map(String), world) : body,
  };
}

function pageOf(
  source: Source,
  call: Call,
  plan: ListPlan,
  collection: Collection,
  world: World,
): Page {
  const param = (key: string | undefined): unknown =>
    key === undefined ? undefined : member(call.params, key);
  const place = (cursor: unknown, key = ""): number =>
    positionOf(cursor, key, plan, source, collection, world);
  const size = sizeOf(param(plan.limit), plan.size);
  const isPaged = [plan.limit, plan.after, plan.token, plan.page, plan.offset].some(
    (key) => key !== undefined,
  );
  const before = param(plan.before);
  const after = param(plan.after);
  const token = param(plan.token);
  if (before !== undefined) {
    const { items, hasMore } = cut(source.oldest(place(before, plan.before)), size);
    return { items: items.toReversed(), hasMore };
  }
  const below = Math.min(
    after === undefined ? Infinity : place(after, plan.after),
    token === undefined || token === "" ? Infinity : sequenceOf(String(token), plan.token ?? ""),
  );
  if (!isPaged) return { items: [...source.newest({ below })], hasMore: false };
  const { first } = plan;
  const skip =
    Math.max(0, Number(param(plan.offset) ?? first.offset) - first.offset) +
    Math.max(0, Number(param(plan.page) ?? first.page) - first.page) * size;
  return cut(source.newest({ below, skip }), size);
}

/** Looks no further than the page goes. */
function cut(all: Iterable<Stored>, size: number): Page {
  const items: Stored[] = [];
  for (const one of all) {
    if (items.length === size) return { items, hasMore: true };
    items.push(one);
  }
  return { items, hasMore: false };
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
  source: Source,
  collection: Collection,
  { store }: World,
): number {
  const id = String(cursor);
  const known = property === collection.idProperty ? store.byId(collection.id, id) : [];
  const named =
    known[0] ?? firstOf(source.newest(), ({ value }) => String(member(value, property)) === id);
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
  source: Source,
  world: World,
): unknown {
  const { answer } = call.plan;
  const values = items.map(({ value }) => value);
  if (!answer || plan.items.length === 0) return values;
  const shell = putAt(shellOf(call.plan, answer, world), plan.items, values);
  const body = isObject(shell) ? shell : {};
  const last = items.at(-1);
  const next = (): string | null => (hasMore && last ? tokenOf(last.sequence) : null);
  return [
    (value: JsonObject) => counted(value, answer, source, call, world),
    (value: JsonObject) => (plan.more ? putIn(value, plan.more, hasMore) : value),
    (value: JsonObject) => (plan.next ? nextPut(value, plan.next, next(), answer, world) : value),
  ].reduce<JsonObject>((value, step) => step(value), body);
}

const shells = new WeakMap<OperationPlan, JsonObject>();

/** An envelope as the document shows it: the same for each page. */
function shellOf(plan: OperationPlan, answer: Schema, { schemas }: World): JsonObject {
  const known = shells.get(plan);
  if (known) return known;
  const empty = sample(answer, schemas, plan.example);
  const shell = isObject(empty) ? empty : {};
  shells.set(plan, shell);
  return shell;
}

/** Numbers of an envelope, and the address of the list. */
function counted(
  value: JsonObject,
  answer: Schema,
  source: Source,
  call: Call,
  { schemas }: World,
): JsonObject {
  const changes: Record<string, unknown> = {};
  for (const { name, schema } of objectOf(answer, schemas)?.properties ?? []) {
    const plain = plainName(name);
    const kind = schemas.content(schema)?.kind;
    if (TOTALS.includes(plain)) {
      const total = source.count();
      if (schemas.is(total, schema)) changes[name] = total;
    }
    if (plain === "url" && kind === "string") changes[name] = call.path;
    if (plain === "meta" && typeof member(member(value, name), "total") === "number") {
      changes[name] = putAt(member(value, name), ["total"], source.count());
    }
  }
  return withMembers(value, changes);
}
