import { wrongName } from "../diagnostics/catalog/structure.ts";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { SpecVersion } from "../load/check-version.ts";

/** Tells whether a name can stand in a header line. RFC 9110, section 5.6.2 (token). */
export function isHeaderName(name: string): boolean {
  return /^[!#$%&'*+.^_`|~\w-]+$/.test(name);
}

/** The standard asks for a token since 3.2; what could end a line of a request is an error in every version. */
export function wrongHeaderName(at: Place, name: string, version: SpecVersion): Diagnostic {
  const isError = version === "3.2" || /[\u0000-\u001f\u007f:]/.test(name);
  const hint = "use letters, digits and dashes";
  return wrongName(at, name, "the name of a header", hint, isError ? "error" : "warning");
}
