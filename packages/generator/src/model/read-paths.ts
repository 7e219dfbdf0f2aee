import { conflictingPaths, pathWithoutSlash, unusualPath } from "../diagnostics/catalog/model.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Node } from "../resolve/spec-document.ts";
import { templateNames } from "./template-names.ts";

/** An entry under `paths`, with the path as requests have it. */
export interface PathEntry {
  readonly path: string;
  /** References not followed. */
  readonly entry: Node;
}

/**
 * The paths of a document, as requests have them: with a slash in front, without blanks around them and without a
 * fragment. What is odd about one, and which two nobody can tell apart, is reported. OpenAPI 3.1, section 4.8.8.
 */
export function readPaths(
  entries: readonly (readonly [string, Node])[],
  report: Report,
): PathEntry[] {
  const first = new Map<string, string>();
  return entries.flatMap(([written, entry]) => {
    if (written.startsWith("x-")) return [];
    const path = readPath(written, entry, report);
    const shape = shapeOf(path);
    const other = first.get(shape);
    if (other === undefined) first.set(shape, written);
    else report(conflictingPaths(entry.at, written, other));
    return [{ path, entry }];
  });
}

function readPath(written: string, { at }: Node, report: Report): string {
  const trimmed = written.trim();
  const tell = (what: string, hint: string): void => report(unusualPath(at, written, what, hint));
  if (trimmed !== written) tell("has blanks around it, which are left out", "remove them");
  const [plain = ""] = trimmed.split("#");
  if (plain !== trimmed)
    tell("has a fragment, which is never sent and left out here", 'end it before the "#"');
  if (plain.includes("?"))
    tell("has a query, which every request sends", 'declare it as parameters with "in: query"');
  if (/[{}]/.test(plain.replace(/\{[^{}]+\}/g, "")))
    tell("has a brace without its partner, which is taken as text", 'write parameters as "{name}"');
  if (/(?:^|\/)\.\.?(?:\/|$)/.test(plain))
    tell('has a segment "." or "..", which clients refuse to send', "write the path without it");
  const names = templateNames(plain);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    tell(`has the parameter "${twice}" twice`, "give each place a name of its own");
  if (plain.startsWith("/")) return plain;
  report(pathWithoutSlash(at, plain));
  return `/${plain}`;
}

/** What a server can tell of a path. */
function shapeOf(path: string): string {
  const [plain = ""] = path.split("?");
  return plain.replace(/\{[^{}]+\}/g, "{}");
}
