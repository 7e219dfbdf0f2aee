import type { Finding } from "../diagnostics/finding.ts";
import { EXIT } from "./exit.ts";

/** Exit code for a run that ended with errors: a spec that is not there is a mistake of whoever named it. */
export function failureCode(findings: readonly Finding[]): number {
  const isMissing = findings.some(({ diagnostic }) => diagnostic.code === "input-not-found");
  return isMissing ? EXIT.usage : EXIT.specErrors;
}
