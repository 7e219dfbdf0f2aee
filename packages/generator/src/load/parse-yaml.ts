import type { Document, YAMLError } from "yaml";
import {
  duplicateKey,
  invalidSyntax,
  tooDeep,
  tooManyAliases,
  unsupportedSyntax,
} from "../diagnostics/catalog/load.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { TextPlace } from "../diagnostics/finding.ts";
import { MAX_DEPTH, measureValue } from "./measure-value.ts";
import type { Parsed } from "./parse-document.ts";
import { locateSpan, splitLines } from "./text-location.ts";

export type YamlDocument = Document.Parsed;

/**
 * Parses YAML 1.2 by the core schema, with every key a string, as OpenAPI 3.1, section 4.3 asks.
 * Merge keys and the types of YAML 1.1 are not known to it.
 */
export async function parseYaml(
  file: string,
  text: string,
  report: Report,
): Promise<Parsed | undefined> {
  const document = await readYaml(text);
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) {
    for (const error of worthTelling(errors)) reportError(error, file, text, report);
    return undefined;
  }
  const value = toValue(document);
  if (value === undefined) {
    report(invalidSyntax(startOf(file), "YAML", "an alias has no anchor before it"));
    return undefined;
  }
  return checkValue(value.value, file, text, report) ? value : undefined;
}

/** The syntax tree, with the range of each node. */
export async function readYaml(text: string): Promise<YamlDocument> {
  const { parseDocument } = await import("yaml");
  return parseDocument(text, {
    version: "1.2",
    schema: "core",
    stringKeys: true,
    resolveKnownTags: false,
    prettyErrors: false,
    // "silent" would also pass over a second document in the file.
    logLevel: "error",
  });
}

// `maxAliasCount` would refuse an anchor that is merely used often. What matters is how far all of them unfold,
// which `checkValue` bounds: unfolding itself only shares objects and costs nothing.
function toValue(document: YamlDocument): Parsed | undefined {
  try {
    return { value: document.toJS({ maxAliasCount: -1 }) };
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
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

// One slip of indentation makes many errors; all but the first are noise. Repeated keys stand each for themselves.
function worthTelling(errors: readonly YAMLError[]): YAMLError[] {
  const duplicates = errors.filter(({ code }) => code === "DUPLICATE_KEY");
  const first = errors.find(({ code }) => code !== "DUPLICATE_KEY");
  return first ? [...duplicates, first] : duplicates;
}

function reportError(error: YAMLError, file: string, text: string, report: Report): void {
  const [start, end] = error.pos;
  const location = locateSpan(file, splitLines(text), { start, end });
  const at: TextPlace = { file, pointer: "", location };
  switch (error.code) {
    case "DUPLICATE_KEY":
      return report(duplicateKey(at));
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
