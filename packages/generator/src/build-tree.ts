import type { ResolvedConfig } from "./config/config.ts";
import { DiagnosedError } from "./diagnostics/diagnosed-error.ts";
import { createOutputTree } from "./output/output-tree.ts";
import type { OutputTree } from "./output/output-tree.ts";
import { withoutYielding } from "./output/yielding.ts";
import { placeOf } from "./output/place-of.ts";
import type { Run, Tools } from "./run.ts";
import { shownPath } from "./shown-path.ts";

/**
 * Spec → what should be on disk.
 *
 * @returns `undefined` when the spec, a template or an extension has errors; they have been reported.
 */
export async function buildTree(
  run: Run,
  config: ResolvedConfig,
  tools: Tools,
): Promise<OutputTree | undefined> {
  const document = await run.load();
  if (!document) return undefined;
  const { plan, print } = await tools.pipeline();
  try {
    const units = plan(document, config, run.report);
    if (run.hasErrors()) return undefined;
    const files = withoutYielding(await print(units, config), config, tools.disk);
    return createOutputTree(placeOf(config), files);
  } catch (error) {
    if (!(error instanceof DiagnosedError)) throw error;
    run.report(error.diagnose((path) => shownPath(tools.cwd, path)));
    tools.trace?.(error);
    return undefined;
  }
}
