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

export function upgradeTooLarge(at: Place, limit: number): Diagnostic {
  return {
    code: "upgrade-too-large",
    severity: "error",
    message: `As a document of OpenAPI 3 it would repeat more than ${limit} values.`,
    at,
    hint: "list fewer media types, or move the schemas of shared bodies to definitions",
  };
}
