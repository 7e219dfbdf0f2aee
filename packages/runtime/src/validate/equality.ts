import { isRecord } from "./objects.ts";

/**
 * Whether no two items are equal as JSON values: the order of keys does not count, `1` and `true` differ.
 * JSON Schema Validation 2020-12, section 6.4.3.
 */
export function isUnique(items: readonly unknown[]): boolean {
  // A set of keys, not a comparison of pairs: a long array from a stranger must not cost the square of its length.
  return new Set(items.map(canonical)).size === items.length;
}

/** Whether both are the same JSON value. JSON Schema Core 2020-12, section 4.2.2. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  const areComposites = typeof left === "object" && typeof right === "object";
  return areComposites && canonical(left) === canonical(right);
}

/** JSON text with sorted keys: equal for equal values. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "bigint"
      ? { bigint: String(part) }
      : isRecord(part)
        ? Object.fromEntries(Object.entries(part).sort(byKey))
        : part,
  );
}

function byKey([left]: [string, unknown], [right]: [string, unknown]): number {
  return left < right ? -1 : 1;
}
