/** Reads and writes JSON. The platform's own `JSON` is one. */
export interface JsonCodec {
  /** @throws {SyntaxError} for a text that is no JSON. */
  parse(text: string): unknown;
  /** @throws {TypeError} for a value that JSON cannot carry. */
  stringify(value: unknown): string;
}

/**
 * The form in which programs hold what JSON has another form for. `bigint`: an integer of any size. `integer-text`: its
 * digits. `decimal-text`: a number as it is written. `date`: the `Date` of a text of the format `date-time`.
 */
export type HeldForm = "bigint" | "integer-text" | "decimal-text" | "date";

/**
 * Where in a value stands what JSON has another form for. What is left out, or is `null`, is the same on both sides. Named
 * wires refer to each other through functions, so that they may be recursive and in any order.
 */
export type Wire =
  | HeldForm
  /** By property; `rest` is what stands under keys that neither a property nor a pattern describes. */
  | {
      readonly object: Readonly<Record<string, Wire | null>>;
      readonly patterns?: readonly (readonly [TestsKeys, Wire | null])[];
      readonly rest?: Wire;
    }
  /** Of all items; `first`: of the first items, one each, and `items` of those behind them. */
  | { readonly items: Wire | null; readonly first?: readonly (Wire | null)[] }
  /** All of them count. */
  | { readonly all: readonly Wire[] }
  /** The first that the value looks like counts. */
  | { readonly any: readonly WireVariant[] }
  /** The one that the text under `by` names; of a value without one of these, the one that it looks like. */
  | {
      readonly by: string;
      readonly wires: Readonly<Record<string, Wire | null>>;
      readonly any?: readonly WireVariant[];
    }
  | (() => Wire);

/** A pattern of keys: a regular expression, or what stands for one. */
interface TestsKeys {
  test(key: string): boolean;
}

/** One of several ways in which a value may look, as far as it tells them apart. */
export interface WireVariant {
  readonly is: HeldForm | "string" | "number" | "boolean" | "array" | "object";
  /** Properties that it must have. */
  readonly has?: readonly string[];
  /** Values that a property may have. */
  readonly equals?: Readonly<Record<string, readonly (string | number | boolean)[]>>;
  /** What a property is, where it is there. */
  readonly members?: Readonly<Record<string, WireVariant["is"]>>;
  /** Default: it is the same on both sides. */
  readonly wire?: Wire;
}
