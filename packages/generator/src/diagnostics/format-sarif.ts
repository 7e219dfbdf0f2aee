import { CATALOG } from "./catalog.ts";
import { escapeControls } from "./escape-controls.ts";
import type { Finding } from "./finding.ts";
import { hasPointer } from "./finding.ts";
import { printable } from "./printable.ts";

/** What a tool that reads SARIF shows as the name of its source. */
const DRIVER = "Specwright";

/**
 * One log of SARIF 2.1.0 (OASIS), on one line, with one run: what editors and code-scanning services read. JSON escapes
 * what a terminal would obey.
 */
export function formatFindingsSarif(findings: readonly Finding[]): string {
  const codes = [...new Set(findings.map(({ diagnostic }) => diagnostic.code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: DRIVER, rules: codes.map(ruleOf) } },
        // Editors count so, and so do our locations.
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => resultOf(finding, codes)),
      },
    ],
  };
  return `${escapeControls(JSON.stringify(log))}\n`;
}

/** SARIF 2.1.0, section 3.49 (reportingDescriptor). */
function ruleOf(code: string): object {
  const explanation = CATALOG.get(code);
  return { id: code, ...(explanation !== undefined && { fullDescription: message(explanation) }) };
}

/** SARIF 2.1.0, section 3.27 (result). */
function resultOf(finding: Finding, codes: readonly string[]): object {
  const { code, severity, hint } = finding.diagnostic;
  const text = hint === undefined ? "" : ` Hint: ${hint}`;
  const location = locationOf(finding);
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: message(finding.diagnostic.message + text),
    ...(location && { locations: [location] }),
  };
}

/** SARIF 2.1.0, section 3.28 (location): a region of a file, and the pointer in it. */
function locationOf({ diagnostic: { at }, location }: Finding): object | undefined {
  const file = location?.file ?? at?.file;
  if (file === undefined) return undefined;
  const region = location && {
    startLine: location.line,
    startColumn: location.column,
    endColumn: location.column + Math.max(1, location.length),
  };
  const pointer = at && hasPointer(at) ? `#${at.pointer}` : undefined;
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...(region && { region }) },
    ...(pointer !== undefined && {
      logicalLocations: [{ fullyQualifiedName: printable(pointer) }],
    }),
  };
}

// Section 3.11.5: a brace is written twice, for one alone begins a placeholder. Section 3.11.6: no text of a spec may
// become a link.
function message(text: string): { readonly text: string } {
  const line = printable(text.replace(/\s+/g, " "));
  return { text: line.replace(/[{}]/g, "$&$&").replaceAll("](", "] (") };
}

// RFC 3986: a path of ours may hold what a URI may not.
function uriOf(file: string): string {
  if (/^https?:/.test(file)) return file;
  const path = file.split("/").map(encodeSegment).join("/");
  return path.startsWith("/") ? `file://${path}` : path;
}

function encodeSegment(segment: string): string {
  return segment === ".." || segment === "." ? segment : encodeURIComponent(wellFormed(segment));
}

// Half a character makes `encodeURIComponent` throw.
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, "\ufffd");
}
