import { nounKey } from "../naming/same-noun.ts";
import type { Docs, Operation, ResourceId } from "./api-model.ts";

type Operations = ReadonlyMap<ResourceId, readonly Operation[]>;

/**
 * What tags tell of resources. A resource is described by the tag of its name, else by the first tag that all of its
 * operations have. What is said of a resource is not said again of those below it.
 */
export function resourceDocs(
  resources: Operations,
  tags: ReadonlyMap<string, Docs>,
): Map<ResourceId, Docs> {
  // `customers.balanceTransactions` is described by `Customer balance transactions`; the first of several counts.
  const named = new Map([...tags.keys()].reverse().map((tag) => [nounKey(tag), tag]));
  const tagOf = new Map<ResourceId, string>();
  // Parents come before their children: they have fewer letters.
  for (const [id, operations] of [...resources].sort(byDepth)) {
    const tag = named.get(nounKey(id)) ?? ownTag(operations);
    if (tag !== undefined && !isSaidAbove(id, tag, tagOf)) tagOf.set(id, tag);
  }
  return new Map([...tagOf].map(([id, tag]) => [id, tags.get(tag) ?? {}]));
}

function byDepth([a]: readonly [ResourceId, unknown], [b]: readonly [ResourceId, unknown]): number {
  return a.length - b.length;
}

function ownTag(operations: readonly Operation[]): string | undefined {
  const [first] = operations;
  return first?.tags.find((tag) => operations.every((operation) => operation.tags.includes(tag)));
}

function isSaidAbove(id: ResourceId, tag: string, tagOf: ReadonlyMap<ResourceId, string>): boolean {
  const segments = id.split(".");
  return segments.some((_, index) => tagOf.get(segments.slice(0, index).join(".")) === tag);
}
