import { join } from "node:path";
import type { Comparison } from "../output/compare.ts";
import { isSame } from "../output/compare.ts";
import type { Result } from "../run.ts";
import { shownPath } from "../run.ts";
import type { Options } from "./options.ts";

const CHANGES = ["added", "changed", "removed"] as const;

/** What a run did, for standard output: a line for each file that changed, and one with the sums. */
export function summarise(
  command: string,
  { comparison, tree }: Result,
  cwd: string,
  { reporter, quiet }: Options,
): string {
  if (reporter === "json") return json(command, comparison);
  if (quiet) return "";
  if (isSame(comparison)) return upToDate(tree.files.size);
  const lines = CHANGES.flatMap((change) =>
    comparison[change].map(
      (path) => `${change.padEnd(8)} ${shownPath(cwd, join(tree.root, path))}`,
    ),
  );
  const sums = [...CHANGES, "unchanged" as const]
    .filter((state) => comparison[state].length > 0)
    .map((state) => `${comparison[state].length} ${state}`);
  return `${[...lines, `${sums.join(", ")} (${elapsed()})`].join("\n")}\n`;
}

/** The same, when the cache has told that there is nothing to do. */
export function summariseFresh(
  command: string,
  files: number,
  { reporter, quiet }: Options,
): string {
  if (reporter === "json") return json(command, undefined, files);
  return quiet ? "" : upToDate(files);
}

function upToDate(files: number): string {
  return `Up to date: ${files} file${files === 1 ? "" : "s"} (${elapsed()})\n`;
}

function json(command: string, comparison: Comparison | undefined, files = 0): string {
  const { added = [], changed = [], removed = [], unchanged } = comparison ?? {};
  const result = { command, added, changed, removed, unchanged: unchanged?.length ?? files };
  return `${JSON.stringify(result)}\n`;
}

// Since the process began: what the user has waited.
function elapsed(): string {
  return `${(performance.now() / 1000).toFixed(2)} s`;
}
