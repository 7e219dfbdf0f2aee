import type { NumberAs } from "./api-model.ts";
import type { ModelContext } from "./context.ts";

/**
 * What a number is in a program, where the user wants it to be no `number`: an `integer` of the formats `int64` and
 * `uint64`, a `number` of the format `decimal`. OpenAPI Format Registry.
 */
export function numberForm(
  type: string | undefined,
  format: string | undefined,
  { scalars = {} }: ModelContext,
): { readonly as?: NumberAs } {
  if (type === "integer" && (format === "int64" || format === "uint64")) {
    if (scalars.int64 === "bigint") return { as: "bigint" };
    return scalars.int64 === "string" ? { as: "integer-text" } : {};
  }
  const isDecimal = type === "number" && format === "decimal" && scalars.decimal === "string";
  return isDecimal ? { as: "number-text" } : {};
}

/** What a text is in a program: a `Date`, where it has the format `date-time` and the user wants it so. */
export function textForm(
  format: string | undefined,
  { scalars = {} }: ModelContext,
): { readonly as?: "date" } {
  return format === "date-time" && scalars.dates === "Date" ? { as: "date" } : {};
}
