import { isUrl } from "./is-url.ts";

/**
 * A schema that has a URI of its own (`$id`), or a whole file. JSON Schema 2020-12 (Core), section 4.3.5.
 *
 * References below it start from its URI, and its anchors are its own.
 */
export interface SchemaResource {
  /** Without a fragment. */
  readonly uri: string;
  /** Where it stands in its file. */
  readonly pointer: string;
  /** Whether keywords beside `$ref` have no meaning, as in draft 7 and before. */
  readonly bareRefs: boolean;
  /** Pointers, in the file, by name: `$anchor` and `$dynamicAnchor`. Core, section 8.2.2. */
  readonly anchors: ReadonlyMap<string, string>;
  /** Those that stand under `$dynamicAnchor`. */
  readonly dynamic: ReadonlySet<string>;
}

interface Found {
  readonly uri: string;
  readonly pointer: string;
  readonly bareRefs: boolean;
  readonly anchors: Map<string, string>;
  readonly dynamic: Set<string>;
}

/** Members that are schemas, or lead to some. Whatever stands under other keys is the author's own JSON. */
const OBJECTS = new Set([
  ..."items additionalItems additionalProperties propertyNames unevaluatedItems".split(" "),
  ..."unevaluatedProperties contains not if then else contentSchema schema itemSchema".split(" "),
  ..."allOf anyOf oneOf prefixItems parameters components requestBody".split(" "),
  ..."get put post delete options head patch trace query".split(" "),
]);

/** Members whose own members bear names that the author chose. */
const NAMED = new Set([
  ..."properties patternProperties dependentSchemas $defs definitions dependencies".split(" "),
  ..."schemas responses parameters requestBodies headers pathItems paths webhooks".split(" "),
  ..."content encoding additionalOperations mediaTypes".split(" "),
]);

/** A cheap look at the text: most specs have neither identifiers nor anchors. */
export function mayHaveResources(text: string): boolean {
  return /\$(?:id|anchor|dynamicAnchor)\b|jsonSchemaDialect/.test(text);
}

/** Every resource of a file; the file itself comes first. */
export function findResources(path: string, value: unknown): SchemaResource[] {
  const dialect = isObject(value) ? dialectOf(value, "jsonSchemaDialect") : undefined;
  const file = newResource(fileUri(path), "", dialect ?? false);
  const found = [file];
  collect(value, "", "file", file, found);
  return found;
}

/** The URI of a file that has given itself none. */
export function fileUri(path: string): string {
  if (isUrl(path)) return path;
  return `file:///${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** The URI that `ref` means where the base is `base`, without its fragment; `undefined` for what is no reference. */
export function resolveUri(ref: string, base: string): string | undefined {
  try {
    const url = new URL(ref, base);
    url.hash = "";
    return url.href;
  } catch {
    return undefined;
  }
}

/** The resource that a place is in: the innermost. */
export function resourceAt(
  resources: readonly SchemaResource[],
  place: string,
): SchemaResource | undefined {
  let found: SchemaResource | undefined;
  for (const resource of resources) {
    const { pointer } = resource;
    const holds = place === pointer || place.startsWith(`${pointer}/`);
    if (holds && pointer.length >= (found?.pointer.length ?? 0)) found = resource;
  }
  return found;
}

type Role = "file" | "object" | "names" | "callbacks";

function collect(value: unknown, pointer: string, role: Role, above: Found, found: Found[]): void {
  if (!isObject(value)) return;
  if (Array.isArray(value)) {
    value.forEach((item, index) => collect(item, `${pointer}/${index}`, "object", above, found));
    return;
  }
  const isObjectOrFile = role === "object" || role === "file";
  const within = isObjectOrFile ? enter(value, pointer, above, found) : above;
  for (const [key, member] of Object.entries(value)) {
    const next = isObjectOrFile ? roleOf(key, member, role) : below(role);
    const at = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (next) collect(member, at, next, within, found);
  }
}

// A file may be a mere bag of schemas under names that its author chose, or of such bags.
function roleOf(key: string, member: unknown, role: "file" | "object"): Role | undefined {
  if (key === "callbacks") return "callbacks";
  if (NAMED.has(key) && !Array.isArray(member)) return "names";
  if (OBJECTS.has(key)) return "object";
  return role === "object" ? undefined : isBag(member) ? "file" : "object";
}

function isBag(value: unknown): boolean {
  if (!isObject(value) || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([key, member]) => isObject(member) && !OBJECTS.has(key) && !NAMED.has(key),
  );
}

// A callback's name leads to expressions, and these to Path Items.
function below(role: Role): Role {
  return role === "callbacks" ? "names" : "object";
}

function enter(value: object, pointer: string, above: Found, found: Found[]): Found {
  if (above.bareRefs && textOf(value, "$ref") !== undefined) return above;
  const id = textOf(value, "$id");
  const resource = id === undefined ? above : identified(id, value, pointer, above, found);
  const anchor = textOf(value, "$anchor");
  const dynamic = textOf(value, "$dynamicAnchor");
  if (anchor !== undefined) addAnchor(resource, anchor, pointer);
  if (dynamic !== undefined) {
    addAnchor(resource, dynamic, pointer);
    resource.dynamic.add(dynamic);
  }
  return resource;
}

// Draft 7 writes an anchor as `$id: "#name"`.
function identified(
  id: string,
  value: object,
  pointer: string,
  above: Found,
  found: Found[],
): Found {
  if (id.startsWith("#")) {
    addAnchor(above, id.slice(1), pointer);
    return above;
  }
  const uri = resolveUri(id, above.uri);
  if (uri === undefined) return above;
  const bareRefs = dialectOf(value, "$schema") ?? above.bareRefs;
  const resource = newResource(uri, pointer, bareRefs);
  found.push(resource);
  return resource;
}

function addAnchor({ anchors }: Found, name: string, pointer: string): void {
  if (!anchors.has(name)) anchors.set(name, pointer);
}

function newResource(uri: string, pointer: string, bareRefs: boolean): Found {
  return { uri, pointer, bareRefs, anchors: new Map(), dynamic: new Set() };
}

function dialectOf(value: object, key: string): boolean | undefined {
  const uri = textOf(value, key);
  return uri === undefined ? undefined : /\bdraft-0[3-7]\b/.test(uri);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function textOf(value: object, key: string): string | undefined {
  const member: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
  return typeof member === "string" ? member : undefined;
}
