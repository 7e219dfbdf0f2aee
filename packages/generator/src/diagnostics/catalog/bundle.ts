import type { Diagnostic, Place } from "../diagnostic.ts";

/** What can stand in the way of a bundle. */

export function bundleTooLarge(at: Place, limit: number): Diagnostic {
  return {
    code: "bundle-too-large",
    severity: "error",
    message: `The references unfold to more than ${limit.toLocaleString("en")} values.`,
    at,
    hint: "turn what stands in many places into components, and refer to them",
  };
}

export function outputIsNoFile(file: string): Diagnostic {
  return {
    code: "output-is-no-file",
    severity: "error",
    message: `"${file}" exists and is not a file, so no bundle can be written there.`,
    hint: "name a file, such as openapi.bundle.yaml",
  };
}

export function outputIsInput(file: string): Diagnostic {
  return {
    code: "output-is-input",
    severity: "error",
    message: `"${file}" belongs to the spec; the bundle would take its place.`,
    hint: "name another file; nothing was written",
  };
}
