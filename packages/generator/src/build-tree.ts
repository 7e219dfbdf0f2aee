import type { ResolvedConfig } from "./config/config.ts";
import { createOutputTree } from "./output/output-tree.ts";
import type { OutputTree } from "./output/output-tree.ts";
import { placeOf } from "./output/place-of.ts";
import type { Run, Tools } from "./run.ts";

/**
 * Spec → what should be on disk.
 *
 * @returns `undefined` when the spec has errors; they have been reported.
 */
export async function buildTree(
  run: Run,
  config: ResolvedConfig,
  tools: Tools,
): Promise<OutputTree | undefined> {
  const document = await run.load();
  if (!document) return undefined;
  const { plan, print } = await tools.pipeline();
  const units = plan(document, config, run.report);
  if (run.hasErrors()) return undefined;
  return createOutputTree(placeOf(config), await print(units, config));
}
