import { isPlainPath } from "./output/output-tree.ts";
import { viewFault } from "./view-fault.ts";

/** What keeps a value that should be a `PlannedUnit` from being printed; `undefined` when nothing does. */
export function unitFault(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return "it is no object";
  const unit: { path?: unknown; template?: unknown; view?: unknown; imports?: unknown } = value;
  if (typeof unit.path !== "string") return 'it has no "path"';
  if (typeof unit.template !== "string") return 'it has no "template"';
  return pathFault(unit.path) ?? viewFault(unit.view, "view") ?? importsFault(unit);
}

function pathFault(path: string): string | undefined {
  if (!isPlainPath(path)) {
    return "its path must lead down from the folder of the target, with slashes and without . and ..";
  }
  // Nobody tidies hidden folders and node_modules: what is printed there would stay for ever.
  if (path.split("/").some((part) => part.startsWith(".") || part === "node_modules")) {
    return "no part of its path may start with a dot or be node_modules";
  }
  return /\.(?:ts|md)$/.test(path) ? undefined : "its path must end in .ts or .md";
}

function importsFault({
  path,
  imports,
}: {
  path?: unknown;
  imports?: unknown;
}): string | undefined {
  if (!Array.isArray(imports)) return 'its "imports" must be a list';
  if (!imports.every(isImport)) return 'each of its "imports" must have from, values and types';
  const isPage = String(path).endsWith(".md");
  return isPage && imports.length > 0 ? "a page of Markdown has no imports" : undefined;
}

function isImport(value: unknown): boolean {
  const { from, values, types }: { from?: unknown; values?: unknown; types?: unknown } =
    Object(value);
  return typeof from === "string" && isListOfNames(values) && isListOfNames(types);
}

function isListOfNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}
