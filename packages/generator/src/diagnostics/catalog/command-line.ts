import type { Diagnostic } from "../diagnostic.ts";

/** What can be wrong with a command line. */

export function wrongCommandLine(message: string, guess: string | undefined): Diagnostic {
  return {
    code: "wrong-command-line",
    severity: "error",
    message,
    hint:
      guess === undefined
        ? "run `specwright --help` to see what there is"
        : `did you mean "${guess}"?`,
  };
}

export function packageMissing(command: string, name: string): Diagnostic {
  return {
    code: "wrong-command-line",
    severity: "error",
    message: `"specwright ${command}" needs the package ${name}, which is not installed.`,
    hint: `run \`npm install --save-dev ${name}\``,
  };
}

export function cannotListen(host: string, port: number, reason: string): Diagnostic {
  return {
    code: "wrong-command-line",
    severity: "error",
    message: `Cannot listen on ${host}, port ${port}: ${reason}.`,
    hint: "name another one with --port or --host; --port 0 takes any that is free",
  };
}

/** @param reason A sentence that names the store. */
export function storeUnusable(reason: string): Diagnostic {
  return {
    code: "wrong-command-line",
    severity: "error",
    message: reason,
    hint: "name another file with --store, or leave it out: then all is kept in memory",
  };
}

export function fileExists(file: string): Diagnostic {
  return {
    code: "file-exists",
    severity: "error",
    message: `"${file}" exists already and was left as it is.`,
    hint: "edit that file, or delete it first",
  };
}

export function unknownOperation(id: string, guess: string | undefined): Diagnostic {
  return {
    code: "unknown-operation",
    severity: "error",
    message: `There is no operation "${id}".`,
    hint:
      guess === undefined
        ? "an id is the resource and the operation, such as coupons.create"
        : `did you mean "${guess}"?`,
  };
}

export function unknownCode(code: string, guess: string | undefined): Diagnostic {
  return {
    code: "unknown-code",
    severity: "error",
    message: `There is no diagnostic with the code "${code}".`,
    hint:
      guess === undefined
        ? "the code is the last word of a diagnostic's first line"
        : `did you mean "${guess}"?`,
  };
}

export function drift(files: readonly string[], mend: string): Diagnostic {
  const [first = "", ...rest] = files;
  const others = rest.length === 0 ? "" : ` and ${rest.length} more`;
  return {
    code: "drift",
    severity: "error",
    message: `Not what the spec says: ${first}${others}.`,
    hint: `run \`${mend}\``,
  };
}

export function editedByHand(file: string): Diagnostic {
  return {
    code: "edited-by-hand",
    severity: "warning",
    message: `"${file}" was changed by other means since it was generated.`,
    hint: "change the spec or a template instead; the next run overwrites this file",
  };
}
