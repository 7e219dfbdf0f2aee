import type { Diagnostic, Place } from "../diagnostic.ts";

/** What cannot be carried over from Swagger 2.0. */

export function noCounterpart(at: Place, what: string, instead: string): Diagnostic {
  return {
    code: "no-counterpart",
    severity: "warning",
    message: `${what} has no counterpart in OpenAPI 3: ${instead}.`,
    at,
    hint: "use a form that OpenAPI 3 has too, or move the document to OpenAPI 3",
  };
}
