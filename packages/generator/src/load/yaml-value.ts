import type { Alias, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { ExactNumber, numberOf } from "../exact-number.ts";
import { MAX_DEPTH } from "./measure-value.ts";
import type { YamlDocument } from "./parse-yaml.ts";
import type { Span } from "./text-location.ts";

/** What a YAML document says, and what keeps it from being plain JSON. */
export interface YamlValue {
  readonly value: unknown;
  /** Keys that stand a second time in their map. */
  readonly duplicates: readonly Span[];
  /** Aliases without an anchor before them. */
  readonly dangling: readonly Span[];
  /** Whether merge keys copy more members than {@link MOST_MERGED}; the rest of them is left out. */
  readonly isBomb: boolean;
}

/** No document that people write comes near it, and it is reached in no time. */
const MOST_MERGED = 250_000;

interface Walk {
  /** The last of each name so far. YAML 1.2.2, section 7.1. */
  readonly anchors: Map<string, unknown>;
  readonly duplicates: Span[];
  readonly dangling: Span[];
  /** How many members merge keys have copied. */
  merged: number;
  readonly kinds: Kinds;
}

type Kinds = Pick<typeof import("yaml"), "isAlias" | "isMap" | "isScalar" | "isSeq">;

/**
 * Syntax tree → value, in one walk: the library's own way takes time by the square of the number of aliases and of the
 * keys of a map, and drops digits.
 *
 * An alias gives the very value of its anchor, so nothing unfolds here; deeper than {@link MAX_DEPTH} nothing is read.
 */
export async function yamlValue(document: YamlDocument): Promise<YamlValue> {
  const { isAlias, isMap, isScalar, isSeq } = await import("yaml");
  const kinds = { isAlias, isMap, isScalar, isSeq };
  const walk: Walk = { anchors: new Map(), duplicates: [], dangling: [], merged: 0, kinds };
  const value = read(document.contents, 0, walk);
  const { duplicates, dangling, merged } = walk;
  return { value, duplicates, dangling, isBomb: merged > MOST_MERGED };
}

function read(node: unknown, depth: number, walk: Walk): unknown {
  const { isAlias, isMap, isScalar, isSeq } = walk.kinds;
  if (isScalar(node)) return anchored(node, scalar(node), walk);
  if (isMap(node)) return readMap(node, depth, walk);
  if (isSeq(node)) return readSeq(node, depth, walk);
  return isAlias(node) ? readAlias(node, walk) : null;
}

function readMap(map: YAMLMap, depth: number, walk: Walk): unknown {
  const value: object = anchored(map, {}, walk);
  if (depth > MAX_DEPTH) return value;
  const seen = new Set<string>();
  for (const pair of map.items) {
    const key = String(read(pair.key, depth + 1, walk));
    if (seen.has(key)) walk.duplicates.push(spanOf(pair.key));
    seen.add(key);
    const member = read(pair.value, depth + 1, walk);
    const sources = isMergeKey(pair.key, walk) ? mergeSources(member) : undefined;
    if (sources) merge(sources, value, walk);
    else define(value, key, member);
  }
  return value;
}

/**
 * The merge key of YAML 1.1, which 1.2 has dropped and every author of documents goes on using: members of other maps, where
 * the map has none of that name itself. In quotes it is a name like others.
 */
export function isMergeKey(
  key: unknown,
  { kinds }: { readonly kinds: Pick<Kinds, "isScalar"> },
): boolean {
  return kinds.isScalar(key) && key.value === "<<" && key.type === "PLAIN";
}

/** One map, or a list of them of which the first that has a name wins. */
function mergeSources(value: unknown): readonly object[] | undefined {
  const sources: readonly unknown[] = Array.isArray(value) ? value : [value];
  return sources.every(isPlainMap) ? sources : undefined;
}

function isPlainMap(value: unknown): value is object {
  return (
    typeof value === "object" &&
    value !== null &&
    !(value instanceof ExactNumber) &&
    !Array.isArray(value)
  );
}

// What the map says itself may stand before or behind: it wins in either case.
function merge(sources: readonly object[], into: object, walk: Walk): void {
  for (const source of sources) {
    for (const [key, member] of Object.entries(source)) {
      walk.merged += 1;
      if (walk.merged > MOST_MERGED) return;
      if (!Object.hasOwn(into, key)) define(into, key, member);
    }
  }
}

// Set as a property, `__proto__` would be something else.
function define(into: object, key: string, value: unknown): void {
  Object.defineProperty(into, key, { value, writable: true, enumerable: true, configurable: true });
}

function readSeq(seq: YAMLSeq, depth: number, walk: Walk): unknown {
  const value: unknown[] = anchored(seq, [], walk);
  if (depth > MAX_DEPTH) return value;
  for (const item of seq.items) value.push(read(item, depth + 1, walk));
  return value;
}

function readAlias(alias: Alias, walk: Walk): unknown {
  if (!walk.anchors.has(alias.source)) walk.dangling.push(spanOf(alias));
  return walk.anchors.get(alias.source) ?? null;
}

function anchored<T>(node: { readonly anchor?: string }, value: T, walk: Walk): T {
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, value);
  return value;
}

function scalar({ value, source }: Scalar): unknown {
  if (typeof value !== "number" || source === undefined || Number.isNaN(value)) return value;
  if (/^[-+]?\.inf$/i.test(source)) return value;
  // Other bases are for whole numbers only. YAML 1.2.2, section 10.3.2.
  return numberOf(/^0[xo]/.test(source) ? String(BigInt(source)) : source);
}

function spanOf(node: unknown): Span {
  const range: unknown = typeof node === "object" && node !== null && "range" in node && node.range;
  const [start, end]: unknown[] = Array.isArray(range) ? range : [];
  return typeof start === "number" && typeof end === "number"
    ? { start, end }
    : { start: 0, end: 1 };
}
