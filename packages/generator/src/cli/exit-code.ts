import type { Finding } from "../diagnostics/finding.ts";
import { EXIT } from "./exit.ts";

/** Not the spec is wrong, but what the command line and the configuration name: the spec itself, templates, extensions. */
const NAMED = new Set([
  "input-not-found",
  "remote-input",
  "extension-failed",
  "wrong-unit",
  "template-error",
  "not-typescript",
]);

/** Exit code for a run that ended with errors. */
export function failureCode(findings: readonly Finding[]): number {
  const isUsage = findings.some(({ diagnostic }) => NAMED.has(diagnostic.code));
  return isUsage ? EXIT.usage : EXIT.specErrors;
}
