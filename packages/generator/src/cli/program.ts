import { Command, InvalidArgumentError, Option } from "commander";
import { REPORTERS } from "./options.ts";
import { parsePermission } from "../load/remote/permission.ts";

export { CommanderError } from "commander";

/** Commands and options, as `--help` shows them. */
export function createProgram(version: string): Command {
  const program = new Command("specwright")
    .description("Turns an OpenAPI document into a TypeScript SDK.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError(false);
  addCommonOptions(program);
  addSpecCommand(program, "generate", "write the SDK that the spec describes");
  addSpecCommand(program, "check", "compare the SDK on disk with the spec; writes nothing");
  addSpecCommand(program, "inspect", "print what is known of one operation, as JSON").argument(
    "<id>",
    "the operation, such as coupons.create",
  );
  const bundle = program
    .command("bundle")
    .description("put a spec of many files into one document; without --output, print it as YAML")
    .argument("[spec]", "its entry document (default: the one of the configuration)")
    .option("--input <spec>", "the same, as an option")
    .option("--output <file>", "where to write it: .json or .yaml");
  const lint = program
    .command("lint")
    .description("look for what readers and callers of the API would miss in its spec")
    .argument("[spec]", "its entry document (default: the one of the configuration)")
    .option("--input <spec>", "the same, as an option");
  addReading(bundle);
  addReading(lint);
  addSandbox(program);
  program.command("init").description("write a specwright.config.ts to start from");
  program
    .command("explain")
    .description("print what a diagnostic means")
    .argument("[code]", "its code, such as unresolved-ref (default: list them all)");
  for (const command of program.commands) {
    command.helpOption("-h, --help", "print this help").allowExcessArguments(false);
  }
  return program;
}

function addSandbox(program: Command): void {
  const sandbox = program
    .command("sandbox")
    .description("start a server that behaves like the API and remembers what is created")
    .argument("[spec]", "its entry document (default: the one of the configuration)")
    .option("--input <spec>", "the same, as an option")
    .option(
      "--port <number>",
      "where it listens; 0 takes any that is free (default: 4010)",
      portNumber,
    )
    .option("--host <name>", "name or address it listens on (default: 127.0.0.1)")
    .option("--seed <text>", "make ids and times come out the same each time")
    .option(
      "--store <where>",
      "memory, or a file ending in .sqlite that keeps all (default: memory)",
    )
    .option(
      "--key-hours <number>",
      "how long the answer to an idempotency key is kept (default: 24)",
      wholeNumber,
    )
    .option("--latency <ms>", "wait before each answer: 100, or 50-200")
    .option("--faults <list>", "answer with these statuses now and then: 429=0.1,503=0.01")
    .option("--webhook-url <url>", "send webhooks there on each change")
    .option("--webhook-secret <text>", "sign them with this secret");
  addReading(sandbox);
}

function addCommonOptions(program: Command): void {
  program
    .option("--config <file>", "configuration file (default: specwright.config.*)")
    .addOption(
      new Option("--reporter <name>", "form of the messages").choices(REPORTERS).default("pretty"),
    )
    .option("--quiet", "print no more than messages and what was asked for")
    .option("--debug", "print stack traces")
    .option("--no-cache", "neither use nor keep what earlier runs found out")
    .option("--jobs <number>", "how many workers may run at once", wholeNumber);
}

function addSpecCommand(program: Command, name: string, description: string): Command {
  const command = program
    .command(name)
    .description(description)
    .option("--input <spec>", "entry document of the spec")
    .option("--output <dir>", "one folder for all targets, in place of the configured packages")
    .option("--target <name>", "print this target and what it imports (repeatable)", collect)
    .addOption(
      new Option(
        "--runtime <where>",
        "import the runtime, or put its source beside the output",
      ).choices(["package", "inline"]),
    );
  return addReading(command);
}

function addReading(command: Command): Command {
  return command
    .option("--overlay <file>", "apply this Overlay to the spec first (repeatable)", collect)
    .option(
      "--include <selector>",
      "only tag:…, path:…, operation:…, schema:… (repeatable)",
      collect,
    )
    .option(
      "--exclude <selector>",
      "all but tag:…, path:…, operation:…, deprecated (repeatable)",
      collect,
    )
    .option(
      "--allow-remote <host>",
      "fetch what references name there: a host, or an address with all below it (repeatable)",
      remoteHost,
    )
    .option(
      "--allow-outside <dir>",
      "let references lead into this folder, outside of the spec's own (repeatable)",
      collect,
    );
}

function remoteHost(value: string, earlier?: readonly string[]): string[] {
  if (parsePermission(value)) return collect(value, earlier);
  throw new InvalidArgumentError(
    "It must be a host such as example.com, or an address such as https://example.com/specs.",
  );
}

function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

function portNumber(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError("It must be a number from 0 to 65535.");
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError("It must be a number from 1.");
  return Number(text);
}
