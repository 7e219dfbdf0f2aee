import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InternalError } from "../diagnostics/internal-error.ts";

/** One template as text. */
export interface TemplateFile {
  /** Relative path without ending: `"client/method"`. */
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** True when it comes from a folder of the search path, and so may stand in for one of ours. */
  readonly override: boolean;
}

/** A folder of templates that all bear the name of one target in front: `file.hbs` is `"routes/file"`. */
export interface TargetTemplates {
  /** Absolute. */
  readonly folder: string;
  readonly target: string;
}

/**
 * Every template by name. The first hit wins: along the search path, then the folders of extensions, then the built-in
 * folder.
 */
export function readTemplates(
  searchPath: readonly string[],
  extensions: readonly TargetTemplates[] = [],
): ReadonlyMap<string, TemplateFile> {
  const templates = new Map<string, TemplateFile>();
  const add = (folder: string, prefix: string, override: boolean): void => {
    for (const path of templatePaths(folder)) {
      const name = prefix + path.replace(/\.hbs$/, "");
      const file = join(folder, path);
      if (templates.has(name)) continue;
      templates.set(name, { name, file, text: readFileSync(file, "utf8"), override });
    }
  };
  for (const folder of searchPath) add(folder, "", true);
  for (const { folder, target } of extensions) add(folder, `${target}/`, false);
  add(builtInTemplates(), "", false);
  return templates;
}

/** The folder of built-in templates: beside the published package's code, or at the root of the repository. */
export function builtInTemplates(): string {
  const here = fileURLToPath(new URL("../..", import.meta.url));
  const found = [join(here, "templates"), join(here, "..", "..", "templates")].find(existsSync);
  if (found === undefined) throw new InternalError("the built-in templates are missing", { here });
  return found;
}

/** Templates below a folder by their paths, with slashes, sorted. An extension may have modules of its own installed. */
function templatePaths(folder: string, way = ""): string[] {
  return readdirSync(join(folder, way), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${way}${entry.name}`;
      if (entry.isFile()) return entry.name.endsWith(".hbs") ? [path] : [];
      const isSearched = entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name);
      return isSearched ? templatePaths(folder, `${path}/`) : [];
    })
    .sort();
}
