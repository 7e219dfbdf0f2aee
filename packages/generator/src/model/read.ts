import type { Place } from "../diagnostics/diagnostic.ts";
import type { Node } from "../resolve/spec-document.ts";
import { missingField } from "../diagnostics/catalog/model.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isObject, readCount, readFlag, readNumeral, readText } from "../structure/readings.ts";
import { HARMLESS_LISTS, wrongList, wrongObject, wrongScalar } from "../structure/wrong-value.ts";
import type { Numeral } from "./api-model.ts";
import type { ModelContext } from "./context.ts";

/**
 * Typed reading of the spec's own fields. A value of the wrong kind is reported and then taken as what it was meant to be,
 * where that is plain, else as absent. Of objects and lists `structure/` has said so already.
 */

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
  return isObject(node.value) ? Object.keys(node.value) : [];
}

export function below(at: Place, key: string | number): Place {
  const token = String(key).replaceAll("~", "~0").replaceAll("/", "~1");
  return { file: at.file, pointer: `${at.pointer}/${token}` };
}

export function text(node: Node, key: string, context: ModelContext): string | undefined {
  return scalar(node, key, "text", readText, context);
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
  return scalar(node, key, "flag", readFlag, context);
}

export function count(node: Node, key: string, context: ModelContext): number | undefined {
  return scalar(node, key, "count", readCount, context);
}

export function numeral(node: Node, key: string, context: ModelContext): Numeral | undefined {
  return scalar(node, key, "number", readNumeral, context);
}

/** The object at `key`, references followed. */
export function object(node: Node, key: string, context: ModelContext): Node | undefined {
  const child = member(node, key);
  if (!child) return undefined;
  const target = context.document.follow(child);
  return target && isObject(target.value) ? target : undefined;
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

/** The Media Type Objects of `content`, in document order, references followed. OpenAPI 3.2, section 4.14. */
export function contents(node: Node, context: ModelContext): [string, Node][] {
  return entries(node, "content", context).flatMap(([type, reference]): [string, Node][] => {
    const target = context.document.follow(reference);
    const media = target && expectObject(target, context);
    return media ? [[type, media]] : [];
  });
}

/** The items of the array at `key`, references not followed. */
export function items(node: Node, key: string, context: ModelContext): Node[] {
  const child = member(node, key);
  if (!child) return [];
  const wrong = wrongList(child, HARMLESS_LISTS.has(key));
  tell(wrong, context);
  if (!Array.isArray(child.value)) return [];
  return child.value.map((value: unknown, index) => ({ value, at: below(child.at, index) }));
}

export function texts(node: Node, key: string, context: ModelContext): string[] {
  return items(node, key, context).flatMap((item) => {
    tell(wrongScalar(item, "text"), context);
    return readText(item.value) ?? [];
  });
}

export function expectObject(node: Node, context: ModelContext): Node | undefined {
  return isObject(node.value) ? node : tell(wrongObject(node), context);
}

function tell(wrong: Diagnostic | undefined, { report }: ModelContext): undefined {
  if (wrong) report(wrong);
}

function scalar<T>(
  node: Node,
  key: string,
  holds: Parameters<typeof wrongScalar>[1],
  read: (value: unknown) => T | undefined,
  context: ModelContext,
): T | undefined {
  const own = member(node, key);
  if (!own) return undefined;
  // Long texts are kept in files of their own by some, though the standard has no reference there.
  const child = member(own, "$ref") ? context.document.follow(own) : own;
  if (child) tell(wrongScalar(child, holds), context);
  return child && read(child.value);
}
