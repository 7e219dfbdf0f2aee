import type { Diagnostic, Place } from "../diagnostic.ts";

/** What can be odd about bodies and answers. */

export function oddMediaType(at: Place, contentType: string): Diagnostic {
  return {
    code: "odd-media-type",
    severity: "warning",
    message: `${JSON.stringify(contentType)} is no media type, so it is passed over.`,
    at: { ...at, key: true },
    hint: 'write a type and a subtype, such as "application/json"',
  };
}

export function emptyContent(at: Place): Diagnostic {
  return {
    code: "empty-content",
    severity: "warning",
    message: "The request body has no media type, so the operation is taken to have no body.",
    at,
    hint: 'name one, such as "application/json"',
  };
}

export function ignoredBody(at: Place, method: string): Diagnostic {
  return {
    code: "ignored-body",
    severity: "warning",
    message: `A body of a ${method} request has no meaning, and fetch refuses to send one: it is passed over.`,
    at,
    hint: "use another method, or parameters in the query",
  };
}

export function bodilessStatus(at: Place, status: string): Diagnostic {
  return {
    code: "bodiless-status",
    severity: "warning",
    message: `An answer with the status ${status} has no body, whatever is described: it is passed over.`,
    at: { ...at, key: true },
    hint: 'remove "content", or use a status that has a body, such as "200"',
  };
}

/** @param name The header, as it is spelled. @param instead Where the standard wants what it says. */
export function ignoredHeader(at: Place, name: string, instead: string): Diagnostic {
  return {
    code: "ignored-header",
    severity: "warning",
    message: `The standard ignores a description of the header ${JSON.stringify(name)} here; so does this.`,
    at,
    hint: `remove it; ${instead}`,
  };
}
