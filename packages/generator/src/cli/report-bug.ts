import { detailLines } from "../diagnostics/internal-error.ts";
import { printable } from "../diagnostics/printable.ts";
import { EXIT } from "./exit.ts";
import type { Io } from "./io.ts";
import { version } from "./main.ts";

/** Says that something went wrong which is not the user's fault, and what to attach to a report. */
export function reportBug(error: unknown, argv: readonly string[], io: Io): number {
  const message = error instanceof Error ? error.message : String(error);
  const lines = [
    `Specwright stopped on a bug of its own: ${printable(message)}`,
    ...detailLines(error).map((line) => `  ${printable(line)}`),
    `  version: ${version()}, node ${process.version}`,
  ];
  if (argv.includes("--debug")) lines.push("", stackOf(error));
  else lines.push("Run the command again with --debug and report what it prints.");
  io.stderr.write(`${lines.join("\n")}\n`);
  return EXIT.bug;
}

/** Where an error comes from, and what caused it, safe to print. */
export function stackOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = stack.split("\n").map(printable).join("\n");
  const hasCause = error instanceof Error && error.cause !== undefined;
  return hasCause ? `${lines}\nCaused by: ${stackOf(error.cause)}` : lines;
}
