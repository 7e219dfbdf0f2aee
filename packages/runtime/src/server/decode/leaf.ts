import { dateOf } from "../../wire/date.ts";
import { integerOf } from "../../wire/numeral.ts";
import type { Shape } from "../contract.ts";
import { alternatives, type PlainShape } from "./shapes.ts";

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const jsonInteger = /^(?:0|-?[1-9]\d*)$/;

/**
 * The value that a text stands for.
 *
 * Only what is written as JSON writes it becomes a number or a boolean: `007`, `1_000` and integers beyond the safe
 * range stay text. So does everything that does not fit its shape, for the validator to say what is wrong with it.
 * An empty text is `null` where a `null` may stand and a string may not.
 */
export function leafValue(value: unknown, shape: Shape): unknown {
  // A file of a multipart form is what it is.
  if (typeof value !== "string" || shape === "string") return value;
  const options = alternatives(shape);
  const read = readScalar(value, options);
  if (read !== undefined) return read;
  return value === "" && options.includes("null") && !takesText(options) ? null : value;
}

/** Whether a text fits one of the scalars that the shape allows. */
export function fitsLeaf(value: unknown, shape: Shape): boolean {
  const options = alternatives(shape);
  if (takesText(options)) return true;
  if (typeof value !== "string") return false;
  return readScalar(value, options) !== undefined || leafValue(value, shape) !== value;
}

/** The text as a number, boolean or date, where one of these is allowed and the text is one. */
export function readScalar(
  text: string,
  options: readonly PlainShape[],
): string | number | bigint | boolean | Date | undefined {
  if (options.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  if (options.includes("number") && jsonNumber.test(text)) return finite(Number(text));
  if (options.includes("integer") && jsonInteger.test(text)) {
    const number = Number(text);
    if (Number.isSafeInteger(number)) return number;
  }
  if (options.includes("bigint") && jsonInteger.test(text)) return integerOf(text);
  if (options.includes("integer-text") && jsonInteger.test(text)) return text;
  if (options.includes("decimal-text") && jsonNumber.test(text)) return text;
  return options.includes("date") ? dateOf(text) : undefined;
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}

/** Whether any text will do. */
export function takesText(options: readonly PlainShape[]): boolean {
  return options.includes("string") || options.includes("unknown");
}
