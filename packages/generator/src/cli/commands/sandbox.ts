import type { ResolvedConfig } from "../../config/config.ts";
import { firstLine } from "../../config/import-default.ts";
import {
  cannotListen,
  packageMissing,
  storeUnusable,
  wrongCommandLine,
} from "../../diagnostics/catalog/command-line.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { placeless } from "../../diagnostics/finding.ts";
import { createReporter } from "../../diagnostics/reporter.ts";
import { readApi, type ReadApi } from "../../reading.ts";
import { startRun } from "../../run.ts";
import { bundleInput } from "../bundle-paths.ts";
import { failureCode } from "../exit-code.ts";
import { EXIT } from "../exit.ts";
import { type Io, signalsOf } from "../io.ts";
import type { Options } from "../options.ts";
import { printFindings } from "../print-findings.ts";
import {
  loadSandbox,
  type Running,
  SANDBOX_PACKAGE,
  type SandboxModule,
  sandboxOptions,
  WrongLine,
} from "../sandbox-package.ts";
import { realTools } from "../tools.ts";

const USUAL_PORT = 4010;

/** `specwright sandbox [SPEC]` */
export async function sandbox(argument: string, options: Options, io: Io): Promise<number> {
  const refuse = (...diagnostics: readonly Diagnostic[]): number => {
    printFindings(placeless(diagnostics), options.reporter, io);
    return EXIT.usage;
  };
  const { report, diagnostics } = createReporter();
  const config = await bundleInput(io.cwd(), argument, options, report);
  if (!config) return refuse(...diagnostics);
  const module = await loadSandbox();
  if (!module) return refuse(packageMissing("sandbox", SANDBOX_PACKAGE));
  const read = await readSpec(config, options, io);
  if (typeof read === "number") return read;
  let running: Running;
  try {
    running = await start(module, read, options);
  } catch (error) {
    const diagnostic = explained(error, options);
    if (!diagnostic) throw error;
    return refuse(diagnostic);
  }
  io.stdout.write(announcement(running.url, read.model.title, options));
  await stopped(io);
  await running.close();
  return EXIT.done;
}

async function readSpec(
  config: ResolvedConfig,
  options: Options,
  io: Io,
): Promise<ReadApi | number> {
  const run = startRun(config, realTools(io, options));
  const api = await readApi(run, config);
  const findings = await run.findings();
  // Warnings are for whoever writes the spec: `generate` and `lint` tell them.
  const errors = findings.filter(({ diagnostic }) => diagnostic.severity === "error");
  printFindings(errors, options.reporter, io);
  return api ?? failureCode(findings);
}

async function start(
  module: SandboxModule,
  { model, examples }: ReadApi,
  { sandbox: line }: Options,
): Promise<Running> {
  const made = await module.createSandbox(model, { examples, ...sandboxOptions(line, module) });
  const { port = USUAL_PORT, host = "127.0.0.1" } = line;
  try {
    const { url } = await made.listen({ port, host });
    return { url, close: () => made.close() };
  } catch (error) {
    await made.close();
    throw error;
  }
}

/** @returns `undefined` for what is no fault of whoever wrote the command line. */
function explained(
  error: unknown,
  { sandbox: { port = USUAL_PORT, host = "127.0.0.1" } }: Options,
): Diagnostic | undefined {
  const code: unknown = Object(error).code;
  if (code === "EADDRINUSE") return cannotListen(host, port, "it is taken");
  if (code === "EACCES") return cannotListen(host, port, "that is not permitted");
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return cannotListen(host, port, "this machine has no such address");
  }
  if (code === "ERR_SANDBOX_STORE") return storeUnusable(firstLine(error));
  return error instanceof WrongLine ? wrongCommandLine(error.message, undefined) : undefined;
}

function announcement(url: string, title: string, { reporter, quiet }: Options): string {
  if (reporter === "json") return `${JSON.stringify({ command: "sandbox", url })}\n`;
  if (quiet) return `${url}\n`;
  return `${title}: ${url}\nRequests as they come: ${url}/_sandbox/\nStop with Ctrl+C.\n`;
}

/** Waits for the first signal that asks to stop; a second one ends the program at once. */
function stopped(io: Io): Promise<void> {
  const signals = signalsOf(io);
  if (!signals) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = (): void => {
      signals.off("SIGINT", stop);
      signals.off("SIGTERM", stop);
      resolve();
    };
    signals.on("SIGINT", stop);
    signals.on("SIGTERM", stop);
  });
}
