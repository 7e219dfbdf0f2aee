import { placeless } from "../../diagnostics/finding.ts";
import { createReporter } from "../../diagnostics/reporter.ts";
import { lintSpec } from "../../lint-spec.ts";
import { startRun } from "../../run.ts";
import { bundleInput } from "../bundle-paths.ts";
import { failureCode } from "../exit-code.ts";
import { EXIT } from "../exit.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";
import { printFindings } from "../print-findings.ts";
import { elapsed } from "../summarise-fresh.ts";
import { realTools } from "../tools.ts";

/** `specwright lint [SPEC]` */
export async function lint(argument: string, options: Options, io: Io): Promise<number> {
  const { report, diagnostics } = createReporter();
  const config = await bundleInput(io.cwd(), argument, options, report);
  if (!config) {
    printFindings(placeless(diagnostics), options.reporter, io);
    return EXIT.usage;
  }
  const tools = realTools(io, options);
  const run = startRun(config, tools);
  const found = await lintSpec(run, tools.cwd);
  const findings = await run.findings();
  printFindings(findings, options.reporter, io);
  if (run.hasErrors()) return failureCode(findings);
  if (found > 0) return EXIT.difference;
  io.stdout.write(summary(run.texts.size, options));
  return EXIT.done;
}

function summary(files: number, { reporter, quiet }: Options): string {
  if (reporter === "json") return `${JSON.stringify({ command: "lint", files })}\n`;
  if (quiet) return "";
  return `Nothing to mend: ${files} ${files === 1 ? "file" : "files"} (${elapsed()})\n`;
}
