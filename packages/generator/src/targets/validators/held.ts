import type { Held, NumberSchema, Numeral, StringSchema } from "../../model/api-model.ts";
import type { Options } from "./explain-call.ts";

/** Values that programs hold in another form than JSON has: their tests and explanations. */

const FORMS: Readonly<Record<Held, { readonly test: string; readonly noun: string }>> = {
  bigint: { test: "isBigint", noun: "a bigint" },
  "integer-text": { test: "isIntegerText", noun: "the text of an integer" },
  "decimal-text": { test: "isDecimalText", noun: "the text of a number" },
  date: { test: "isDate", noun: "a Date" },
};

/** What makes a value wrong, any of these. */
export function wrongHeld(
  schema: StringSchema | NumberSchema,
  held: Held,
  value: string,
  kit: (name: string) => string,
): string[] {
  const type = `!${kit(FORMS[held].test)}(${value})`;
  if (schema.kind === "string") return [type];
  const { minimum, maximum, multipleOf } = schema;
  const number = comparable(held, value);
  return [
    type,
    ...(minimum
      ? [`${number} ${minimum.exclusive ? "<=" : "<"} ${numeralText(held, minimum.value)}`]
      : []),
    ...(maximum
      ? [`${number} ${maximum.exclusive ? ">=" : ">"} ${numeralText(held, maximum.value)}`]
      : []),
    ...(multipleOf === undefined ? [] : [notMultiple(held, number, multipleOf, kit)]),
  ];
}

function comparable(held: Held, value: string): string {
  if (held === "integer-text") return `BigInt(${value})`;
  return held === "decimal-text" ? `Number(${value})` : value;
}

function notMultiple(
  held: Held,
  number: string,
  divisor: Numeral,
  kit: (name: string) => string,
): string {
  const text = numeralText(held, divisor);
  if (text.endsWith("n")) return `${number} % ${text} !== 0n`;
  const double = held === "decimal-text" ? number : `Number(${number})`;
  return `!${kit("isMultipleOf")}(${double}, ${text})`;
}

/** A whole number beside integers is a bigint, so that none of its digits is lost. */
function numeralText(held: Held, numeral: Numeral): string {
  const text = String(numeral);
  return held !== "decimal-text" && /^-?\d+$/.test(text) ? `${text}n` : text;
}

/** The arguments that tell `explainHeld` what to look for: the test, the words for it, and the limits. */
export function heldArguments(
  schema: StringSchema | NumberSchema,
  held: Held,
  kit: (name: string) => string,
): { readonly args: readonly string[]; readonly options: Options } {
  const { test, noun } = FORMS[held];
  const args = [kit(test), `"${noun}"`];
  if (schema.kind === "string") return { args, options: [] };
  const { minimum, maximum, multipleOf } = schema;
  const text = (numeral: Numeral | undefined): string | undefined =>
    numeral === undefined ? undefined : numeralText(held, numeral);
  return {
    args,
    options: [
      [minimum?.exclusive ? "above" : "minimum", text(minimum?.value)],
      [maximum?.exclusive ? "below" : "maximum", text(maximum?.value)],
      ["multipleOf", text(multipleOf)],
    ],
  };
}

export function heldNoun(held: Held): string {
  return FORMS[held].noun;
}
