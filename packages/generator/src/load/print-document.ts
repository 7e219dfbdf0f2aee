import type { ScalarTag } from "yaml";
import { ExactNumber } from "../exact-number.ts";

/** How a document is written down. */
export type DocumentFormat = "json" | "yaml";

/** By the ending of a file's name; `undefined` for one that tells neither. */
export function formatOf(file: string): DocumentFormat | undefined {
  const [, ending = ""] = /\.(json|ya?ml)$/i.exec(file) ?? [];
  if (ending === "") return undefined;
  return ending.toLowerCase() === "json" ? "json" : "yaml";
}

/** Numbers keep their digits. */
const EXACT: ScalarTag = {
  tag: "tag:yaml.org,2002:float",
  default: true,
  identify: (value) => value instanceof ExactNumber,
  resolve: (text) => text,
  stringify: ({ value }) => String(value),
};

/**
 * Plain value → text that `parseDocument` reads back as the same value, ended by a line break.
 *
 * YAML comes without anchors, and lines are not folded, so that a change of a long text is a change of one line. Strings
 * that YAML 1.1 would take for something else, such as `no`, are quoted: many readers still follow it.
 */
export async function printDocument(value: unknown, format: DocumentFormat): Promise<string> {
  if (format === "json") return `${JSON.stringify(value, undefined, 2)}\n`;
  const { stringify } = await import("yaml");
  return stringify(value, {
    customTags: (tags) => [EXACT, ...tags],
    version: "1.2",
    schema: "core",
    compat: "yaml-1.1",
    aliasDuplicateObjects: false,
    lineWidth: 0,
  });
}
