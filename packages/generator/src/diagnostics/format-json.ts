import { escapeControls } from "./escape-controls.ts";
import type { Finding } from "./finding.ts";

/** One finding as other programs read it. */
interface FindingJson {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly length?: number;
  readonly pointer?: string;
  readonly hint?: string;
}

/** One JSON document with all findings, on one line. JSON escapes what a terminal would obey. */
export function formatFindingsJson(findings: readonly Finding[]): string {
  return `${escapeControls(JSON.stringify({ diagnostics: findings.map(findingJson) }))}\n`;
}

function findingJson({ diagnostic, location }: Finding): FindingJson {
  const { code, severity, message, at, hint } = diagnostic;
  return {
    code,
    severity,
    message,
    ...(at && { file: at.file }),
    ...(location && { line: location.line, column: location.column, length: location.length }),
    ...(at && { pointer: at.pointer }),
    ...(hint !== undefined && { hint }),
  };
}
