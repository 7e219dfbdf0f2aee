import type { Diagnostic, Place, Severity } from "../diagnostic.ts";
import { kindOf, quote } from "./words.ts";

/** What can be wrong with a document that is well-formed and whose references lead somewhere. */

export function wrongType(
  at: Place,
  expected: string,
  actual: unknown,
  severity: Severity = "error",
): Diagnostic {
  const outcome = severity === "warning" ? "; it is passed over" : "";
  return {
    code: "wrong-type",
    severity,
    message: `Expected ${expected}, found ${kindOf(actual)}${outcome}.`,
    at,
    hint: `write ${expected} here`,
  };
}

/** @param holder What the standard calls the object: `"A Parameter Object"`. */
export function missingField(
  at: Place,
  field: string,
  holder: string,
  severity: Severity = "error",
): Diagnostic {
  return {
    code: "missing-field",
    severity,
    message: `${holder} needs the field "${field}".`,
    at,
    hint: `add "${field}"`,
  };
}

export function unknownField(
  at: Place,
  field: string,
  holder: string,
  guess: string | undefined,
  severity: Severity = "warning",
): Diagnostic {
  const outcome = severity === "warning" ? ", so it is passed over" : "";
  return {
    code: "unknown-field",
    severity,
    message: `${quote(field)} is not a field of ${holder}${outcome}.`,
    at: { ...at, key: true },
    hint:
      guess === undefined ? 'remove it, or begin its name with "x-"' : `did you mean "${guess}"?`,
  };
}

export function invalidMethod(at: Place, method: string, reason: string): Diagnostic {
  return {
    code: "invalid-method",
    severity: "error",
    message: `${quote(method)} cannot be the method of an additional operation: ${reason}.`,
    at: { ...at, key: true },
    hint: "write the name of an HTTP method as it is sent, such as COPY",
  };
}

export function pathWithoutSlash(at: Place, path: string): Diagnostic {
  return {
    code: "path-without-slash",
    severity: "warning",
    message: `The path "${path}" does not begin with "/"; it is taken as "/${path}".`,
    at: { ...at, key: true },
    hint: `write "/${path}"`,
  };
}

/** @param taken What is read in its place. Without that, it is an error. */
/** @param what What does not fit: `"the answer has no array at "/data""`. */
export function wrongPagination(at: Place, what: string): Diagnostic {
  return {
    code: "wrong-pagination",
    severity: "error",
    message: `The pagination does not fit: ${what}.`,
    at,
    hint: "name what the operation takes and answers, or leave the pagination out",
  };
}

export function unknownValue(
  at: Place,
  value: unknown,
  known: readonly string[],
  guess: string | undefined,
  taken?: string,
): Diagnostic {
  const outcome = taken === undefined ? "" : `; ${taken} is taken`;
  return {
    code: "unknown-value",
    severity: taken === undefined ? "error" : "warning",
    message: `${quote(value)} is not one of ${known.map((word) => `"${word}"`).join(", ")}${outcome}.`,
    at,
    hint: guess === undefined ? "write one of these words" : `did you mean "${guess}"?`,
  };
}

/** @param type Absent where any value is let through. */
export function mendedType(
  at: Place,
  word: unknown,
  { type, format }: { readonly type?: string; readonly format?: string },
): Diagnostic {
  const written = format === undefined ? "" : ` with the format ${quote(format)}`;
  const reading = type === undefined ? "any value" : quote(type) + written;
  return {
    code: "mended-value",
    severity: "warning",
    message: `${quote(word)} is not a type of JSON Schema; it is read as ${reading}.`,
    at,
    hint: type === undefined ? 'remove "type"' : `write ${quote(type)}${written}`,
  };
}

export function unsupportedKeyword(at: Place, keyword: string): Diagnostic {
  return {
    code: "unsupported-keyword",
    severity: "warning",
    message: `"${keyword}" is not expressed in the generated code yet; types and validators are wider than the schema.`,
    at: { ...at, key: true },
    hint: "check this part of the value yourself",
  };
}

export function undeclaredPathParameter(at: Place, name: string): Diagnostic {
  return {
    code: "undeclared-path-parameter",
    severity: "warning",
    message: `The path has "{${name}}", but no parameter "${name}" in "path" is declared; it is taken as a string.`,
    at: { ...at, key: true },
    hint: `declare it under "parameters", with "in: path" and "required: true"`,
  };
}

export function unusedPathParameter(
  at: Place,
  name: string,
  path: string,
  guess: string | undefined,
): Diagnostic {
  return {
    code: "unused-path-parameter",
    severity: "warning",
    message: `The path "${path}" has no "{${name}}", so this parameter has no place and is passed over.`,
    at,
    hint:
      guess === undefined
        ? `add "{${name}}" to the path, or remove the parameter`
        : `did you mean "${guess}"?`,
  };
}

export function duplicateOperationId(at: Place, name: string, renamed: string): Diagnostic {
  return {
    code: "duplicate-operation-id",
    severity: "warning",
    message: `Another operation is called "${name}" already; in the generated code this one is called "${renamed}".`,
    at,
    hint: "give this operation an operationId of its own",
  };
}

export function duplicateParameter(at: Place, name: string, location: string): Diagnostic {
  return {
    code: "duplicate-parameter",
    severity: "warning",
    message: `Another ${location} parameter in this list is called "${name}", too; the first one counts.`,
    at,
    hint: "remove one of the two",
  };
}

