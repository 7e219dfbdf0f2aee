import type { Diagnostic, Place } from "../diagnostic.ts";

/** What can be wrong with references. */

export function unresolvedRef(at: Place, ref: string, guess?: string): Diagnostic {
  return {
    code: "unresolved-ref",
    severity: "error",
    message: `"${ref}" does not exist.`,
    at,
    hint: guess === undefined ? "add it, or refer to something else" : `did you mean "${guess}"?`,
  };
}

export function invalidRef(at: Place, reason: string): Diagnostic {
  return {
    code: "invalid-ref",
    severity: "error",
    message: `This is not a reference: ${reason}.`,
    at,
    hint: 'write it like "#/components/schemas/Coupon" or "schemas.yaml#/Coupon"',
  };
}

export function circularRef(at: Place, ref: string): Diagnostic {
  return {
    code: "circular-ref",
    severity: "error",
    message: `"${ref}" leads back to itself without ever reaching a value.`,
    at,
    hint: "let one of the references in the circle be a real definition",
  };
}
