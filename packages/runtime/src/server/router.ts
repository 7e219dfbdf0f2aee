import type { HttpMethod, OperationDescriptor } from "../contract.ts";
import { matchMixed, parsePathTemplate, type SegmentTemplate } from "./path-template.ts";

/** What a router needs to know of a route. */
export interface Routed {
  readonly operation: Pick<OperationDescriptor<unknown, unknown>, "id" | "method" | "path">;
}

/** What a path and a method lead to. */
export type RouteMatch<R extends Routed> =
  | {
      readonly type: "match";
      readonly route: R;
      /** Text of the path parameters by name, escapes and all. */
      readonly path: ReadonlyMap<string, string>;
    }
  | { readonly type: "not-found" }
  /** The path is no path: broken escapes, `NUL`, dot segments. */
  | { readonly type: "malformed" }
  | { readonly type: "method-not-allowed"; readonly allow: readonly string[] };

/** Finds the route of a request. */
export interface Router<R extends Routed> {
  /** @param path As it stands in the request line, with its escapes and without query. */
  find(method: string, path: string): RouteMatch<R>;
}

/** One position in the tree of segments. */
interface Place<R extends Routed> {
  readonly fixed: Map<string, Place<R>>;
  /** More text first. */
  readonly mixed: { readonly texts: readonly string[]; readonly place: Place<R> }[];
  parameter: Place<R> | undefined;
  readonly ends: Map<string, End<R>>;
}

interface End<R extends Routed> {
  readonly route: R;
  readonly names: readonly string[];
}

/**
 * Builds the router of an API: a tree of segments, so that the time of a look-up depends on the path and not on the
 * number of operations.
 *
 * A segment that is spelled out wins over one with text and parameters, and that over a parameter; where the winner
 * leads nowhere, or has not the method, the next is tried. `HEAD` is answered as `GET` where it has no operation.
 *
 * Of two operations with the same method and path the first one counts: the generator has told of them, and documents that
 * people have to live with contain such.
 *
 * @throws {Error} if a path template does not begin with `/`.
 */
export function createRouter<R extends Routed>(routes: readonly R[]): Router<R> {
  const root = emptyPlace<R>();
  for (const route of routes) addRoute(root, route);
  return { find: (method, path) => find(root, method, path) };
}

function emptyPlace<R extends Routed>(): Place<R> {
  return { fixed: new Map(), mixed: [], parameter: undefined, ends: new Map() };
}

function addRoute<R extends Routed>(root: Place<R>, route: R): void {
  const { method, path } = route.operation;
  const segments = parsePathTemplate(path);
  const place = segments.reduce(addSegment<R>, root);
  if (place.ends.has(method)) return;
  place.ends.set(method, { route, names: segments.flatMap(segmentNames) });
}

function segmentNames(segment: SegmentTemplate): readonly string[] {
  if (segment.type === "static") return [];
  return segment.type === "parameter" ? [segment.name] : segment.names;
}

function addSegment<R extends Routed>(place: Place<R>, segment: SegmentTemplate): Place<R> {
  switch (segment.type) {
    case "static":
      return addFixed(place, decoded(segment.text) ?? segment.text);
    case "parameter":
      return (place.parameter ??= emptyPlace());
    case "mixed":
      return addMixed(place, segment.texts);
  }
}

function addFixed<R extends Routed>(place: Place<R>, text: string): Place<R> {
  const next = place.fixed.get(text) ?? emptyPlace<R>();
  place.fixed.set(text, next);
  return next;
}

function addMixed<R extends Routed>(place: Place<R>, texts: readonly string[]): Place<R> {
  const known = place.mixed.find((option) => option.texts.join("{}") === texts.join("{}"));
  if (known) return known.place;
  const added = { texts, place: emptyPlace<R>() };
  place.mixed.push(added);
  place.mixed.sort((left, right) => textLength(right.texts) - textLength(left.texts));
  return added.place;
}

