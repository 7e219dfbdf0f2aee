import type { RunRecord } from "../cache/run-record.ts";

/** What a run tells that found nothing to do. */
export function summariseFresh(
  command: string,
  files: number,
  { reporter, quiet }: RunRecord["speech"],
): string {
  if (reporter === "json") {
    return `${JSON.stringify({ command, added: [], changed: [], removed: [], unchanged: files })}\n`;
  }
  return quiet ? "" : `Up to date: ${files} file${files === 1 ? "" : "s"} (${elapsed()})\n`;
}

/** Since the process began: what the user has waited. */
export function elapsed(): string {
  return `${(performance.now() / 1000).toFixed(2)} s`;
}
