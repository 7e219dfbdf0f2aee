import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { InternalError } from "./diagnostics/internal-error.ts";
import { GENERATED_HEADER } from "./output/header.ts";

/** What only a package can choose by the platform that it is loaded on. */
const CHOSEN = "platform/node/";

/**
 * The runtime's source as files below `runtime/`, for `--runtime inline`: output that needs nothing installed.
 * Import specifiers get the ending that every module resolution understands. A copy has no conditions to be loaded by: it sends by
 * `fetch`, wherever it is.
 */
export function inlineRuntime(): { readonly path: string; readonly text: string }[] {
  const root = runtimeSource();
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts"),
    )
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.startsWith(CHOSEN))
    .map((path) => {
      const up = "../".repeat(path.split("/").length - 1) || "./";
      const text = readFileSync(join(root, path), "utf8")
        .replace('from "#platform"', `from "${up}platform/fetch.js"`)
        .replace(/(from "\.[^"]*)\.ts"/g, '$1.js"');
      return { path: `runtime/${path}`, text: `${GENERATED_HEADER}\n\n${text}` };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Beside the published package's code, or the runtime package of the repository. */
function runtimeSource(): string {
  const here = fileURLToPath(new URL("..", import.meta.url));
  const found = [join(here, "runtime"), join(here, "..", "runtime", "src")].find(existsSync);
  if (found === undefined) throw new InternalError("the runtime's source is missing", { here });
  return found;
}
