import type { HeldNumber } from "./api-model.ts";
import type { ModelContext } from "./context.ts";

const WIDE: ReadonlySet<string> = new Set(["int64", "uint64"]);
const DECIMAL: ReadonlySet<string> = new Set(["decimal", "decimal128"]);

/** The form in which programs hold a number, where the user wants another than JSON has. OpenAPI Format Registry. */
export function heldNumber(
  type: "number" | "integer",
  format: string | undefined,
  { types: { int64 = "number", decimal } = {} }: ModelContext,
): { readonly held?: HeldNumber } {
  if (format === undefined) return {};
  if (type === "number") {
    return DECIMAL.has(format) && decimal === "string" ? { held: "decimal-text" } : {};
  }
  if (!WIDE.has(format) || int64 === "number") return {};
  return { held: int64 === "bigint" ? "bigint" : "integer-text" };
}

/** The form in which programs hold a text: a moment as a `Date`, where the user wants it so. */
export function heldText(
  format: string | undefined,
  { types }: ModelContext,
): { readonly held?: "date" } {
  return format === "date-time" && types?.dates === "Date" ? { held: "date" } : {};
}
