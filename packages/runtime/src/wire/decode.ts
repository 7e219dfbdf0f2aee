import type { HeldForm, Wire } from "../contract.ts";
import { dateOf } from "./date.ts";
import { type Is, type PlainWire, partWire, plainWires } from "./look.ts";
import { hasLongNumbers, markNumbers } from "./mark-numbers.ts";
import { integerOf } from "./numeral.ts";

/**
 * The value of a JSON text, in the forms that `wire` tells of. What is not what it should be, such as `1.5` for an
 * integer, is left as `JSON.parse` gives it.
 *
 * It is as strict as `JSON.parse`, which does the reading, and takes no more of the stack however deep the text nests.
 *
 * @param isWritten Whether some of the forms are numbers as they are written.
 * @throws {SyntaxError} for a text that is no JSON.
 */
export function decodeJson(text: string, wire: Wire, isWritten: boolean): unknown {
  // Most texts have no number that a double cannot hold: then the plain value tells all.
  if (!isWritten && !hasLongNumbers(text)) return decode(JSON.parse(text), wire, undefined);
  // 122 random bits: no string of the text begins with them.
  const marker = `${crypto.randomUUID()} `;
  return decode(JSON.parse(markNumbers(text, marker, isWritten)), wire, marker);
}

/** Something with parts, and what is known of their wire. */
interface Whole {
  readonly parts: object;
  readonly known: readonly PlainWire[];
}

/** Changes a parsed value in its place. @param marker In front of numbers that are marked; `undefined`: none is. */
function decode(value: unknown, wire: Wire, marker: string | undefined): unknown {
  const open: Whole[] = [];
  const is: Is = (given, kind) => isKind(sourceOf(given, marker), given, kind);
  const read = (given: unknown, own: Wire | null | undefined): unknown => {
    if (typeof given !== "object" || given === null) {
      const known = own === undefined || own === null ? [] : plainWires(own, given, is);
      return scalarOf(given, known, marker);
    }
    const known = plainWires(own, given, is);
    // Where nothing is known there may still be marked numbers.
    if (known.length > 0 || marker !== undefined) open.push({ parts: given, known });
    return given;
  };
  const result = read(value, wire);
  for (let whole = open.pop(); whole; whole = open.pop()) {
    const { parts, known } = whole;
    // What was parsed has own members only, `__proto__` among them, so that setting one calls nothing.
    for (const key of Object.keys(parts)) {
      const given: unknown = Reflect.get(parts, key);
      const made = read(given, partWire(known, key));
      if (made !== given) Reflect.set(parts, key, made);
    }
  }
  return result;
}

/** The text of a number; `undefined` for what is none. */
function sourceOf(value: unknown, marker: string | undefined): string | undefined {
  if (typeof value === "number") return String(value);
  const isMarked = marker !== undefined && typeof value === "string" && value.startsWith(marker);
  return isMarked ? value.slice(marker.length) : undefined;
}

function isKind(source: string | undefined, value: unknown, kind: Parameters<Is>[1]): boolean {
  switch (kind) {
    case "bigint":
    case "integer-text":
      return source !== undefined && integerOf(source) !== undefined;
    case "number":
    case "decimal-text":
      return source !== undefined;
    case "date":
      return typeof value === "string" && source === undefined && dateOf(value) !== undefined;
    case "string":
      return typeof value === "string" && source === undefined;
    case "boolean":
      return typeof value === "boolean";
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
  }
}

function scalarOf(
  value: unknown,
  known: readonly PlainWire[],
  marker: string | undefined,
): unknown {
  const source = sourceOf(value, marker);
  for (const scalar of known) {
    if (typeof scalar !== "string") continue;
    const read = source === undefined ? readText(value, scalar) : readNumber(source, scalar);
    if (read !== undefined) return read;
  }
  return source === undefined || typeof value === "number" ? value : Number(source);
}

function readText(value: unknown, scalar: HeldForm): Date | undefined {
  return scalar === "date" && typeof value === "string" ? dateOf(value) : undefined;
}

function readNumber(source: string, scalar: HeldForm): bigint | string | undefined {
  if (scalar === "decimal-text") return source;
  if (scalar === "date") return undefined;
  const integer = integerOf(source);
  return scalar === "bigint" ? integer : integer?.toString();
}
