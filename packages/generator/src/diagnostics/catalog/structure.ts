import type { Diagnostic, Place, Severity } from "../diagnostic.ts";
import { article, capitalised, kindOf, quote } from "./words.ts";

/** What can be wrong with an object of the standard, whatever it is used for. */

export function mendedValue(
  at: Place,
  expected: string,
  actual: unknown,
  reading: unknown,
): Diagnostic {
  return {
    code: "mended-value",
    severity: "warning",
    message: `Expected ${expected}, found ${kindOf(actual)}; it is read as ${quote(reading)}.`,
    at,
    hint: `write ${quote(reading)}`,
  };
}

export function wrongSchema(at: Place, actual: unknown): Diagnostic {
  const isList = Array.isArray(actual);
  const outcome = isList ? "" : "; any value is taken there";
  return {
    code: "wrong-type",
    severity: isList ? "error" : "warning",
    message: `Expected a schema, found ${kindOf(actual)}${outcome}.`,
    at,
    hint: "write an object, true or false",
  };
}

export function missingContainer(at: Place): Diagnostic {
  return {
    code: "missing-container",
    severity: "error",
    message:
      'The document has none of "paths", "components" and "webhooks", so it describes nothing.',
    at,
    hint: 'add "paths"',
  };
}

/** @param at Place of the second of the two. */
export function exclusiveFields(
  at: Place,
  [first, second]: readonly [string, string],
  holder: string,
  severity: Severity = "error",
): Diagnostic {
  return {
    code: "exclusive-fields",
    severity,
    message: `${capitalised(article(holder))} has either "${first}" or "${second}", not both.`,
    at: { ...at, key: true },
    hint: "remove one of the two",
  };
}

/** @param why Completes "is not allowed …". */
export function misplacedField(
  at: Place,
  field: string,
  why: string,
  severity: Severity = "error",
): Diagnostic {
  return {
    code: "misplaced-field",
    severity,
    message: `"${field}" is not allowed ${why}.`,
    at: { ...at, key: true },
    hint: `remove "${field}"`,
  };
}

/** @param what Such as `"the name of a header"`. */
export function wrongName(
  at: Place,
  name: string,
  what: string,
  hint: string,
  severity: Severity,
): Diagnostic {
  return {
    code: "wrong-name",
    severity,
    message: `${quote(name)} cannot be ${what}.`,
    at,
    hint,
  };
}

export function invalidVariable(
  at: Place,
  reason: string,
  severity: Severity,
  hint: string,
): Diagnostic {
  return { code: "invalid-server-variable", severity, message: reason, at, hint };
}

export const SECOND_WHOLE = "Another parameter describes the whole query already.";
export const SHARED_WHOLE = "This parameter is the whole query, yet others are in it.";

export function conflictingParameters(at: Place, message: string): Diagnostic {
  return {
    code: "conflicting-parameters",
    severity: "error",
    message,
    at,
    hint: 'let one parameter with "in: querystring" describe the whole query, or several with "in: query"',
  };
}

export function duplicateEntry(at: Place, value: unknown, list: string): Diagnostic {
  return {
    code: "duplicate-entry",
    severity: "warning",
    message: `${quote(value)} stands twice in "${list}".`,
    at,
    hint: "remove one of the two",
  };
}

export function emptyEnum(at: Place): Diagnostic {
  return {
    code: "empty-enum",
    severity: "warning",
    message: "An empty enum allows no value at all.",
    at,
    hint: "list the values that are allowed, or remove the keyword",
  };
}

export function defaultMismatch(at: Place, value: unknown, type: string): Diagnostic {
  return {
    code: "default-mismatch",
    severity: "warning",
    message: `The default is ${kindOf(value)}, and the type is "${type}".`,
    at,
    hint: "write a value of that type",
  };
}

/** @param at Place of the entry of `required`. */
export function impossibleProperty(at: Place, name: string): Diagnostic {
  return {
    code: "impossible-property",
    severity: "warning",
    message: `${quote(name)} is required, and "additionalProperties: false" forbids it: no object can satisfy both.`,
    at,
    hint: `describe ${quote(name)} under "properties", or do not require it`,
  };
}
