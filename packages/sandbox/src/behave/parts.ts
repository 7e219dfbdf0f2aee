import { isObject, type JsonObject, member, putIn } from "../json.ts";
import type { KeyPath } from "../plan/api-plan.ts";
import { plainName } from "../plan/paths.ts";
import type { Stored } from "../state/store.ts";
import { type Call, findObject, type World } from "./world.ts";

/** Parts that nothing makes, such as the lines of an invoice: they are kept in the object that holds them. */
export interface Parts {
  readonly holder: Stored;
  /** Where the holder has them. */
  readonly path: KeyPath;
  readonly items: readonly Stored[];
}

/** @returns `undefined` where the operation is about no parts, or nobody holds any. */
export function partsOf(call: Call, world: World): Parts | undefined {
  const { embedded, parents, collection } = call.plan;
  const collectionOfHolder = parents.at(-1)?.collection;
  const id = call.parents.at(-1);
  if (embedded === undefined || collectionOfHolder === undefined || id === undefined)
    return undefined;
  const holder = findObject(collectionOfHolder, id, call.parents.slice(0, -1), world);
  const path = holder && pathIn(holder.value, embedded);
  if (!path) return undefined;
  const items = itemsAt(holder.value, path);
  return {
    holder,
    path,
    items: items.map((value, index) => ({
      collection,
      id: String(member(value, "id") ?? index),
      parents: null,
      sequence: items.length - index,
      value,
      isDeleted: false,
    })),
  };
}

/** The holder with one of its parts as it is now. */
export function withPart({ holder, path, items }: Parts, part: Stored): Stored {
  const values = items.map((one) => (one.id === part.id ? part.value : one.value));
  return { ...holder, value: putIn(holder.value, path, values) };
}

function pathIn(value: JsonObject, embedded: string): KeyPath | undefined {
  const names = [embedded, embedded.replace(/^line_items$/, "lines")].map(plainName);
  const entry = Object.entries(value).find(([name]) => names.includes(plainName(name)));
  if (!entry) return undefined;
  const [name, held] = entry;
  if (Array.isArray(held)) return [name];
  return Array.isArray(member(held, "data")) ? [name, "data"] : undefined;
}

function itemsAt(value: JsonObject, path: KeyPath): JsonObject[] {
  const held = path.reduce<unknown>((at, key) => member(at, key), value);
  return Array.isArray(held) ? held.filter(isObject) : [];
}
