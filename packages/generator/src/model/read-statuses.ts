import { wrongStatus } from "../diagnostics/catalog/model.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { ModelContext } from "./context.ts";

type Entry = readonly [status: string, node: Node];

/**
 * The answers of a Responses Object by status, as `"404"`, `"4XX"` or `"default"`. What is written otherwise is reported, and
 * passed over where nobody can tell which status it is. OpenAPI 3.1, section 4.8.16.
 */
export function readStatuses(entries: readonly Entry[], context: ModelContext): Entry[] {
  const found = new Map<string, Node>();
  for (const [written, node] of entries) {
    if (written.startsWith("x-")) continue;
    const status = readStatus(written);
    const isNew = status !== undefined && !found.has(status);
    if (status !== written)
      context.report(wrongStatus(node.at, written, isNew ? status : undefined));
    if (isNew) found.set(status, node);
  }
  return [...found];
}

function readStatus(written: string): string | undefined {
  const word = written.trim().toUpperCase();
  if (/^[1-9](?:\d\d|XX)$/.test(word)) return word;
  return word === "DEFAULT" ? "default" : undefined;
}
