import { foreignFile, linkedOutput } from "../diagnostics/catalog/output.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Comparison } from "./compare.ts";

/** Reports what stands in the way of writing. @returns True when there is something. */
export function reportObstacles({ foreign, linked }: Comparison, report: Report): boolean {
  for (const path of foreign) report(foreignFile(path));
  for (const path of linked) report(linkedOutput(path));
  return foreign.length + linked.length > 0;
}
