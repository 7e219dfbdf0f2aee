import { HttpError } from "@specwright/runtime/server";
import type { Schema } from "@specwright/generator/reading";
import { isObject, type JsonObject, member, putIn, valueAt } from "../json.ts";
import type { KeyPath, ListPlan } from "../plan/api-plan.ts";
import type { Stored } from "../state/store.ts";
import type { Call, World } from "./world.ts";

/** A part of a list. */
export interface Page {
  readonly items: readonly Stored[];
  readonly hasMore: boolean;
}

/** What leads behind an object. */
export function tokenOf(sequence: number): string {
  return Buffer.from(`after:${sequence}`).toString("base64url");
}

/** @throws {HttpError} 400 for what is no such token. */
export function sequenceOf(token: string, param: string): number {
  const [, digits] = /^after:(\d{1,15})$/.exec(Buffer.from(token, "base64url").toString()) ?? [];
  if (digits === undefined) throw new HttpError(400, { message: "There is no such page.", param });
  return Number(digits);
}

/** The address of the next page; `undefined` where there is none, or nothing that leads to it. */
export function followingOf(
  call: Call,
  plan: ListPlan,
  { items, hasMore }: Page,
): string | undefined {
  const last = items.at(-1);
  if (call.url === undefined || !hasMore || !last) return undefined;
  const { token, after, offset, page, first } = plan;
  const present = (key: string, usual: number): number => Number(member(call.params, key) ?? usual);
  const turns: readonly (readonly [string | undefined, (key: string) => unknown])[] = [
    [token, () => tokenOf(last.sequence)],
    [after, () => member(last.value, plan.cursor)],
    [page, (key) => present(key, first.page) + 1],
    [offset, (key) => present(key, first.offset) + items.length],
  ];
  for (const [key, turn] of turns) {
    if (key === undefined) continue;
    const url = new URL(call.url);
    const { parameters } = call.plan.operation;
    const name = parameters.find((one) => one.in === "query" && one.key === key)?.name ?? key;
    url.searchParams.set(name, String(turn(key)));
    return url.href;
  }
  return undefined;
}

/** The answer with the address of the next page, where it has a place for one. */
export function withAddress(
  body: unknown,
  following: string | undefined,
  { plan: { answer } }: Call,
  { address }: ListPlan,
  world: World,
): unknown {
  if (address === undefined || address === "link" || !answer || !isObject(body)) return body;
  const isPath = /uri$/i.test(address.at(-1) ?? "");
  const told = following !== undefined && isPath ? pathOf(following) : (following ?? null);
  return nextPut(body, address, told, answer, world);
}

// Where APIs write `…_uri`, they mean a path.
function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** Puts what leads to the next page where the answer has it; `null`, or an empty text, on the last one. */
export function nextPut(
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