export function parameterNameShared(at: Place, name: string, key: string): Diagnostic {
  return {
    code: "parameter-name-shared",
    severity: "warning",
    message: `Another parameter of this operation is called "${name}", too; callers write "${key}" for this one.`,
    at,
    hint: "nothing to do, if that name reads well; otherwise rename one of the two, if the API allows it",
  };
}

export function invalidPattern(at: Place, reason: string): Diagnostic {
  return {
    code: "invalid-pattern",
    severity: "warning",
    message: `This is not a regular expression of ECMA-262: ${reason}. It is left out.`,
    at,
    hint: "mend the pattern; JSON Schema wants ECMA-262 syntax",
  };
}

/** @param what Completes "The path … ": `holds a query`. */
export function unusualPath(at: Place, path: string, what: string, hint: string): Diagnostic {
  return {
    code: "unusual-path",
    severity: "warning",
    message: `The path ${quote(path)} ${what}.`,
    at: { ...at, key: true },
    hint,
  };
}

/** @param status What it is read as; absent where it is passed over. */
export function wrongStatus(at: Place, written: string, status: string | undefined): Diagnostic {
  const outcome = status === undefined ? "it is passed over" : `it is read as "${status}"`;
  return {
    code: "wrong-status",
    severity: "warning",
    message: `${quote(written)} is no status of an answer; ${outcome}.`,
    at: { ...at, key: true },
    hint:
      status === undefined
        ? 'write a status such as "404", "4XX" or "default"'
        : `write "${status}"`,
  };
}

/** @param property Name of the property that was to tell the variants apart. */
export function looseDiscriminator(at: Place, property: string): Diagnostic {
  return {
    code: "loose-discriminator",
    severity: "warning",
    message: `Not every variant requires ${quote(property)}, so the variants are told apart by what they hold.`,
    at,
    hint: `declare ${quote(property)} in each variant, and list it under "required"`,
  };
}

export function conflictingPaths(at: Place, path: string, other: string): Diagnostic {
  return {
    code: "conflicting-paths",
    severity: "warning",
    message: `Whatever fits "${path}" fits "${other}", too; where both have a method, servers answer by the first.`,
    at: { ...at, key: true },
    hint: "let one path have all operations, or tell the two apart",
  };
}

/** @param isMended Whether generated validators have a way around it. */
export function slowPatternFound(at: Place, isMended: boolean): Diagnostic {
  const way = isMended
    ? "Generated validators use an engine of their own for it"
    : "Generated validators run it all the same, for it looks around or back, or is too long";
  return {
    code: "slow-pattern",
    severity: "warning",
    message: `With some texts this pattern may keep a regular expression engine busy for ever. ${way}.`,
    at,
    hint: "leave no two ways to repeat the same characters: (a+)+ is a+, and (a|a)* is a*",
  };
}

/** @param low Keyword and value, such as `minLength: 8`; so is `high`. */
export function emptyBounds(at: Place, low: string, high: string): Diagnostic {
  return {
    code: "empty-bounds",
    severity: "warning",
    message: `No value can satisfy both "${low}" and "${high}".`,
    at,
    hint: "exchange or widen the bounds",
  };
}

export function unknownMapping(at: Place, value: string): Diagnostic {
  return {
    code: "unknown-mapping",
    severity: "warning",
    message: `The discriminator leads to ${quote(value)}, which does not exist; it is passed over.`,
    at,
    hint: 'write the name of a schema, or a reference such as "#/components/schemas/Coupon"',
  };
}

export function unknownSecurityScheme(
  at: Place,
  id: string,
  guess: string | undefined,
): Diagnostic {
  return {
    code: "unknown-security-scheme",
    severity: "warning",
    message: `No security scheme "${id}" is declared under "components", so its credentials are left to you.`,
    at,
    hint:
      guess === undefined
        ? `declare "${id}" under components/securitySchemes`
        : `did you mean "${guess}"?`,
  };
}

export function unsupportedSecurityScheme(at: Place, what: string, hint: string): Diagnostic {
  return {
    code: "unsupported-security-scheme",
    severity: "warning",
    message: `${what} is not supported; the generated client sends no credentials for it.`,
    at,
    hint,
  };
}

export function selfReference(at: Place): Diagnostic {
  return {
    code: "self-reference",
    severity: "error",
    message: "This schema is made of itself, so that checking a value against it would never end.",
    at,
    hint: "break the circle: let a property or an array lie in between",
  };
}

/** @param at Where the second stands, when that is known. */
export function noOperations(at: Place): Diagnostic {
  return {
    code: "no-operations",
    severity: "warning",
    message: "The document has no operations, so the client will be empty.",
    at,
    hint: 'add operations under "paths"',
  };
}

/** @param value What the mapping calls the variant. @param allowed What the variant lets the property be. */
export function mappingMismatch(
  at: Place,
  value: string,
  property: string,
  allowed: readonly string[],
): Diagnostic {
  return {
    code: "mapping-mismatch",
    severity: "warning",
    message: `The mapping leads from ${quote(value)} to a schema that does not allow it as ${quote(property)}; what the schema says holds.`,
    at,
    hint: `it allows ${allowed.slice(0, 5).map(quote).join(", ")}${allowed.length > 5 ? ", …" : ""}`,
  };
}
