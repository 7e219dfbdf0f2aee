import { emptyFile } from "../diagnostics/catalog/load.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { parseJson, tryJson } from "./parse-json.ts";
import { parseYaml } from "./parse-yaml.ts";

/** Holds the value apart from its absence: a document may be `null`. */
export interface Parsed {
  readonly value: unknown;
}

/**
 * Text → plain value, by the JSON or the YAML grammar.
 *
 * A file named `.json` is JSON. Any other that begins like JSON is tried as JSON first, which is much faster, and
 * read as YAML when that fails.
 *
 * @param file Path for messages.
 * @returns `undefined` when the text is broken; that has been reported.
 */
export async function parseDocument(
  file: string,
  text: string,
  report: Report,
): Promise<Parsed | undefined> {
  const body = text.replace(/^\ufeff/, "");
  if (body.trim() === "") {
    report(emptyFile({ file, pointer: "" }));
    return undefined;
  }
  return isJson(file, body) ? parseJson(file, body, report) : parseYaml(file, body, report);
}

/** Tells which grammar a file is read by. */
export function isJson(file: string, text: string): boolean {
  if (/\.json$/i.test(file)) return true;
  return /^[ \t\r\n]*[{[]/.test(text) && tryJson(text) !== undefined;
}
