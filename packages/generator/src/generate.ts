import { buildTree } from "./build-tree.ts";
import type { ResolvedConfig } from "./config/config.ts";
import { attempt } from "./output/attempt.ts";
import { compareTree } from "./output/compare.ts";
import { holdSignals } from "./output/hold-signals.ts";
import { reportObstacles } from "./output/obstacles.ts";
import { placeOf } from "./output/place-of.ts";
import { recover, writeTree } from "./output/write.ts";
import { outcome, startRun } from "./run.ts";
import type { Outcome, Tools } from "./run.ts";

/** Spec → files on disk, all or nothing. With errors, or with a foreign file in the way, nothing is written. */
export async function generate(config: ResolvedConfig, tools: Tools): Promise<Outcome> {
  const { disk, signals } = tools;
  const run = startRun(config, tools);

  if (!attempt(() => recover(placeOf(config), disk), run.report)) return outcome(run);
  const tree = await buildTree(run, config, tools);
  if (!tree) return outcome(run);

  const comparison = compareTree(tree, disk);
  if (reportObstacles(comparison, run.report)) return outcome(run);

  await holdSignals(signals, () => {
    attempt(() => writeTree(tree, comparison, disk), run.report);
  });
  return outcome(run, { tree, comparison });
}
