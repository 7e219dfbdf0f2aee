import { HttpError } from "@specwright/runtime/server";
import type { Schema } from "@specwright/generator/reading";
import { isObject, type JsonObject, member, putAt, putIn, valueAt, withMembers } from "../json.ts";
import { objectOf } from "../plan/answers.ts";
import type { Collection, KeyPath, ListPlan } from "../plan/api-plan.ts";
import { plainName } from "../plan/paths.ts";
import { sample } from "../schema/minimal.ts";
import type { Stored } from "../state/store.ts";
import { expand } from "./expand.ts";
import { matches } from "./filter.ts";
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
  const all =
    partsOf(call, world)?.items ??
    world.store.all(collection.id).filter((one) => isUnder(one, call.parents));
  const query = plan.query === undefined ? undefined : member(call.params, plan.query);
  const search = typeof query === "string" ? searchFor(query, plan.query ?? "query") : undefined;
  const filtered = all.filter(
    ({ value }) =>
      plan.filters.every((key) => matches(value, key, member(call.params, key))) &&
      (search?.(value) ?? true),
  );
  const page = pageOf(filtered, call, plan, collection, world);
  const body = envelope(call, plan, page, filtered.length, world);
  const paths = member(call.params, "expand");
  return {
    body: answer && Array.isArray(paths) ? expand(body, answer, paths.map(String), world) : body,
  };
}

interface Page {
  readonly items: readonly Stored[];
  readonly hasMore: boolean;
}

/** @param all Newest first. */
function pageOf(
  all: readonly Stored[],
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
  let rest = all;
  if (before !== undefined) {
    const at = positionOf(before, plan.before ?? "", plan, all, collection, world);
    const newer = rest.filter(({ sequence }) => sequence > at);
    return { items: newer.slice(-size), hasMore: newer.length > size };
  }
  if (after !== undefined) {
    const at = positionOf(after, plan.after ?? "", plan, all, collection, world);
    rest = rest.filter(({ sequence }) => sequence < at);
  }
  if (token !== undefined && token !== "") {
    const at = sequenceOf(String(token), plan.token ?? "");
    rest = rest.filter(({ sequence }) => sequence < at);
  }
  const skipped =
    Number(param(plan.offset) ?? 0) + Math.max(0, Number(param(plan.page) ?? 1) - 1) * size;
  rest = rest.slice(Number.isFinite(skipped) ? skipped : 0);
  return isPaged
    ? { items: rest.slice(0, size), hasMore: rest.length > size }
    : { items: rest, hasMore: false };
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
  all: readonly Stored[],
  collection: Collection,
  { store }: World,
): number {
  const id = String(cursor);
  const known = property === collection.idProperty ? store.byId(collection.id, id) : [];
  const named = known[0] ?? all.find(({ value }) => String(member(value, property)) === id);
  if (named) return named.sequence;
  const shown = id.length > 100 ? `${id.slice(0, 100)}…` : id;
  throw new HttpError(400, {
    message: `There is no object with the id "${shown}".`,
    code: "resource_missing",
    param: key,
  });
}

function tokenOf(sequence: number): string {
  return Buffer.from(`after:${sequence}`).toString("base64url");
}

function sequenceOf(token: string, param: string): number {
  const [, digits] = /^after:(\d{1,15})$/.exec(Buffer.from(token, "base64url").toString()) ?? [];
  if (digits === undefined) throw new HttpError(400, { message: "There is no such page.", param });
  return Number(digits);
}

const TOTALS = ["total", "totalcount", "totalresults", "totalitems", "totalsize"];

function envelope(
  call: Call,
  plan: ListPlan,
  { items, hasMore }: Page,
  total: number,
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
    (value: JsonObject) => counted(value, answer, total, call, world),
    (value: JsonObject) => (plan.more ? putIn(value, plan.more, hasMore) : value),
    (value: JsonObject) => (plan.next ? nextPut(value, plan.next, next, answer, world) : value),
  ].reduce<JsonObject>((value, step) => step(value), body);
}

function nextPut(
  value: JsonObject,
  path: KeyPath,
  next: string | null,
  answer: Schema,
  { schemas }: World,
): JsonObject {
  const put = putIn(value, path, next);
  if (schemas.is(put, answer)) return put;
  return valueAt(value, path) === undefined ? value : putIn(value, path, next ?? "");
}

/** Numbers of an envelope, and the address of the list. */
function counted(
  value: JsonObject,
  answer: Schema,
  total: number,
  call: Call,
  { schemas }: World,
): JsonObject {
  const changes: Record<string, unknown> = {};
  for (const { name, schema } of objectOf(answer, schemas)?.properties ?? []) {
    const plain = plainName(name);
    const kind = schemas.content(schema)?.kind;
    if (TOTALS.includes(plain) && schemas.is(total, schema)) changes[name] = total;
    if (plain === "url" && kind === "string") changes[name] = call.path;
    if (plain === "meta" && typeof member(member(value, name), "total") === "number") {
      changes[name] = putAt(member(value, name), ["total"], total);
    }
  }
  return withMembers(value, changes);
}
