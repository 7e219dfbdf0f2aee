import picocolors from "picocolors";
import type { Place, SourceLocation } from "./diagnostic.ts";
import { hasPointer } from "./finding.ts";
import type { Finding } from "./finding.ts";
import { foldFindings } from "./fold-findings.ts";
import { printable, printableLine } from "./printable.ts";

type Colours = ReturnType<typeof picocolors.createColors>;

export interface FormatOptions {
  /** Default: false. */
  readonly colours?: boolean;
}

/** How much of a source line is shown; a document on one line would fill the screen otherwise. */
const LINE_WIDTH = 100;
const CONTEXT = 30;

/** For people: place, severity and code; the message; the source line, underlined; pointer and hint. */
export function formatFindings(findings: readonly Finding[], options: FormatOptions = {}): string {
  const colours = picocolors.createColors(options.colours === true);
  const { shown, more } = foldFindings(findings);
  const told = shown.map((finding) => formatFinding(finding, colours));
  const rest = [...more].map(
    ([code, left]) =>
      `${colours.yellow("warning")} ${code}\n  … and ${left} more of this kind; --reporter json shows all.\n`,
  );
  return [...told, ...rest].join("\n");
}

/** `2 errors, 1 warning`; empty when there are none. */
export function countFindings(findings: readonly Finding[]): string {
  const errors = findings.filter(({ diagnostic }) => diagnostic.severity === "error").length;
  const warnings = findings.length - errors;
  return [count(errors, "error"), count(warnings, "warning")].filter((part) => part).join(", ");
}

function count(number: number, noun: string): string {
  return number === 0 ? "" : `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function formatFinding({ diagnostic, location, line }: Finding, colours: Colours): string {
  const { severity, code, message, at, hint } = diagnostic;
  const paint = severity === "error" ? colours.red : colours.yellow;
  const lines = [
    [where(location, at), paint(severity), code].filter((part) => part !== "").join(" "),
    `  ${printable(message)}`,
  ];
  if (location && line !== undefined) lines.push("", ...excerpt(location, line, paint, colours));
  if (at && hasPointer(at)) lines.push(`  ${colours.dim("at")}   #${printable(pointerOf(at))}`);
  if (hint !== undefined) lines.push(`  ${colours.dim("hint")} ${printable(hint)}`);
  return `${lines.join("\n")}\n`;
}

// Editors turn this into a link, so nothing else may stand before or within it.
function where(location: SourceLocation | undefined, at: Place | undefined): string {
  if (location) return `${printable(location.file)}:${location.line}:${location.column}`;
  return at ? printable(at.file) : "";
}

// The underline shows the text of a `$ref`; the pointer names the thing that has it.
function pointerOf(at: Place): string {
  return at.pointer.replace(/\/\$ref$/, "");
}

function excerpt(
  location: SourceLocation,
  line: string,
  paint: (text: string) => string,
  colours: Colours,
): string[] {
  const start = line.length > LINE_WIDTH ? Math.max(0, location.column - 1 - CONTEXT) : 0;
  const shown = line.slice(start, start + LINE_WIDTH);
  const indent = location.column - 1 - start;
  const length = Math.max(1, Math.min(location.length, shown.length - indent));
  const number = String(location.line);
  const gutter = (label: string): string => colours.dim(`${label.padStart(number.length)} |`);
  return [
    `  ${gutter(number)} ${printableLine(shown).trimEnd()}`,
    `  ${gutter("")} ${" ".repeat(indent)}${paint("~".repeat(length))}`,
  ];
}
