import { isDecimalText, isIntegerText } from "../validate/held.ts";
import { NumberText } from "./lossless.ts";
import { momentOf } from "./moment.ts";

/**
 * Where in a value stands what JSON has another form for: a 64-bit integer, held as a bigint or as text; a decimal, held
 * as text; a moment, held as a `Date`. What is not named is the same on both sides.
 *
 * Named wires refer to each other through functions, so that they may be recursive and in any order.
 */
export type Wire =
  | "bigint"
  | "integer-text"
  | "decimal-text"
  | "date"
  | { readonly items: Wire }
  | { readonly first: readonly (Wire | null)[] }
  | { readonly object: Readonly<Record<string, Wire>>; readonly rest?: Wire }
  /** Each of them, where it fits: a value of several schemas, or of one of several. */
  | { readonly all: readonly Wire[] }
  /** The one that the text under `by` names. */
  | { readonly by: string; readonly wires: Readonly<Record<string, Wire>> }
  | (() => Wire);

/** Turns one value that is neither list nor object. */
type Turn = (value: unknown, leaf: Extract<Wire, string>) => unknown;

/** Deeper than any document that people write, and shallow enough for every platform's stack. */
const DEEPEST = 1_000;

/** The value as programs hold it. Parts are replaced where they stand. @throws {RangeError} where it is nested too deeply */
export function fromWire(value: unknown, wire: Wire): unknown {
  return turned(value, wire, held, (part) => part, 0);
}

/** The value as it travels; the given one is left as it is. @throws {RangeError} where it is nested too deeply */
export function toWire(value: unknown, wire: Wire): unknown {
  return turned(value, wire, sent, copied, 0);
}

function turned(
  value: unknown,
  wire: Wire,
  turn: Turn,
  own: (part: object) => object,
  depth: number,
): unknown {
  if (depth > DEEPEST) throw new RangeError("This value is nested too deeply.");
  if (typeof wire === "string") return turn(value, wire);
  const below = (part: unknown, inner: Wire): unknown => turned(part, inner, turn, own, depth + 1);
  if (typeof wire === "function") return below(value, wire());
  if ("all" in wire) return wire.all.reduce(below, value);
  if (typeof value !== "object" || value === null || writesItself(value)) return value;
  if (Array.isArray(value)) {
    if ("items" in wire) return replaced(own(value), value.keys(), () => wire.items, below);
    if ("first" in wire) {
      return replaced(own(value), wire.first.keys(), (index) => wire.first[Number(index)], below);
    }
    return value;
  }
  if ("by" in wire) {
    const name: unknown = Object.hasOwn(value, wire.by) ? Reflect.get(value, wire.by) : undefined;
    const chosen = typeof name === "string" ? ownWire(wire.wires, name) : undefined;
    return chosen === undefined ? value : below(value, chosen);
  }
  if (!("object" in wire)) return value;
  const keys = wire.rest === undefined ? Object.keys(wire.object) : Object.keys(value);
  return replaced(own(value), keys, (key) => ownWire(wire.object, String(key)) ?? wire.rest, below);
}

function ownWire(wires: Readonly<Record<string, Wire>>, key: string): Wire | undefined {
  return Object.hasOwn(wires, key) ? wires[key] : undefined;
}

// Only what is there already is written: a property of its own named `__proto__` stays one.
function replaced(
  holder: object,
  keys: Iterable<string | number>,
  wireOf: (key: string | number) => Wire | null | undefined,
  below: (part: unknown, wire: Wire) => unknown,
): object {
  for (const key of keys) {
    const wire = wireOf(key);
    if (!wire || !Object.hasOwn(holder, key)) continue;
    const part = below(Reflect.get(holder, key), wire);
    Object.defineProperty(holder, key, {
      value: part,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
  return holder;
}

/** A value that knows how it travels, such as a `Date`. */
function writesItself(value: object): boolean {
  return typeof Reflect.get(value, "toJSON") === "function" && !Object.hasOwn(value, "toJSON");
}

function copied(part: object): object {
  return Array.isArray(part) ? [...part] : { ...part };
}

function held(value: unknown, leaf: Extract<Wire, string>): unknown {
  if (leaf === "date") return typeof value === "string" ? momentOf(value) : value;
  const text = value instanceof NumberText ? value.text : String(value);
  if (typeof value !== "number" && !(value instanceof NumberText)) return value;
  if (leaf === "decimal-text") return text;
  if (!isIntegerText(text)) return value;
  return leaf === "bigint" ? BigInt(text) : text;
}

function sent(value: unknown, leaf: Extract<Wire, string>): unknown {
  if (typeof value !== "string") return value;
  const isNumber = leaf === "decimal-text" ? isDecimalText(value) : isIntegerText(value);
  return isNumber && leaf !== "date" && leaf !== "bigint" ? new NumberText(value) : value;
}
