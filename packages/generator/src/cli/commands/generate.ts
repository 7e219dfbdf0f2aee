import { generate } from "../../generate.ts";
import { tellFresh } from "../answer-fresh.ts";
import { failureCode } from "../exit-code.ts";
import { EXIT } from "../exit.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";
import { prepare } from "../prepare.ts";
import { printFindings } from "../print-findings.ts";
import { remember } from "../remember.ts";
import { summarise } from "../summary.ts";
import { realTools } from "../tools.ts";

/** `specwright generate` */
export async function generateCommand(
  argv: readonly string[],
  options: Options,
  io: Io,
): Promise<number> {
  const prepared = await prepare(argv, options, io);
  if (prepared.state === "refused") return EXIT.usage;
  if (prepared.state === "fresh") {
    await tellFresh("generate", prepared.record, io);
    return EXIT.done;
  }
  const { config, memory } = prepared;
  const outcome = await generate(config, realTools(io, options));
  printFindings(outcome.findings, options.reporter, io);
  if (!outcome.result) return failureCode(outcome.findings);
  if (memory) remember(memory, config, outcome, outcome.result, options);
  io.stdout.write(summarise("generate", outcome.result, io.cwd(), options));
  return EXIT.done;
}
