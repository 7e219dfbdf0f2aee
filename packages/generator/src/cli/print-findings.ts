import type { Finding } from "../diagnostics/finding.ts";
import { countFindings, formatFindings } from "../diagnostics/format.ts";
import { formatFindingsGithub } from "../diagnostics/format-github.ts";
import { formatFindingsJson } from "../diagnostics/format-json.ts";
import { formatFindingsSarif } from "../diagnostics/format-sarif.ts";
import type { Io } from "./io.ts";
import type { ReporterName } from "./options.ts";

/** Prints messages to standard error. As JSON and as SARIF it is always one document, also when there is nothing to say. */
export function printFindings(findings: readonly Finding[], reporter: ReporterName, io: Io): void {
  switch (reporter) {
    case "json":
      return void io.stderr.write(formatFindingsJson(findings));
    case "sarif":
      return void io.stderr.write(formatFindingsSarif(findings));
    case "github":
      if (findings.length > 0) io.stderr.write(formatFindingsGithub(findings));
      return;
    case "pretty": {
      if (findings.length === 0) return;
      const text = formatFindings(findings, { colours: wantsColours(io) });
      io.stderr.write(`${text}\n${countFindings(findings)}\n`);
    }
  }
}

/** @see https://no-color.org and https://force-color.org */
function wantsColours({ stderr, env }: Io): boolean {
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return false;
  if (env["FORCE_COLOR"] !== undefined && env["FORCE_COLOR"] !== "")
    return env["FORCE_COLOR"] !== "0";
  return stderr.isTTY === true && env["TERM"] !== "dumb";
}
