import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { InternalError } from "../diagnostics/internal-error.ts";

/** One template as text. */
export interface TemplateFile {
  /** Relative path without ending: `"client/method"`. */
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** True when it does not come with Specwright. */
  readonly override: boolean;
}

/** Every template by name; along the search path the first hit wins, the built-in folder comes last. */
export function readTemplates(searchPath: readonly string[]): ReadonlyMap<string, TemplateFile> {
  const templates = new Map<string, TemplateFile>();
  for (const dir of [...searchPath, builtInTemplates()]) {
    for (const file of templateFiles(dir)) {
      const name = relative(dir, file)
        .split(sep)
        .join("/")
        .replace(/\.hbs$/, "");
      const override = searchPath.includes(dir);
      if (!templates.has(name)) {
        templates.set(name, { name, file, text: readFileSync(file, "utf8"), override });
      }
    }
  }
  return templates;
}

/** The folder of built-in templates: beside the published package's code, or at the root of the repository. */
export function builtInTemplates(): string {
  const here = fileURLToPath(new URL("../..", import.meta.url));
  const found = [join(here, "templates"), join(here, "..", "..", "templates")].find(existsSync);
  if (found === undefined) throw new InternalError("the built-in templates are missing", { here });
  return found;
}

function templateFiles(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".hbs"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
