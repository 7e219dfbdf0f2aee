import { join } from "node:path";
import { changedOutputs } from "../../cache/freshness.ts";
import { check } from "../../check.ts";
import { drift, editedByHand } from "../../diagnostics/catalog/command-line.ts";
import { placeless } from "../../diagnostics/finding.ts";
import type { Finding } from "../../diagnostics/finding.ts";
import { isSame } from "../../output/compare.ts";
import { unifiedDiff } from "../../output/unified-diff.ts";
import { shownPath } from "../../shown-path.ts";
import type { Result } from "../../run.ts";
import { tellFresh } from "../answer-fresh.ts";
import { failureCode } from "../exit-code.ts";
import { EXIT } from "../exit.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";
import { prepare } from "../prepare.ts";
import type { Memory } from "../prepare.ts";
import { printFindings } from "../print-findings.ts";
import { remember } from "../remember.ts";
import { summarise } from "../summary.ts";
import { realTools } from "../tools.ts";

/** `specwright check` */
export async function checkCommand(
  argv: readonly string[],
  options: Options,
  io: Io,
): Promise<number> {
  const prepared = await prepare(argv, options, io);
  if (prepared.state === "refused") return EXIT.usage;
  if (prepared.state === "fresh") {
    await tellFresh("check", prepared.record, io);
    return EXIT.done;
  }
  const { config, memory } = prepared;
  const tools = realTools(io, options);
  const outcome = await check(config, tools);
  const { findings, result } = outcome;
  const isUpToDate = result !== undefined && isSame(result.comparison);
  if (isUpToDate && memory) remember(memory, config, outcome, result, options);

  const shown = (path: string): string => shownPath(io.cwd(), join(config.root, path));
  const drifted = result && !isUpToDate ? difference(result, memory, config.mend, shown) : [];
  printFindings([...findings, ...drifted], options.reporter, io);
  if (!result) return failureCode(findings);
  if (isUpToDate || options.reporter === "json") {
    io.stdout.write(summarise("check", result, io.cwd(), options));
  } else {
    io.stdout.write(await unifiedDiff(result.tree, result.comparison, tools.disk, shown));
  }
  return isUpToDate ? EXIT.done : EXIT.difference;
}

/** That there is a difference, and which of the files somebody has edited. */
function difference(
  { tree, comparison: { added, changed, removed } }: Result,
  memory: Memory | undefined,
  mend: string,
  shown: (path: string) => string,
): Finding[] {
  const edited = new Set(memory?.record ? changedOutputs(memory.record) : []);
  return placeless([
    ...changed
      .filter((path) => edited.has(join(tree.root, path)))
      .map((path) => editedByHand(shown(path))),
    drift([...added, ...changed, ...removed].sort().map(shown), mend),
  ]);
}
