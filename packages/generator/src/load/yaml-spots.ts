import type { Pair } from "yaml";
import { readYaml } from "./parse-yaml.ts";
import type { FindSpot, Spot } from "./spot.ts";
import type { Span } from "./text-location.ts";

/** Finds values in YAML text, through aliases. */
export async function yamlSpots(text: string): Promise<FindSpot> {
  const { isAlias, isMap, isNode, isScalar, isSeq } = await import("yaml");
  const document = await readYaml(text);

  const resolved = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);
  const spanOf = (node: unknown): Span | undefined => {
    if (!isNode(node) || !node.range) return undefined;
    const [start, end] = node.range;
    return { start, end };
  };
  // Of repeated keys the last wins, as in JSON.
  const indexOf = (pairs: readonly Pair[]): Map<string, Pair> =>
    new Map(pairs.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : [])));
  const indexes = new WeakMap<object, Map<string, Pair>>();
  const enter = (node: unknown, token: string): { key?: unknown; value: unknown } | undefined => {
    if (isSeq(node)) return { value: node.items[Number(token)] };
    if (!isMap(node)) return undefined;
    const known = indexes.get(node) ?? indexOf(node.items);
    indexes.set(node, known);
    return known.get(token);
  };

  return (tokens) => {
    let node: unknown = document.contents;
    let spot: Spot = { value: spanOf(node) ?? { start: 0, end: 1 } };
    for (const token of tokens) {
      const pair = enter(resolved(node), token);
      if (!pair) return spot;
      const key = spanOf(pair.key);
      const value = spanOf(pair.value) ?? key;
      if (!value) return spot;
      spot = { ...(key && { key }), value };
      node = pair.value;
    }
    return spot;
  };
}
