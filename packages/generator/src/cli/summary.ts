import { join } from "node:path";
import { isSame } from "../output/compare.ts";
import type { Result } from "../run.ts";
import { shownPath } from "../shown-path.ts";
import type { Options } from "./options.ts";
import { elapsed, summariseFresh } from "./summarise-fresh.ts";

const CHANGES = ["added", "changed", "removed"] as const;

/** What a run did, for standard output: a line for each file that changed, and one with the sums. */
export function summarise(
  command: string,
  { comparison, tree }: Result,
  cwd: string,
  options: Options,
): string {
  if (isSame(comparison)) return summariseFresh(command, tree.files.size, options);
  const shown = (path: string): string => shownPath(cwd, join(tree.root, path));
  const [added, changed, removed] = CHANGES.map((change) => comparison[change].map(shown));
  if (options.reporter === "json") {
    const unchanged = comparison.unchanged.length;
    return `${JSON.stringify({ command, added, changed, removed, unchanged })}\n`;
  }
  if (options.quiet) return "";
  const lines = CHANGES.flatMap((change) =>
    comparison[change].map((path) => `${change.padEnd(8)} ${shown(path)}`),
  );
  const sums = [...CHANGES, "unchanged" as const]
    .filter((state) => comparison[state].length > 0)
    .map((state) => `${comparison[state].length} ${state}`);
  return `${[...lines, `${sums.join(", ")} (${elapsed()})`].join("\n")}\n`;
}
