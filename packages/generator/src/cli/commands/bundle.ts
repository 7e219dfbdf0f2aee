import { bundleDocument } from "../../bundle/bundle-document.ts";
import { placeless } from "../../diagnostics/finding.ts";
import { createReporter } from "../../diagnostics/reporter.ts";
import { printDocument } from "../../load/print-document.ts";
import { attempt } from "../../output/attempt.ts";
import { replaceFile } from "../../output/replace-file.ts";
import { startRun } from "../../run.ts";
import type { Run, Tools } from "../../run.ts";
import { shownPath } from "../../shown-path.ts";
import { bundleInput, bundleOutput, overwritesSpec } from "../bundle-paths.ts";
import type { BundleOutput } from "../bundle-paths.ts";
import { failureCode } from "../exit-code.ts";
import { EXIT } from "../exit.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";
import { printFindings } from "../print-findings.ts";
import { elapsed } from "../summarise-fresh.ts";
import { realTools } from "../tools.ts";

/** `specwright bundle [SPEC] --output FILE` */
export async function bundle(argument: string, options: Options, io: Io): Promise<number> {
  const cwd = io.cwd();
  const { report, diagnostics } = createReporter();
  const output = bundleOutput(cwd, options.output, report);
  const config = output && (await bundleInput(cwd, argument, options, report));
  if (!config) {
    printFindings(placeless(diagnostics), options.reporter, io);
    return EXIT.usage;
  }
  const tools = realTools(io, options);
  const run = startRun(config, tools);
  const text = await bundledText(run, output);
  const shown = options.output ?? "";
  const isOwn = overwritesSpec(output, run.texts.keys(), shown, run.report);
  const said = text === undefined || isOwn ? undefined : put(text, output, run, tools, options);

  const findings = await run.findings();
  printFindings(findings, options.reporter, io);
  if (said === undefined) return isOwn ? EXIT.usage : failureCode(findings);
  io.stdout.write(said);
  return EXIT.done;
}

/** @returns `undefined` when the spec has errors. */
async function bundledText(run: Run, { format }: BundleOutput): Promise<string | undefined> {
  const document = await run.load();
  const value = document && bundleDocument(document, run.report);
  return document && !run.hasErrors() ? printDocument(value, format) : undefined;
}

/** @returns What to say on standard output: without a file, the bundle itself. `undefined` when it was not written. */
function put(
  text: string,
  { path }: BundleOutput,
  { report }: Run,
  { cwd, disk }: Tools,
  options: Options,
): string | undefined {
  if (path === undefined) return text;
  let change: ReturnType<typeof replaceFile> | undefined;
  attempt(() => (change = replaceFile(path, text, disk)), report);
  return change && summarise(change, shownPath(cwd, path), options);
}

function summarise(
  change: ReturnType<typeof replaceFile>,
  file: string,
  { reporter, quiet }: Options,
): string {
  if (reporter === "json") return `${JSON.stringify({ command: "bundle", file, change })}\n`;
  if (quiet) return "";
  return change === "unchanged"
    ? `Up to date: ${file} (${elapsed()})\n`
    : `${change.padEnd(8)} ${file} (${elapsed()})\n`;
}
