import { escapePointer } from "./pointer.ts";
import type { Issues } from "./issues.ts";
import { isRecord } from "./objects.ts";

/** Rules of JSON Schema that no type can show. Those for objects or arrays let every other value pass. */

/** Tells whether a value matches a schema. */
type Check = (value: unknown) => boolean;

/** Whether the value is a JSON object with a property of that name. */
export function hasProperty(value: unknown, name: string): boolean {
  return isRecord(value) && Object.hasOwn(value, name);
}

/**
 * Whether enough items match, and not too many. JSON Schema 2020-12 (Core), section 10.3.1.3 (`contains`).
 *
 * @param most Default: no limit.
 */
export function contains(
  value: unknown,
  check: Check,
  least: number,
  most: number = Infinity,
): boolean {
  if (!Array.isArray(value)) return true;
  const count = matching(value, check);
  return count >= least && count <= most;
}

export function explainContains(
  value: unknown,
  issues: Issues,
  at: string,
  check: Check,
  least: number,
  most: number = Infinity,
): void {
  if (!Array.isArray(value)) return;
  const count = matching(value, check);
  if (count < least) issues.broken(at, "contains", `at least ${least} matching items`, value);
  if (count > most) issues.broken(at, "maxContains", `at most ${most} matching items`, value);
}

function matching(items: readonly unknown[], check: Check): number {
  let count = 0;
  for (const item of items) if (check(item)) count += 1;
  return count;
}

/** Whether the name of each property matches. JSON Schema 2020-12 (Core), section 10.3.2.4 (`propertyNames`). */
export function everyKey(value: unknown, check: Check): boolean {
  return !isRecord(value) || Object.keys(value).every((key) => check(key));
}

export function explainKeys(
  value: unknown,
  issues: Issues,
  at: string,
  explain: (value: unknown, issues: Issues, at: string) => void,
): void {
  if (!isRecord(value)) return;
  for (const key of Object.keys(value)) explain(key, issues, `${at}/${escapePointer(key)}`);
}

/**
 * Whether an object that has the one property has the others too. JSON Schema 2020-12 (Validation), section 6.5.4
 * (`dependentRequired`).
 */
export function dependsOn(value: unknown, name: string, required: readonly string[]): boolean {
  return !hasProperty(value, name) || required.every((other) => hasProperty(value, other));
}

export function explainDependency(
  value: unknown,
  issues: Issues,
  at: string,
  name: string,
  required: readonly string[],
): void {
  if (!hasProperty(value, name)) return;
  for (const other of required) {
    if (!hasProperty(value, other)) issues.missing(`${at}/${escapePointer(other)}`);
  }
}
