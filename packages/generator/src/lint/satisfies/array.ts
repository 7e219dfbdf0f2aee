import type { ArraySchema } from "../../model/api-model.ts";
import { counted, expected } from "./issue.ts";
import type { Issue } from "./issue.ts";
import type { Check } from "./satisfies.ts";

/** JSON Schema 2020-12 (Validation), section 6.4. */
export function checkArray(
  value: unknown,
  schema: ArraySchema,
  pointer: string,
  check: Check,
): readonly Issue[] {
  if (!Array.isArray(value)) return expected(pointer, "an array", value);
  const { minItems = 0, maxItems = Infinity, uniqueItems, prefixItems = [], items } = schema;
  const found = `found ${value.length}`;
  const few = `expected at least ${counted(minItems, "item")}, ${found}`;
  const many = `expected at most ${counted(maxItems, "item")}, ${found}`;
  return [
    ...(value.length < minItems ? [{ pointer, message: few }] : []),
    ...(value.length > maxItems ? [{ pointer, message: many }] : []),
    ...(uniqueItems && !isUnique(value) ? [{ pointer, message: "two items are equal" }] : []),
    ...value.flatMap((item: unknown, index) =>
      check(item, prefixItems[index] ?? items, `${pointer}/${index}`),
    ),
  ];
}

function isUnique(items: readonly unknown[]): boolean {
  return new Set(items.map(canonical)).size === items.length;
}

/** JSON text with sorted keys: equal for equal values. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
