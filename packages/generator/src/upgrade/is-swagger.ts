import { getMember } from "../resolve/json-pointer.ts";

/** Tells whether a value is a whole document of Swagger 2.0. In YAML the version is often written as a number. */
export function isSwagger(value: unknown): boolean {
  const version = getMember(value, "swagger")?.value;
  return version === "2.0" || version === "2" || version === 2;
}

/** Members that documents of Swagger 2.0 do not have: those of another version, or of a Schema Object. */
const FOREIGN =
  "openapi swagger $ref $schema type properties items enum allOf anyOf oneOf additionalProperties".split(
    " ",
  );

/**
 * Tells whether a file that a document of Swagger 2.0 refers to has the form of such a document, though it may not say so:
 * a collection of definitions, say. Any other is a part, and what it is part of depends on who refers to it.
 */
export function hasDocumentForm(value: unknown): boolean {
  if (isSwagger(value)) return true;
  if (FOREIGN.some((key) => has(value, key))) return false;
  return ["definitions", "paths"].some((key) => isPlainObject(getMember(value, key)?.value));
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function has(value: unknown, key: string): boolean {
  return getMember(value, key) !== undefined;
}
