import { createConfig, lintDocument } from "@redocly/openapi-core";
import type { NormalizedProblem } from "@redocly/openapi-core";
import { standardFailed, standardRule } from "../../diagnostics/catalog/lint.ts";
import type { Place, Report } from "../../diagnostics/diagnostic.ts";
import { OwnFiles } from "./own-files.ts";
import type { FileValues } from "./own-files.ts";
import { STANDARD_RULES } from "./rules.ts";

/**
 * Reports what Redocly's linter finds in a spec. Nothing is read but `files`.
 *
 * @param entry Path of the entry document.
 */
export async function checkStandard(
  entry: string,
  files: FileValues,
  report: Report,
): Promise<void> {
  const externalRefResolver = new OwnFiles(files);
  const document = externalRefResolver.documentAt(entry);
  if (!document) return;
  const rules = Object.fromEntries(STANDARD_RULES.map((rule) => [rule, "warn" as const]));
  try {
    const config = await createConfig({ rules }, { externalRefResolver });
    const problems = await lintDocument({ document, config, externalRefResolver });
    for (const problem of problems) reportProblem(problem, report);
  } catch (error) {
    // It throws for some mistakes in places that we pass over, such as a circle of references in an extension.
    const reason = error instanceof Error ? error.message : String(error);
    report(standardFailed({ file: entry, pointer: "" }, reason));
  }
}

function reportProblem(
  { ruleId, message, location, suggest }: NormalizedProblem,
  report: Report,
): void {
  const at = location[0] && placeOf(location[0]);
  report(standardRule(ruleId, message.replace(/\s+/g, " ").trim(), at, suggest[0]));
}

function placeOf(location: NormalizedProblem["location"][number]): Place | undefined {
  const { source, pointer } = location;
  if (pointer === undefined) return undefined;
  const isKey = "reportOnKey" in location && location.reportOnKey;
  // The root is `#/` for them.
  const path = pointer.replace(/^#\/?/, "/").replace(/^\/$/, "");
  return { file: source.absoluteRef, pointer: path, ...(isKey && { key: true }) };
}
