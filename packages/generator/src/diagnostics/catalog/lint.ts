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

/** @param types Those that the schema names. @param fitting Those that the keyword speaks of. */
export function ineffectiveKeyword(
  at: Place,
  keyword: string,
  types: readonly string[],
  fitting: readonly string[],
): Diagnostic {
  return {
    code: "ineffective-keyword",
    severity: "warning",
    message: `"${keyword}" says nothing of a value of type ${types.map((type) => JSON.stringify(type)).join(" or ")}.`,
    at: { ...at, key: true },
    hint: `remove it, or let the type be ${fitting.map((type) => `"${type}"`).join(" or ")}`,
  };
}

export function unusedTag(at: Place, name: string): Diagnostic {
  return {
    code: "unused-tag",
    severity: "warning",
    message: `No operation has the tag ${JSON.stringify(name)}.`,
    at,
    hint: "remove it, or give it to an operation",
  };
}

/** @param other Which variant it lies within, counted from 1. */
export function overlappingVariants(at: Place, other: number): Diagnostic {
  return {
    code: "overlapping-variants",
    severity: "warning",
    message: `Whatever fits this variant fits variant ${other}, too, so that "oneOf" refuses it.`,
    at,
    hint: 'use "anyOf", or let no value fit both',
  };
}

/** @param names Properties that other parts describe. */
export function closedPart(at: Place, names: readonly string[]): Diagnostic {
  const shown = names.slice(0, 5).map((name) => JSON.stringify(name));
  const list = names.length > shown.length ? [...shown, "…"] : shown;
  return {
    code: "closed-part",
    severity: "warning",
    message: `"additionalProperties: false" forbids here what other parts of the allOf describe: ${list.join(", ")}.`,
    at,
    hint: 'write "unevaluatedProperties: false" beside the allOf instead; OpenAPI 3.0 has nothing of the kind',
  };
}

export function ineffectiveDefault(at: Place, name: string): Diagnostic {
  return {
    code: "ineffective-default",
    severity: "warning",
    message: `The parameter ${JSON.stringify(name)} is required, so that its default never holds.`,
    at: { ...at, key: true },
    hint: 'remove the default, or "required"',
  };
}

/** @param at Place of the list. */
export function nullableEnum(at: Place): Diagnostic {
  return {
    code: "nullable-enum",
    severity: "warning",
    message:
      'The type allows null, and "enum" does not list it, so that by the standard null is refused.',
    at: { ...at, key: true },
    hint: "list null, or let the type not allow it",
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
