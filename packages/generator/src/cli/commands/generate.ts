import { generate } from "../../generate.ts";
import { failureCode } from "../exit-code.ts";
import { EXIT } from "../io.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";
import { prepare } from "../prepare.ts";
import { printFindings } from "../print-findings.ts";
import { hashTemplates, remember } from "../remember.ts";
import { summarise, summariseFresh } from "../summary.ts";
import { realTools } from "../tools.ts";

/** `specwright generate` */
export async function generateCommand(options: Options, io: Io): Promise<number> {
  const prepared = await prepare(options, io);
  if (prepared.state === "refused") return EXIT.usage;
  if (prepared.state === "fresh") {
    printFindings(prepared.record.findings, options.reporter, io);
    io.stdout.write(
      summariseFresh("generate", Object.keys(prepared.record.outputs).length, options),
    );
    return EXIT.done;
  }
  const { config, memory } = prepared;
  const templates = hashTemplates(config);
  const outcome = await generate(config, realTools(io));
  printFindings(outcome.findings, options.reporter, io);
  if (!outcome.result) return failureCode(outcome.findings);
  if (memory) remember(memory, config, outcome, outcome.result, templates);
  io.stdout.write(summarise("generate", outcome.result, io.cwd(), options));
  return EXIT.done;
}
