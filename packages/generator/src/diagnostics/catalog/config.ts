import type { Diagnostic } from "../diagnostic.ts";

/** What can be wrong with the configuration. Places are key paths such as `packages[0].dir`. */

export function noConfig(folder: string): Diagnostic {
  return {
    code: "no-config",
    severity: "error",
    message: `There is no specwright.config.{ts,mts,mjs,js,json} in "${folder}".`,
    hint: "run `specwright init`, or give --input SPEC and --output DIR",
  };
}

export function configNotFound(file: string): Diagnostic {
  return {
    code: "no-config",
    severity: "error",
    message: `The configuration "${file}" does not exist.`,
    hint: "check --config on the command line",
  };
}

export function configUnreadable(file: string, reason: string): Diagnostic {
  return {
    code: "config-unreadable",
    severity: "error",
    message: `The configuration "${file}" cannot be loaded: ${reason.replace(/\.$/, "")}.`,
    hint: "run the file with node to see the whole error",
  };
}

export function configWithoutExport(file: string): Diagnostic {
  return {
    code: "config-without-export",
    severity: "error",
    message: `The configuration "${file}" does not export an object as its default.`,
    hint: "write `export default { input: …, packages: […] }`",
  };
}

export function unknownConfigKey(
  path: string,
  known: readonly string[],
  guess: string | undefined,
): Diagnostic {
  return {
    code: "unknown-config-key",
    severity: "error",
    message: `The configuration has no "${path}".`,
    hint: guess === undefined ? `known here: ${known.join(", ")}` : `did you mean "${guess}"?`,
  };
}

export function wrongConfigValue(path: string, expected: string): Diagnostic {
  return {
    code: "wrong-config-value",
    severity: "error",
    message: `"${path}" in the configuration must be ${expected}.`,
    hint: `write ${expected}`,
  };
}

export function unknownTarget(
  name: string,
  known: readonly string[],
  guess: string | undefined,
): Diagnostic {
  return {
    code: "unknown-target",
    severity: "error",
    message: `There is no target "${name}".`,
    hint: guess === undefined ? `targets are: ${known.join(", ")}` : `did you mean "${guess}"?`,
  };
}

export function targetTwice(name: string): Diagnostic {
  return {
    code: "target-twice",
    severity: "error",
    message: `The target "${name}" is printed into two packages.`,
    hint: "name it in one of the packages only",
  };
}

export function targetNowhere(name: string): Diagnostic {
  return {
    code: "target-nowhere",
    severity: "error",
    message: `No package of the configuration takes the target "${name}".`,
    hint: 'add it to "targets" of one of the packages',
  };
}

export function missingTarget(name: string, needs: string): Diagnostic {
  return {
    code: "missing-target",
    severity: "error",
    message: `The target "${name}" uses "${needs}", which no package takes.`,
    hint: `add "${needs}" to "targets" of one of the packages`,
  };
}

export function packageWithoutName(dir: string): Diagnostic {
  return {
    code: "package-without-name",
    severity: "error",
    message: `The package in "${dir}" needs a name: another package imports from it.`,
    hint: 'add "name", as its package.json spells it',
  };
}

export function outputOutside(path: string, dir: string): Diagnostic {
  return {
    code: "output-outside",
    severity: "error",
    message: `"${path}" is "${dir}", which lies outside the folder of the configuration.`,
    hint: "move specwright.config.ts to a folder that contains every output folder",
  };
}
