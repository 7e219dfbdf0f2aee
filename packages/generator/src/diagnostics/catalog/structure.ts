import type { Diagnostic, Place } from "../diagnostic.ts";

/** What the standard forbids of the objects of a document, whatever they say. */

export function exclusiveFields(at: Place, field: string, other: string): Diagnostic {
  return {
    code: "exclusive-fields",
    severity: "error",
    message: `"${field}" and "${other}" exclude each other, so it is not clear which one counts.`,
    at: { ...at, key: true },
    hint: `keep one of them`,
  };
}

export function misplacedField(at: Place, field: string, holder: string): Diagnostic {
  return {
    code: "misplaced-field",
    severity: "error",
    message: `"${field}" has no place in ${holder}.`,
    at: { ...at, key: true },
    hint: `remove it`,
  };
}

export function missingContainer(at: Place): Diagnostic {
  return {
    code: "missing-container",
    severity: "error",
    message: `The document has none of "paths", "webhooks" and "components", so it describes nothing.`,
    at,
    hint: 'add "paths"',
  };
}

export function wrongName(at: Place, name: string, what: string, reason: string): Diagnostic {
  return {
    code: "wrong-name",
    severity: "error",
    message: `${JSON.stringify(name)} cannot be the name of ${what}: ${reason}.`,
    at,
    hint: "give it another name",
  };
}
