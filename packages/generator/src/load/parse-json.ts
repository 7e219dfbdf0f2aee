import { duplicateKey, invalidSyntax, tooDeep } from "../diagnostics/catalog/load.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { TextPlace } from "../diagnostics/finding.ts";
import { mayHaveLongNumbers, parseExactJson } from "./exact-json.ts";
import { jsonMembers, jsonRoot } from "./json-members.ts";
import { findSyntaxProblem } from "./json-syntax.ts";
import { MAX_DEPTH, measureValue } from "./measure-value.ts";
import type { Parsed } from "./parse-document.ts";
import { locateSpan, splitLines } from "./text-location.ts";
import type { Span } from "./text-location.ts";

/** Parses JSON (RFC 8259). Repeated names, which the standard leaves open, are errors here. */
export function parseJson(file: string, text: string, report: Report): Parsed | undefined {
  const parsed = tryJson(text);
  if (!parsed) {
    const problem = findSyntaxProblem(text) ?? { offset: 0, expected: "a value" };
    const at = textPlace(file, text, { start: problem.offset, end: problem.offset + 1 });
    report(invalidSyntax(at, "JSON", `expected ${problem.expected}`));
    return undefined;
  }
  const { members, tooDeep: deep } = measureValue(parsed.value);
  if (deep !== undefined) {
    report(tooDeep({ file, pointer: deep }, MAX_DEPTH));
    return undefined;
  }
  // JSON.parse keeps the last of repeated names in silence. Counting is 20 times cheaper than looking at each
  // object; only when the counts differ is it worth the look.
  if (countKeys(text) !== members) reportDuplicates(file, text, report);
  return mayHaveLongNumbers(text) ? { value: parseExactJson(text) } : parsed;
}

/** @returns `undefined` when `text` is not JSON. */
export function tryJson(text: string): Parsed | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function countKeys(text: string): number {
  let count = 0;
  for (let at = text.indexOf('":'); at !== -1; at = text.indexOf('":', at + 2)) {
    if (text[at - 1] !== "\\") count += 1;
  }
  return count;
}

function reportDuplicates(file: string, text: string, report: Report): void {
  const open: Span[] = [jsonRoot(text)];
  for (let span = open.pop(); span; span = open.pop()) {
    const seen = new Set<string>();
    for (const { key, keySpan, value } of jsonMembers(text, span)) {
      if (seen.has(key) && keySpan) report(duplicateKey(textPlace(file, text, keySpan), key));
      seen.add(key);
      open.push(value);
    }
  }
}

function textPlace(file: string, text: string, span: Span): TextPlace {
  return { file, pointer: "", location: locateSpan(file, splitLines(text), span) };
}
