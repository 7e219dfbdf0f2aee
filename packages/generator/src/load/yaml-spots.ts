import type { Pair } from "yaml";
import { readYaml } from "./parse-yaml.ts";
import type { FindSpot, Spot } from "./spot.ts";
import type { Span } from "./text-location.ts";
import { isMergeKey } from "./yaml-value.ts";

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
  type Member = { key?: unknown; value: unknown } | undefined;
  const enter = (node: unknown, token: string, above = new Set<unknown>()): Member => {
    if (isSeq(node)) return { value: node.items[Number(token)] };
    // A map may merge itself, or another one on many roads.
    if (!isMap(node) || above.has(node)) return undefined;
    above.add(node);
    const known = indexes.get(node) ?? indexOf(node.items);
    indexes.set(node, known);
    return known.get(token) ?? enterMerged(known.get("<<"), token, above);
  };
  // A member that a merge key brings stands where it comes from.
  const enterMerged = (merge: Pair | undefined, token: string, above: Set<unknown>): Member => {
    if (!merge || !isMergeKey(merge.key, { kinds: { isScalar } })) return undefined;
    const from = resolved(merge.value);
    const sources = (isSeq(from) ? from.items : [from]).map(resolved).filter(isMap);
    for (const source of sources) {
      const found = enter(source, token, above);
      if (found) return found;
    }
    return undefined;
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