function textLength(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

function find<R extends Routed>(root: Place<R>, method: string, path: string): RouteMatch<R> {
  if (!path.startsWith("/")) return { type: "malformed" };
  const raw = path.slice(1).split("/");
  const texts = textsOf(path, raw);
  if (!texts) return { type: "malformed" };
  const search: Search = { raw, texts, method, values: [], allow: undefined };
  const end = walk(root, 0, search);
  if (end) return { type: "match", route: end.route, path: named(end.names, search.values) };
  const allow = search.allow && allowed(search.allow);
  return allow ? { type: "method-not-allowed", allow } : { type: "not-found" };
}

/** The segments without escapes; `undefined` where one is none. One look at the whole is cheaper than one at each. */
function textsOf(path: string, raw: readonly string[]): readonly string[] | undefined {
  if (!path.includes("%")) return /\/\.\.?(?:\/|$)|\0/.test(path) ? undefined : raw;
  const texts = raw.map(decoded);
  return texts.every(isSegment) ? texts : undefined;
}

/** Whether the text may stand between slashes; `undefined` is one whose escapes are broken. */
function isSegment(text: string | undefined): text is string {
  return text !== undefined && text !== "." && text !== ".." && !text.includes("\0");
}

function named(names: readonly string[], values: readonly string[]): ReadonlyMap<string, string> {
  const path = new Map<string, string>();
  let index = 0;
  for (const name of names) {
    path.set(name, values[index] ?? "");
    index += 1;
  }
  return path;
}

interface Search {
  readonly raw: readonly string[];
  /** The same segments without escapes. */
  readonly texts: readonly string[];
  readonly method: string;
  /** Values of the parameters up to the place that is looked at. */
  readonly values: string[];
  /** Methods of the places that fit the path; absent until there is one. */
  allow: Set<string> | undefined;
}

/** Looks below `place` for the segment `at` and what follows. Each place is visited at most once. */
function walk<R extends Routed>(place: Place<R>, at: number, search: Search): End<R> | undefined {
  const text = search.texts[at];
  const raw = search.raw[at];
  if (text === undefined || raw === undefined) return endAt(place, search);
  const fixed = place.fixed.get(text);
  const end = fixed && walk(fixed, at + 1, search);
  if (end || text === "") return end;
  const plain = place.mixed.length > 0 ? unescaped(raw) : raw;
  for (const option of place.mixed) {
    const values = matchMixed(plain, option.texts);
    const found = values && walkWith(values, option.place, at + 1, search);
    if (found) return found;
  }
  if (!place.parameter) return undefined;
  search.values.push(raw);
  const below = walk(place.parameter, at + 1, search);
  if (!below) search.values.pop();
  return below;
}

function walkWith<R extends Routed>(
  values: readonly string[],
  place: Place<R>,
  at: number,
  search: Search,
): End<R> | undefined {
  const before = search.values.length;
  search.values.push(...values);
  const end = walk(place, at, search);
  if (!end) search.values.length = before;
  return end;
}

function endAt<R extends Routed>(place: Place<R>, search: Search): End<R> | undefined {
  const end =
    place.ends.get(search.method) ?? (search.method === "HEAD" ? place.ends.get("GET") : undefined);
  if (!end && place.ends.size > 0) {
    search.allow ??= new Set();
    for (const method of place.ends.keys()) search.allow.add(method);
  }
  return end;
}

function allowed(methods: ReadonlySet<string>): readonly string[] {
  const head: HttpMethod[] = methods.has("GET") ? ["HEAD"] : [];
  return [...new Set([...methods, ...head, "OPTIONS"])].sort();
}

/** Without the escapes that say nothing: of letters, digits and `-._~`. RFC 3986, section 6.2.2.2. */
function unescaped(segment: string): string {
  if (!segment.includes("%")) return segment;
  return segment.replaceAll(/%(?:2[de]|3\d|[46][1-9a-f]|[57][\da]|5f|7e)/gi, decodeURIComponent);
}

/** Without escapes; `undefined` where these are broken or not UTF-8, overlong forms included. */
function decoded(segment: string): string | undefined {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
