import type { Diagnostic } from "./diagnostic.ts";

/** Gives a path as the user would type it. */
export type ShowPath = (path: string) => string;

/**
 * A mistake of the user, in a template or an extension, that shows itself deep inside of a step which cannot go on.
 *
 * The run catches it and reports it like any other. Paths in it are absolute until then: the steps in the middle do not
 * know the folder that the user is in.
 */
export class DiagnosedError extends Error {
  override readonly name: string = "DiagnosedError";
  readonly diagnose: (show: ShowPath) => Diagnostic;

  constructor(diagnose: (show: ShowPath) => Diagnostic, options?: ErrorOptions) {
    const { at, message } = diagnose((path) => path);
    super(at ? `${at.file}: ${message}` : message, options);
    this.diagnose = diagnose;
  }
}
