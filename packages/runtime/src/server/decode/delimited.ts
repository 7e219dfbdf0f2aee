import type { Limits, Shape } from "../contract.ts";
import { malformed } from "../problem.ts";
import { put } from "../put.ts";
import { leafValue, readScalar, takesText } from "./leaf.ts";
import { alternatives, itemShape, objectShapes, propertyShape } from "./shapes.ts";

/** How one text holds several values. */
export interface Delimiters {
  /** Between items, and between properties: `","`, or a pattern where there are several spellings. */
  readonly items: string | RegExp;
  /** Between key and value of a property; absent where keys and values alternate as items. */
  readonly entry?: string;
  /** Undoes the escapes of one part, after the text was cut: an escaped delimiter is none. */
  readonly decode: (part: string) => string;
}

/**
 * The value that one text stands for in a style with delimiters: an array or object where the shape allows one, else a
 * scalar. OpenAPI 3.1, section 4.8.12.2.
 *
 * @throws {ProblemError} 400 for more items than allowed.
 */
export function delimitedValue(
  raw: string,
  shape: Shape,
  { items, entry, decode }: Delimiters,
  limits: Limits,
): unknown {
  const options = alternatives(shape);
  const item = itemShape(shape);
  const [object] = objectShapes(shape);
  const text = decode(raw);
  if (!item && !object) return leafValue(text, shape);
  if (readScalar(text, options) !== undefined) return leafValue(text, shape);
  if (raw === "")
    return takesText(options) || options.includes("null") ? leafValue(text, shape) : [];
  const parts = raw.split(items, limits.arrayLength + 1);
  if (parts.length > limits.arrayLength) {
    throw malformed(`A parameter may have at most ${limits.arrayLength} items.`);
  }
  if (item) return parts.map((part) => leafValue(decode(part), item));
  const entries = entry === undefined ? alternating(parts) : separated(parts, entry);
  if (!object || !entries) return text;
  const value: Record<string, unknown> = {};
  for (const [rawKey, rawValue] of entries) {
    const key = decode(rawKey);
    put(value, key, leafValue(decode(rawValue), propertyShape(object, key) ?? "unknown"));
  }
  return value;
}

type Entries = readonly (readonly [key: string, value: string])[];

/** `R,100,G,200`; `undefined` where the last key has no value. */
function alternating(parts: readonly string[]): Entries | undefined {
  if (parts.length % 2 !== 0) return undefined;
  return parts.flatMap((part, index) =>
    index % 2 === 0 ? [[part, parts[index + 1] ?? ""] as const] : [],
  );
}

/** `R=100,G=200`; `undefined` where a part has no separator. */
function separated(parts: readonly string[], entry: string): Entries | undefined {
  if (!parts.every((part) => part.includes(entry))) return undefined;
  return parts.map((part) => {
    const at = part.indexOf(entry);
    return [part.slice(0, at), part.slice(at + entry.length)] as const;
  });
}
