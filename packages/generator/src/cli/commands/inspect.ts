import { unknownOperation } from "../../diagnostics/catalog/command-line.ts";
import { placeless } from "../../diagnostics/finding.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { startRun } from "../../run.ts";
import { failureCode } from "../exit-code.ts";
import { EXIT } from "../exit.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";
import { prepare } from "../prepare.ts";
import { printFindings } from "../print-findings.ts";
import { realTools } from "../tools.ts";

/** `specwright inspect ID` */
export async function inspect(id: string, options: Options, io: Io): Promise<number> {
  const prepared = await prepare([], { ...options, cache: false }, io);
  if (prepared.state !== "stale") return EXIT.usage;
  const tools = realTools(io, options);
  const run = startRun(prepared.config, tools);
  const document = await run.load();
  const { inspectOperation, operationIds } = await tools.pipeline();
  const found = document && inspectOperation(document, prepared.config, id, run.report);
  const findings = await run.findings();
  if (run.hasErrors()) {
    printFindings(findings, options.reporter, io);
    return failureCode(findings);
  }
  if (!document || found === undefined) {
    const guess = document && nearest(id, operationIds(document, run.report));
    printFindings(placeless([unknownOperation(id, guess)]), options.reporter, io);
    return EXIT.usage;
  }
  printFindings(findings, options.reporter, io);
  io.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  return EXIT.done;
}
