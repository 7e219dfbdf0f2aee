import { integerDigits } from "../../exact-number.ts";
import type { HeldNumber, NumberSchema, Numeral } from "../../model/api-model.ts";
import { stringLiteral } from "../shared/literals.ts";

/** What makes a `bigint`, or the text of a number, wrong. @param kit Gives the name of a check of the runtime. */
export function heldTerms(
  { minimum, maximum, multipleOf }: NumberSchema,
  value: string,
  held: HeldNumber,
  kit: (name: string) => string,
): string[] {
  const compare = (sign: string, limit: Numeral): string =>
    held === "bigint" && integerDigits(limit) !== undefined
      ? `${value} ${sign} ${integerDigits(limit)}n`
      : `${kit("compareNumerals")}(${textOf(value, held)}, ${numeralText(limit)}) ${sign} 0`;
  return [
    held === "bigint"
      ? `typeof ${value} !== "bigint"`
      : `!${kit(held === "integer-text" ? "isIntegerText" : "isDecimalText")}(${value})`,
    ...(minimum ? [compare(minimum.exclusive ? "<=" : "<", minimum.value)] : []),
    ...(maximum ? [compare(maximum.exclusive ? ">=" : ">", maximum.value)] : []),
    ...(multipleOf === undefined ? [] : [notMultiple(value, multipleOf, held, kit)]),
  ];
}

function notMultiple(
  value: string,
  divisor: Numeral,
  held: HeldNumber,
  kit: (name: string) => string,
): string {
  const digits = integerDigits(divisor);
  if (held === "bigint" && digits !== undefined) return `${value} % ${digits}n !== 0n`;
  return `!${kit("isMultipleOfNumeral")}(${textOf(value, held)}, ${numeralText(divisor)})`;
}

function textOf(value: string, held: HeldNumber): string {
  return held === "bigint" ? `String(${value})` : value;
}

/** A limit as the checks of texts take it. */
export function numeralText(limit: Numeral): string {
  return stringLiteral(String(limit));
}
