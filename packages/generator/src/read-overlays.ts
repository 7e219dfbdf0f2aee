import { overlayNotFound } from "./diagnostics/catalog/overlay.ts";
import type { Report } from "./diagnostics/diagnostic.ts";
import { parseDocument } from "./load/parse-document.ts";
import type { ReadFile } from "./load/read-file.ts";
import type { Node } from "./resolve/spec-document.ts";
import { shownPath } from "./shown-path.ts";

/** Reads overlays, wherever the user says that they are. Those that cannot be read are reported and left out. */
export async function readOverlays(
  files: readonly string[],
  cwd: string,
  readFile: ReadFile,
  report: Report,
): Promise<Node[]> {
  const overlays: Node[] = [];
  for (const path of files) {
    const file = shownPath(cwd, path);
    const read = readFile(path, () => true);
    const parsed = read.kind === "text" ? await parseDocument(file, read.text, report) : undefined;
    if (read.kind !== "text") report(overlayNotFound(file));
    if (parsed) overlays.push({ value: parsed.value, at: { file, pointer: "" } });
  }
  return overlays;
}
