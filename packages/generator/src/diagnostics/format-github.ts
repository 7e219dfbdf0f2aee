import type { Finding } from "./finding.ts";
import { printable } from "./printable.ts";

/** Workflow commands of GitHub Actions: each finding becomes an annotation on its line. */
export function formatFindingsGithub(findings: readonly Finding[]): string {
  return findings.map(formatFinding).join("");
}

function formatFinding({ diagnostic, location }: Finding): string {
  const { severity, code, message, at, hint } = diagnostic;
  const properties: [string, string | number][] = [];
  const file = location?.file ?? at?.file;
  if (file !== undefined) properties.push(["file", file]);
  if (location) {
    properties.push(["line", location.line], ["col", location.column]);
    properties.push(["endColumn", location.column + location.length]);
  }
  properties.push(["title", code]);
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const text = hint === undefined ? message : `${message} Hint: ${hint}`;
  return `::${severity} ${list.join(",")}::${escapeMessage(text)}\n`;
}

// A raw line break would end the command, and the next line could be a command of the spec's choice.
function escapeMessage(text: string): string {
  return printable(text).replaceAll("%", "%25");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
