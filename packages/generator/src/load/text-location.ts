import type { SourceLocation } from "../diagnostics/diagnostic.ts";

/** Half-open range of UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text with its line starts, found once. */
export interface Lines {
  readonly text: string;
  /** Offset of the first character of each line. */
  readonly starts: readonly number[];
}

export function splitLines(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return { text, starts };
}

/** Line `number`, from 1, without its line break. */
export function lineText({ text, starts }: Lines, number: number): string | undefined {
  const start = starts[number - 1];
  if (start === undefined) return undefined;
  const next = starts[number];
  return text.slice(start, next === undefined ? text.length : next - 1).replace(/\r$/, "");
}

/** Where `span` starts; its length ends with its first line and is at least 1. */
export function locateSpan(file: string, lines: Lines, span: Span): SourceLocation {
  const line = lineOf(lines.starts, span.start);
  const start = lines.starts[line - 1] ?? 0;
  const width = lineText(lines, line)?.length ?? 0;
  const length = Math.max(1, Math.min(span.end, start + width) - span.start);
  return { file, line, column: span.start - start + 1, length };
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
