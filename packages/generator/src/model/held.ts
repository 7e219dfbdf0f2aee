import type { Held } from "./api-model.ts";
import type { ModelContext } from "./context.ts";

const WIDE: ReadonlySet<string> = new Set(["int64", "uint64"]);
const DECIMAL: ReadonlySet<string> = new Set(["decimal", "decimal128"]);

/** The form in which programs hold a scalar, where the user wants another than JSON has. OpenAPI Format Registry. */
export function heldAs(
  type: "string" | "number" | "integer",
  format: string | undefined,
  { types = {} }: ModelContext,
): { readonly held?: Held } {
  const held = format === undefined ? undefined : wanted(type, format, types);
  return held === undefined ? {} : { held };
}

function wanted(
  type: "string" | "number" | "integer",
  format: string,
  { int64, decimal, dates }: NonNullable<ModelContext["types"]>,
): Held | undefined {
  if (type === "string") return format === "date-time" && dates === "Date" ? "date" : undefined;
  if (type === "number") {
    return DECIMAL.has(format) && decimal === "string" ? "decimal-text" : undefined;
  }
  if (!WIDE.has(format) || int64 === undefined || int64 === "number") return undefined;
  return int64 === "bigint" ? "bigint" : "integer-text";
}
