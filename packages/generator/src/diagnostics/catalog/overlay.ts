import type { Diagnostic, Place } from "../diagnostic.ts";

/** What can be wrong with a document that changes another one, or with what is chosen of a spec. */

export function wrongOverlay(at: Place, reason: string): Diagnostic {
  return {
    code: "wrong-overlay",
    severity: "error",
    message: `The overlay cannot be applied: ${reason}.`,
    at,
    hint: "see https://spec.openapis.org/overlay/v1.0.0.html",
  };
}

export function overlayWithoutMatch(at: Place, target: string): Diagnostic {
  return {
    code: "overlay-without-match",
    severity: "error",
    message: `${JSON.stringify(target)} selects nothing, so this action does nothing.`,
    at,
    hint: "mend the JSONPath, or remove the action",
  };
}

export function overlayNotFound(file: string): Diagnostic {
  return {
    code: "overlay-not-found",
    severity: "error",
    message: `The overlay "${file}" cannot be read.`,
    hint: "check the path, which starts from this folder or from that of the configuration",
  };
}

export function wrongSelector(text: string): Diagnostic {
  return {
    code: "wrong-selector",
    severity: "error",
    message: `${JSON.stringify(text)} is no selector.`,
    hint: "write tag:NAME, path:/GLOB, operation:ID, schema:NAME or deprecated",
  };
}

export function selectorWithoutMatch(text: string, guess: string | undefined): Diagnostic {
  return {
    code: "selector-without-match",
    severity: "warning",
    message: `${JSON.stringify(text)} selects nothing of this spec.`,
    hint: guess === undefined ? "mend it, or leave it out" : `did you mean "${guess}"?`,
  };
}
