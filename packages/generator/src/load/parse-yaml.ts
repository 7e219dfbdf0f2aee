import type { Document, YAMLError } from "yaml";
import {
  duplicateKey,
  invalidSyntax,
  tooDeep,
  tooManyAliases,
  unsupportedSyntax,
} from "../diagnostics/catalog/load.ts";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import type { TextPlace } from "../diagnostics/finding.ts";
import { MAX_DEPTH, measureValue } from "./measure-value.ts";
import type { Parsed } from "./parse-document.ts";
import { locateSpan, splitLines } from "./text-location.ts";
import type { Span } from "./text-location.ts";
import { yamlValue } from "./yaml-value.ts";

export type YamlDocument = Document.Parsed;

/**
 * Parses YAML 1.2 by the core schema, with every key a string, as OpenAPI 3.1, section 4.3 asks.
 * Of YAML 1.1 merge keys are known to it, for documents are full of them, and no types.
 */
export async function parseYaml(
  file: string,
  text: string,
  report: Report,
): Promise<Parsed | undefined> {
  const document = await readYaml(text);
  const errors = [...document.errors, ...document.warnings];
  const { value, duplicates, dangling, isBomb } = await yamlValue(document);
  const lines = splitLines(text);
  const placeOf = (span: Span): TextPlace => ({
    file,
    pointer: "",
    location: locateSpan(file, lines, span),
  });
  for (const span of duplicates) report(duplicateKey(placeOf(span)));
  // One slip of indentation makes many errors; all but the first are noise.
  const [first] = errors;
  if (first) reportError(first, placeOf({ start: first.pos[0], end: first.pos[1] }), report);
  for (const span of first ? [] : dangling) report(danglingAlias(placeOf(span)));
  if (isBomb) report(tooManyAliases(startOf(file)));
  if (isBomb || duplicates.length + errors.length + dangling.length > 0) return undefined;
  return checkValue(value, file, text, report) ? { value } : undefined;
}

function danglingAlias(at: TextPlace): Diagnostic {
  return invalidSyntax(at, "YAML", "the alias has no anchor before it");
}

/** The syntax tree, with the range of each node. */
export async function readYaml(text: string): Promise<YamlDocument> {
  const { parseDocument } = await import("yaml");
  return parseDocument(text, {
    version: "1.2",
    schema: "core",
    stringKeys: true,
    // We look for them ourselves, since the library compares each key with each other.
    uniqueKeys: false,
    resolveKnownTags: false,
    prettyErrors: false,
    // "silent" would also pass over a second document in the file.
    logLevel: "error",
  });
}

function checkValue(value: unknown, file: string, text: string, report: Report): boolean {
  // Without aliases every value takes at least one character of text.
  const measure = measureValue(value, 4 * text.length + 1000);
  const { tooDeep: deep, foreign, tooMany } = measure;
  if (deep !== undefined) report(tooDeep(startOf(file), MAX_DEPTH));
  if (tooMany === true) report(tooManyAliases(startOf(file)));
  if (foreign !== undefined) {
    report(unsupportedSyntax(startOf(file), `the value at #${foreign} is not one of JSON's`));
  }
  return deep === undefined && foreign === undefined && tooMany !== true;
}

function reportError(error: YAMLError, at: TextPlace, report: Report): void {
  switch (error.code) {
    case "RESOURCE_EXHAUSTION":
      return report(tooDeep(at, MAX_DEPTH));
    case "NON_STRING_KEY":
      return report(unsupportedSyntax(at, "a key is not a string"));
    case "TAG_RESOLVE_FAILED":
      return report(unsupportedSyntax(at, "a tag says what kind of value this is"));
    case "MULTIPLE_DOCS":
      return report(unsupportedSyntax(at, "the file holds more than one document"));
    default:
      return report(invalidSyntax(at, "YAML", error.message.replace(/\.?\s*$/, "")));
  }
}

function startOf(file: string): TextPlace {
  return { file, pointer: "", location: { file, line: 1, column: 1, length: 1 } };
}
