import { integerDigits } from "../../exact-number.ts";
import type { NumberAs, NumberSchema, Numeral } from "../../model/api-model.ts";
import { stringLiteral } from "../shared/literals.ts";

/** What makes a `bigint`, or the text of a number, wrong. @param kit Gives the name of a check of the runtime. */
export function exactTerms(
  { minimum, maximum, multipleOf }: NumberSchema,
  value: string,
  as: NumberAs,
  kit: (name: string) => string,
): string[] {
  const compare = (sign: string, limit: Numeral): string =>
    as === "bigint" && integerDigits(limit) !== undefined
      ? `${value} ${sign} ${integerDigits(limit)}n`
      : `${kit("compareNumerals")}(${textOf(value, as)}, ${numeralText(limit)}) ${sign} 0`;
  return [
    as === "bigint"
      ? `typeof ${value} !== "bigint"`
      : `!${kit(as === "integer-text" ? "isIntegerText" : "isNumberText")}(${value})`,
    ...(minimum ? [compare(minimum.exclusive ? "<=" : "<", minimum.value)] : []),
    ...(maximum ? [compare(maximum.exclusive ? ">=" : ">", maximum.value)] : []),
    ...(multipleOf === undefined ? [] : [notMultiple(value, multipleOf, as, kit)]),
  ];
}

function notMultiple(
  value: string,
  divisor: Numeral,
  as: NumberAs,
  kit: (name: string) => string,
): string {
  const digits = integerDigits(divisor);
  if (as === "bigint" && digits !== undefined) return `${value} % ${digits}n !== 0n`;
  return `!${kit("isMultipleOfNumeral")}(${textOf(value, as)}, ${numeralText(divisor)})`;
}

function textOf(value: string, as: NumberAs): string {
  return as === "bigint" ? `String(${value})` : value;
}

/** A limit as the checks of texts take it. */
export function numeralText(limit: Numeral): string {
  return stringLiteral(String(limit));
}
