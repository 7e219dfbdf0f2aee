import { buildTree } from "./build-tree.ts";
import type { ResolvedConfig } from "./config/config.ts";
import { compareTree } from "./output/compare.ts";
import { reportObstacles } from "./output/obstacles.ts";
import { outcome, startRun } from "./run.ts";
import type { Outcome, Tools } from "./run.ts";

/** The same road as `generate`, but it compares where the other writes. Touches nothing. */
export async function check(config: ResolvedConfig, tools: Tools): Promise<Outcome> {
  const run = startRun(config, tools);
  const tree = await buildTree(run, config, tools);
  if (!tree) return outcome(run);

  const comparison = compareTree(tree, tools.disk);
  if (reportObstacles(comparison, run.report)) return outcome(run);
  return outcome(run, { tree, comparison });
}
