/**
 * Documents as data, for programs that act on an API instead of printing code for it. The package `@specwright/sandbox`
 * is one.
 */
import { commandLineConfig } from "./config/command-line-config.ts";
import { resolveConfig, resolveInput } from "./config/resolve-config.ts";
import type { ResolvedConfig } from "./config/config.ts";
import { formatFindings } from "./diagnostics/format.ts";
import { placeless, type Finding } from "./diagnostics/finding.ts";
import { createReporter } from "./diagnostics/reporter.ts";
import { readExamples } from "./examples/read-examples.ts";
import type { SpecExamples } from "./examples/spec-examples.ts";
import { readFileFromDisk } from "./load/read-file.ts";
import type { ApiModel } from "./model/api-model.ts";
import { buildModel } from "./model/build-model.ts";
import { startRun, type Run } from "./run.ts";

export { parsePattern, type Part as PatternPart } from "./pattern/parse-pattern.ts";
export { slowPattern } from "./pattern/slow-pattern.ts";
export type { OperationExamples, SpecExamples } from "./examples/spec-examples.ts";
export type * from "./model/api-model.ts";

/** An API, and what its document shows as examples. */
export interface ReadApi {
  readonly model: ApiModel;
  readonly examples: SpecExamples;
}

/** @returns `undefined` where the document has errors; they have been reported. */
export async function readApi(run: Run, config: ResolvedConfig): Promise<ReadApi | undefined> {
  const document = await run.load();
  if (!document) return undefined;
  const model = buildModel(document, run.report, { filter: config.filter });
  return run.hasErrors() ? undefined : { model, examples: readExamples(document) };
}

/**
 * Reads the document at a path.
 *
 * @param cwd Folder that a relative path starts from.
 * @throws {Error} with everything that is wrong, each with its place, when the document cannot be used.
 */
export async function readApiAt(path: string, cwd: string): Promise<ReadApi> {
  const reporter = createReporter();
  const config = resolveConfig(
    commandLineConfig(resolveInput(cwd, path)),
    { root: cwd },
    reporter.report,
  );
  if (!config) throw refusal(path, placeless(reporter.diagnostics));
  const run = startRun(config, { cwd, readFile: readFileFromDisk });
  const api = await readApi(run, config);
  if (!api) throw refusal(path, await run.findings());
  return api;
}

function refusal(path: string, findings: readonly Finding[]): Error {
  const errors = findings.filter(({ diagnostic }) => diagnostic.severity === "error");
  return new Error(`${path} cannot be used.\n${formatFindings(errors, { colours: false })}`);
}
