/** JSON values, and what is done to them all over. */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: unknown;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The own member `key`, or `undefined`. */
export function member(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** An object of these entries, where `__proto__` is a key like any other; those without a value are left out. */
export function objectOf(entries: Iterable<readonly [string, unknown]>): JsonObject {
  const made: Record<string, unknown> = {};
  for (const [key, value] of entries) put(made, key, value);
  return made;
}

function put(object: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) return;
  if (key !== "__proto__") object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, configurable: true });
}

/** The object with some members set, or taken away where they are `undefined`. */
export function withMembers(object: JsonObject, changes: JsonObject): JsonObject {
  const made: Record<string, unknown> = {};
  for (const key of Object.keys(object)) {
    put(made, key, Object.hasOwn(changes, key) ? changes[key] : object[key]);
  }
  for (const key of Object.keys(changes)) {
    if (!Object.hasOwn(object, key)) put(made, key, changes[key]);
  }
  return made;
}

/** The value that a path of keys leads to. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (holder, key) => (Array.isArray(holder) ? holder[Number(key)] : member(holder, key)),
    value,
  );
}

/** The value with another one at the end of a path; objects on the way are made where they are missing. */
export function putAt(value: unknown, path: readonly string[], put: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return put;
  return putIn(isObject(value) ? value : {}, [key, ...rest], put);
}

/** The same for a path that is not empty, into an object. */
export function putIn(
  object: JsonObject,
  path: readonly [string, ...string[]],
  put: unknown,
): JsonObject {
  const [key, ...rest] = path;
  return withMembers(object, { [key]: putAt(member(object, key), rest, put) });
}

/** Keys of an RFC 6901 pointer. */
export function pointerKeys(pointer: string): string[] {
  const tokens = pointer.split("/").slice(1);
  return tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Whether two values are equal as JSON, whatever the order of their keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) {
    const isAlike = Array.isArray(other) && one.length === other.length;
    return isAlike && one.every((item, index) => isSame(item, other[index]));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  );
}

/** JSON text with sorted keys: equal for equal values. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      isObject(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ""
  );
}
