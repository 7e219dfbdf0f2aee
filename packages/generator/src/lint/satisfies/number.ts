import type { Bound, NumberSchema } from "../../model/api-model.ts";
import { expected } from "./issue.ts";
import type { Issue } from "./issue.ts";

/** JSON Schema 2020-12 (Validation), section 6.2. */
export function checkNumber(value: unknown, schema: NumberSchema, pointer: string): Issue[] {
  const { kind, minimum, maximum, multipleOf } = schema;
  const what = kind === "integer" ? "a whole number" : "a number";
  if (typeof value !== "number" || (kind === "integer" && !Number.isInteger(value))) {
    return expected(pointer, what, value);
  }
  return [
    ...(minimum && isBeyond(Number(minimum.value) - value, minimum)
      ? expected(pointer, `${what} of ${bound("least", "more", minimum)}`, value)
      : []),
    ...(maximum && isBeyond(value - Number(maximum.value), maximum)
      ? expected(pointer, `${what} of ${bound("most", "less", maximum)}`, value)
      : []),
    ...(multipleOf !== undefined && !isMultiple(value, Number(multipleOf))
      ? expected(pointer, `a multiple of ${String(multipleOf)}`, value)
      : []),
  ];
}

function isBeyond(excess: number, { exclusive }: Bound): boolean {
  return exclusive ? excess >= 0 : excess > 0;
}

function bound(inclusive: string, exclusive: string, { value, exclusive: isOpen }: Bound): string {
  return isOpen ? `${exclusive} than ${String(value)}` : `at ${inclusive} ${String(value)}`;
}

// 0.07 / 0.01 is not quite 7.
function isMultiple(value: number, divisor: number): boolean {
  const quotient = value / divisor;
  return Math.abs(quotient - Math.round(quotient)) <= 1e-9 * Math.max(1, Math.abs(quotient));
}
