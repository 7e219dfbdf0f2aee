/** JSON Schema 2020-12 (Validation), section 6.1.1. */
export type TypeWord = "string" | "number" | "integer" | "boolean" | "null" | "array" | "object";
