import type { Pattern } from "./linear-pattern.ts";
import { escapePointer } from "./pointer.ts";
import type { Issues } from "./issues.ts";
import { isRecord, own } from "./objects.ts";

/** Tells whether a value matches a schema. */
type Check = (value: unknown) => boolean;

/** What the other keywords of a schema look at. JSON Schema 2020-12 (Core), section 11. */
export interface Evaluated {
  /** All properties, or all items. */
  readonly all?: boolean;
  readonly properties?: readonly string[];
  readonly patterns?: readonly Pattern[];
  /** How many of the first items. */
  readonly items?: number;
  /** Items that match one of these. */
  readonly contains?: readonly Check[];
  readonly when?: readonly Choice[];
}

/** What is looked at besides, where the value matches `if` or has the property `has`, or does not. */
interface Choice {
  readonly if?: Check;
  readonly has?: string;
  readonly then?: Evaluated;
  readonly else?: Evaluated;
}

/** Whether each property that no other keyword looks at matches (`unevaluatedProperties`). */
export function everyOtherProperty(value: unknown, evaluated: Evaluated, check: Check): boolean {
  return otherProperties(value, evaluated).every((key) => check(own(value, key)));
}

export function explainOtherProperties(
  value: unknown,
  issues: Issues,
  at: string,
  evaluated: Evaluated,
  check: Check,
): void {
  for (const key of otherProperties(value, evaluated)) {
    const place = `${at}/${escapePointer(key)}`;
    if (!check(own(value, key))) refuse(issues, place, "unevaluatedProperties", own(value, key));
  }
}

/** Whether each item that no other keyword looks at matches (`unevaluatedItems`). */
export function everyOtherItem(value: unknown, evaluated: Evaluated, check: Check): boolean {
  return otherItems(value, evaluated).every(([, item]) => check(item));
}

export function explainOtherItems(
  value: unknown,
  issues: Issues,
  at: string,
  evaluated: Evaluated,
  check: Check,
): void {
  for (const [index, item] of otherItems(value, evaluated)) {
    if (!check(item)) refuse(issues, `${at}/${index}`, "unevaluatedItems", item);
  }
}

function refuse(issues: Issues, at: string, keyword: string, value: unknown): void {
  issues.broken(at, keyword, "a value that the schema describes", value);
}

function otherProperties(value: unknown, evaluated: Evaluated): string[] {
  if (!isRecord(value)) return [];
  const looks = looksAt(value, evaluated);
  if (looks.some(({ all }) => all)) return [];
  const names = new Set(looks.flatMap(({ properties = [] }) => properties));
  const patterns = looks.flatMap(({ patterns: own = [] }) => own);
  return Object.keys(value).filter(
    (key) => !names.has(key) && !patterns.some((pattern) => pattern.test(key)),
  );
}

function otherItems(value: unknown, evaluated: Evaluated): (readonly [number, unknown])[] {
  if (!Array.isArray(value)) return [];
  const looks = looksAt(value, evaluated);
  if (looks.some(({ all }) => all)) return [];
  const first = Math.max(0, ...looks.map(({ items = 0 }) => items));
  const checks = looks.flatMap(({ contains = [] }) => contains);
  return value
    .map((item: unknown, index) => [index, item] as const)
    .slice(first)
    .filter(([, item]) => !checks.some((check) => check(item)));
}

/** All that applies to a value, choices made. */
function looksAt(value: unknown, evaluated: Evaluated): Evaluated[] {
  const chosen = (evaluated.when ?? []).map((choice) => {
    const isMet = choice.if?.(value) ?? (isRecord(value) && Object.hasOwn(value, choice.has ?? ""));
    return isMet ? choice.then : choice.else;
  });
  return [evaluated, ...chosen.flatMap((then) => (then ? looksAt(value, then) : []))];
}
