import type { EncodingDescriptor } from "../../contract.ts";
import { hasStyle, isWhole } from "../../serialize/form.ts";
import type { Limits, Shape } from "../contract.ts";
import { defaultLimits } from "../limits.ts";
import { put } from "../put.ts";
import { decodeFields, type Field } from "./fields.ts";
import { parseJson } from "./json.ts";
import { type Pair, parsePairs } from "./pairs.ts";
import { objectShapes } from "./shapes.ts";

/** How the properties of a form body are written. OpenAPI 3.1, section 4.8.15 (Encoding Object). */
export type Encoding = Readonly<Record<string, EncodingDescriptor>>;

/**
 * Decodes a body of type `application/x-www-form-urlencoded`.
 *
 * Names may have brackets, whatever the encoding says: `a[b]`, `a[]`, `a[0]`. Text that does not fit its shape stays
 * text; names that the shape does not know are kept.
 *
 * @throws {ProblemError} 400 for broken escapes, contradicting keys, and what goes beyond `limits`.
 */
export function decodeForm(
  text: string,
  shape: Shape,
  encoding: Encoding = {},
  limits: Limits = defaultLimits,
): Record<string, unknown> {
  const pairs = parsePairs(text, limits).map((pair) => {
    const own = Object.hasOwn(encoding, pair.key) ? encoding[pair.key] : undefined;
    const isText = !isWhole(own) || hasStyle(own) || typeof pair.value !== "string";
    return isText ? pair : { ...pair, value: parseJson(pair.value, limits, pair.key, own?.codec) };
  });
  return decodeFormPairs(pairs, shape, encoding, limits);
}

/** The same for pairs that are taken apart already. */
export function decodeFormPairs(
  pairs: readonly Pair[],
  shape: Shape,
  encoding: Encoding,
  limits: Limits,
): Record<string, unknown> {
  const [object] = objectShapes(shape);
  const fields = Object.entries(object?.object ?? {}).map(([name, property]): Field => {
    const own = Object.hasOwn(encoding, name) ? encoding[name] : undefined;
    // Where the spec says nothing of an object, it travels with brackets: spread out it would lose its name.
    const spread = hasStyle(own);
    return { name, key: name, shape: property, style: own?.style, explode: own?.explode, spread };
  });
  const { values, rest } = decodeFields(pairs, fields, object?.rest ?? "unknown", limits);
  for (const [key, value] of Object.entries(rest)) put(values, key, value);
  return values;
}
