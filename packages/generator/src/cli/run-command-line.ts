import { placeless } from "../diagnostics/finding.ts";
import { parseArguments } from "./arguments.ts";
import { EXIT } from "./exit.ts";
import type { Io } from "./io.ts";
import { version } from "./main.ts";
import { wantedReporter } from "./options.ts";
import { printFindings } from "./print-findings.ts";

/** Arguments → command → exit code. Each command is loaded only when it is called. */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(argv, version());
  switch (parsed.command) {
    case "help":
      io.stdout.write(parsed.text);
      return EXIT.done;
    case "wrong":
      printFindings(placeless([parsed.diagnostic]), wantedReporter(argv), io);
      return EXIT.usage;
    case "init":
      return (await import("./commands/init.ts")).init(parsed.options, io);
    case "explain":
      return (await import("./commands/explain.ts")).explain(parsed.argument, parsed.options, io);
    case "generate":
      return (await import("./commands/generate.ts")).generateCommand(argv, parsed.options, io);
    case "check":
      return (await import("./commands/check.ts")).checkCommand(argv, parsed.options, io);
    case "inspect":
      return (await import("./commands/inspect.ts")).inspect(parsed.argument, parsed.options, io);
    case "bundle":
      return (await import("./commands/bundle.ts")).bundle(parsed.argument, parsed.options, io);
    case "sandbox":
      return (await import("./commands/sandbox.ts")).sandbox(parsed.argument, parsed.options, io);
    case "lint":
      return (await import("./commands/lint.ts")).lint(parsed.argument, parsed.options, io);
  }
}
