import type { Command } from "commander";
import { wrongCommandLine } from "../diagnostics/catalog/command-line.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { CommanderError, createProgram } from "./program.ts";
import { readOptions } from "./options.ts";
import type { Options } from "./options.ts";

/** A command line, understood. */
export type Arguments =
  | { readonly command: "generate" | "check" | "init"; readonly options: Options }
  /** `argument` is an operation's id, or a diagnostic's code; that is empty when all are meant. */
  | {
      readonly command: "inspect" | "explain";
      readonly argument: string;
      readonly options: Options;
    }
  /** `argument` is the spec; empty when there is none. */
  | {
      readonly command: "bundle" | "lint" | "sandbox";
      readonly argument: string;
      readonly options: Options;
    }
  | { readonly command: "help"; readonly text: string }
  | { readonly command: "wrong"; readonly diagnostic: Diagnostic };

/** Understands a command line. Prints nothing and ends nothing. */
export function parseArguments(argv: readonly string[], version: string): Arguments {
  let chosen: Command | undefined;
  let text = "";
  const program = createProgram(version);
  for (const command of program.commands) command.action(() => void (chosen = command));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (part) => void (text += part),
      writeErr: () => undefined,
    });
  }
  try {
    program.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { command: "help", text };
    return { command: "wrong", diagnostic: explainError(error, program) };
  }
  return chosen ? understood(chosen) : wrong("There is no command.");
}

function understood(command: Command): Arguments {
  const options = readOptions(command.optsWithGlobals());
  const [argument = ""] = command.args;
  const name = command.name();
  switch (name) {
    case "generate":
    case "check":
    case "init":
      return { command: name, options };
    case "inspect":
    case "explain":
    case "bundle":
    case "lint":
    case "sandbox":
      return { command: name, argument, options };
    default:
      return wrong(`There is no command "${name}".`);
  }
}

function wrong(message: string): Arguments {
  return { command: "wrong", diagnostic: wrongCommandLine(message, undefined) };
}

function explainError(error: CommanderError, program: Command): Diagnostic {
  // Without any command, commander wants to print help and calls that an error without a text.
  if (error.code === "commander.help") return wrongCommandLine("There is no command.", undefined);
  const text = error.message.replace(/^error: /, "").replace(/\.?$/, ".");
  const message = text.charAt(0).toUpperCase() + text.slice(1);
  const [, word = ""] = /'([^' ]+)[^']*'/.exec(error.message) ?? [];
  return wrongCommandLine(message, guess(error.code, word, program));
}

function guess(code: string, word: string, program: Command): string | undefined {
  if (code === "commander.unknownCommand") {
    return nearest(
      word,
      program.commands.map((command) => command.name()),
    );
  }
  if (code !== "commander.unknownOption") return undefined;
  const options = [program, ...program.commands].flatMap((command) => command.options);
  const near = nearest(word, new Set(options.flatMap(({ long }) => long ?? [])));
  // The option exists, but this command does not take it.
  return near === word ? undefined : near;
}
