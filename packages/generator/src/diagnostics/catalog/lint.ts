import type { Diagnostic, Place } from "../diagnostic.ts";

/** What `specwright lint` finds: nothing that stops a generator, but what readers and callers will miss. */

export function operationWithoutId(at: Place, method: string, path: string): Diagnostic {
  return {
    code: "operation-without-id",
    severity: "warning",
    message: `The operation ${method} ${path} has no operationId.`,
    at: { ...at, key: true },
    hint: `give it one, such as "coupons.list"; methods, links and reports call it by that name`,
  };
}

export function operationWithoutSummary(at: Place): Diagnostic {
  return {
    code: "operation-without-summary",
    severity: "warning",
    message: "The operation has no summary.",
    at: { ...at, key: true },
    hint: `say in one line what it does, as in "Lists your coupons."`,
  };
}

/** @param tag The tag that is not declared; absent when the operation has none at all. */
export function operationWithoutTag(at: Place, tag?: string, guess?: string): Diagnostic {
  const declare = guess === undefined ? "declare it there" : `did you mean "${guess}"?`;
  return {
    code: "operation-without-tag",
    severity: "warning",
    message:
      tag === undefined
        ? "The operation has no tag."
        : `The tag ${JSON.stringify(tag)} is not declared under "tags" of the document.`,
    at: tag === undefined ? { ...at, key: true } : at,
    hint: tag === undefined ? 'name one that the document declares under "tags"' : declare,
  };
}

export function operationWithoutSuccess(at: Place): Diagnostic {
  return {
    code: "operation-without-success",
    severity: "warning",
    message: "The operation says nothing of an answer that means success.",
    at: { ...at, key: true },
    hint: `describe a response with a status such as "200", "2XX" or "302"`,
  };
}

/** @param what Kind and name: `the parameter "limit"`. */
export function undescribed(at: Place, what: string): Diagnostic {
  return {
    code: "undescribed",
    severity: "warning",
    message: `${what.charAt(0).toUpperCase()}${what.slice(1)} has no description.`,
    at: { ...at, key: true },
    hint: "say what it means, in words that its name and type do not say already",
  };
}

/** @param keyword The field that holds the value: `"example"`, `"default"`. @param issue What is wrong with it: `"expected a string, found 5"`. */
export function exampleMismatch(at: Place, keyword: string, issue: string): Diagnostic {
  const what = keyword === "default" ? "default" : "example";
  return {
    code: "example-mismatch",
    severity: "warning",
    message: `The ${what} does not satisfy its schema: ${issue}.`,
    at,
    hint: `mend the ${what}, or the schema`,
  };
}

export function unusedComponent(at: Place, name: string): Diagnostic {
  return {
    code: "unused-component",
    severity: "warning",
    message: `No operation or webhook leads to ${JSON.stringify(name)}.`,
    at: { ...at, key: true },
    hint: "remove it, or refer to it",
  };
}

/** @param rule Its name among Redocly's rules. @param says Their words. */
export function standardRule(
  rule: string,
  says: string,
  at: Place | undefined,
  guess: string | undefined,
): Diagnostic {
  return {
    code: "standard-rule",
    severity: "warning",
    message: `Redocly's rule "${rule}" says: ${says}`,
    ...(at && { at }),
    ...(guess !== undefined && { hint: `did you mean "${guess}"?` }),
  };
}

/** @param at The entry document. */
export function standardFailed(at: Place, reason: string): Diagnostic {
  return {
    code: "standard-failed",
    severity: "warning",
    message: `Redocly's linter could not read the spec to its end: ${reason}.`,
    at,
    hint: "mend what it says, if it is in the spec; the other findings are complete",
  };
}
