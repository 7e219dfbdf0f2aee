import type { Unchecked } from "./contract.ts";

/**
 * Whether `value` is a JSON object: not `null` and not an array.
 *
 * It tells nothing of the properties; their names become known to the compiler, their values stay `unknown`.
 */
export function isObject<T>(value: unknown): value is Unchecked<T> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether `value` is a JSON object, whatever its keys. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The own property `key` of a JSON object, or `undefined`.
 *
 * For names such as `constructor` and `toString`, which every object also inherits: a plain look-up would find the
 * inherited function where the property is absent.
 */
export function own(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Whether `value` is a JSON object of which each own value passes `check`. An empty object does. */
export function everyValue<T>(
  value: unknown,
  check: (item: unknown) => item is T,
): value is Readonly<Record<string, T>>;
export function everyValue(value: unknown, check: (item: unknown) => boolean): boolean;
export function everyValue(value: unknown, check: (item: unknown) => boolean): boolean {
  if (!isRecord(value)) return false;
  for (const key in value) if (Object.hasOwn(value, key) && !check(value[key])) return false;
  return true;
}

/** The keys that a JSON object has of its own. */
export function keysOf(value: object): readonly string[] {
  return Object.keys(value);
}

/** Whether a JSON object has no own key but the `known` ones. */
export function hasOnlyKeys(value: object, known: ReadonlySet<string>): boolean {
  for (const key in value) if (Object.hasOwn(value, key) && !known.has(key)) return false;
  return true;
}

/** Whether `value` is an array, of whatever items. */
export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
