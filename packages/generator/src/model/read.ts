import { ExactNumber } from "../exact-number.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import type { Node } from "../resolve/spec-document.ts";
import { missingField, wrongType } from "../diagnostics/catalog/model.ts";
import type { Numeral } from "./api-model.ts";
import type { ModelContext } from "./context.ts";

/** Typed reading of the spec's own fields: a value of the wrong kind is reported and then taken as absent. */

export function member(node: Node, key: string | number): Node | undefined {
  const child = ownValue(node.value, key);
  return child === undefined ? undefined : { value: child, at: below(node.at, key) };
}

// Own members only: a key named like something every object inherits must not find that.
function ownValue(value: unknown, key: string | number): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}

/** The own keys of an object, in document order; none for anything else. */
export function keys(node: Node): string[] {
  return isPlainObject(node.value) ? Object.keys(node.value) : [];
}

export function below(at: Place, key: string | number): Place {
  const token = String(key).replaceAll("~", "~0").replaceAll("/", "~1");
  return { file: at.file, pointer: `${at.pointer}/${token}` };
}

export function text(node: Node, key: string, context: ModelContext): string | undefined {
  return scalar(node, key, "a string", isText, context);
}

/** The string at `key`; that it is not there is reported. `holder` is what a message calls the node: `"A parameter"`. */
export function requiredText(
  node: Node,
  key: string,
  holder: string,
  context: ModelContext,
): string | undefined {
  if (!member(node, key)) context.report(missingField(node.at, key, holder));
  return text(node, key, context);
}

/** Where the member `key` stands; of a member that is not there, where its holder does. */
export function placeOf(node: Node, key: string): Place {
  return member(node, key)?.at ?? node.at;
}

export function flag(node: Node, key: string, context: ModelContext): boolean | undefined {
  return scalar(node, key, "true or false", isFlag, context);
}

export function count(node: Node, key: string, context: ModelContext): number | undefined {
  const found = member(node, key);
  // Nothing has as many members as a number that a double cannot hold.
  if (found?.value instanceof ExactNumber)
    return Math.min(Math.max(0, Math.trunc(found.value.valueOf())), Number.MAX_SAFE_INTEGER);
  return scalar(node, key, "a whole number of at least 0", isCount, context);
}

export function numeral(node: Node, key: string, context: ModelContext): Numeral | undefined {
  return scalar(node, key, "a number", isNumeral, context);
}

/** The object at `key`, references followed. */
export function object(node: Node, key: string, context: ModelContext): Node | undefined {
  const child = member(node, key);
  if (!child) return undefined;
  const target = context.document.follow(child);
  return target && expectObject(target, context);
}

/** The entries of the object at `key`, in document order, references not followed. */
export function entries(node: Node, key: string, context: ModelContext): [string, Node][] {
  const child = object(node, key, context);
  if (!child) return [];
  return keys(child).flatMap((name): [string, Node][] => {
    const entry = member(child, name);
    return entry ? [[name, entry]] : [];
  });
}

/** The items of the array at `key`, references not followed. */
export function items(node: Node, key: string, context: ModelContext): Node[] {
  const child = member(node, key);
  if (!child) return [];
  if (!Array.isArray(child.value)) {
    context.report(wrongType(child.at, "an array", child.value));
    return [];
  }
  return child.value.map((value: unknown, index) => ({ value, at: below(child.at, index) }));
}

export function texts(node: Node, key: string, context: ModelContext): string[] {
  return items(node, key, context).flatMap((item) => {
    if (typeof item.value === "string") return [item.value];
    context.report(wrongType(item.at, "a string", item.value));
    return [];
  });
}

export function expectObject(node: Node, context: ModelContext): Node | undefined {
  if (isPlainObject(node.value)) return node;
  context.report(wrongType(node.at, "an object", node.value));
  return undefined;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (value instanceof ExactNumber) return false;
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function scalar<T>(
  node: Node,
  key: string,
  expected: string,
  guard: (value: unknown) => value is T,
  context: ModelContext,
): T | undefined {
  const own = member(node, key);
  if (!own) return undefined;
  if (guard(own.value)) return own.value;
  // Long texts are kept in files of their own by some, though the standard has no reference there.
  const child = member(own, "$ref") ? context.document.follow(own) : own;
  if (!child) return undefined;
  if (guard(child.value)) return child.value;
  context.report(wrongType(child.at, expected, child.value));
  return undefined;
}

const isText = (value: unknown): value is string => typeof value === "string";
const isFlag = (value: unknown): value is boolean => typeof value === "boolean";
const isNumeral = (value: unknown): value is Numeral =>
  Number.isFinite(value) || value instanceof ExactNumber;
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
