import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { commandLineConfig } from "../config/command-line-config.ts";
import type { Config, ResolvedConfig } from "../config/config.ts";
import { loadConfig } from "../config/load-config.ts";
import { resolveConfig, resolveInput } from "../config/resolve-config.ts";
import { outputIsInput, outputIsNoFile } from "../diagnostics/catalog/bundle.ts";
import { wrongCommandLine } from "../diagnostics/catalog/command-line.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { formatOf } from "../load/print-document.ts";
import type { DocumentFormat } from "../load/print-document.ts";
import { configFile } from "./configuration.ts";
import type { Options } from "./options.ts";
import { permitted } from "./permitted.ts";
import type { Permissions } from "./permitted.ts";

/** Where a bundle goes, and how it is written. Without a path it goes to standard output. */
export interface BundleOutput {
  /** Absolute. */
  readonly path?: string;
  readonly format: DocumentFormat;
}

/**
 * The spec to bundle: the one that the command line names, else that of the configuration.
 *
 * @returns `undefined` when there is none; that has been reported.
 */
export async function bundleInput(
  cwd: string,
  argument: string,
  options: Options,
  report: Report,
): Promise<ResolvedConfig | undefined> {
  const { input } = options;
  if (argument !== "" && input !== undefined) {
    report(wrongCommandLine(`The spec is named twice: "${argument}" and "${input}".`, undefined));
    return undefined;
  }
  const named = input ?? (argument === "" ? undefined : argument);
  const config =
    named === undefined
      ? await configuredInput(cwd, options, report)
      : permittedInput(resolveInput(cwd, named), {}, { cwd, home: cwd }, options);
  return config && resolveConfig(config, { root: cwd }, report);
}

function permittedInput(
  input: string,
  written: Permissions,
  place: { readonly cwd: string; readonly home: string },
  options: Options,
): Config {
  return { ...commandLineConfig(input), ...permitted(written, place, options) };
}

async function configuredInput(
  cwd: string,
  options: Options,
  report: Report,
): Promise<Config | undefined> {
  const file = configFile(cwd, options, report);
  const loaded = typeof file === "string" ? await loadConfig(file, report) : undefined;
  if (!loaded || typeof file !== "string") return undefined;
  const home = dirname(file);
  const { config } = loaded;
  return permittedInput(resolveInput(home, config.input), config, { cwd, home }, options);
}

/** @returns `undefined` when a bundle cannot go there; that has been reported. */
export function bundleOutput(
  cwd: string,
  output: string | undefined,
  report: Report,
): BundleOutput | undefined {
  if (output === undefined) return { format: "yaml" };
  const path = resolve(cwd, output);
  const format = formatOf(path);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat && !stat.isFile()) report(outputIsNoFile(output));
  else if (format) return { path, format };
  else report(wrongCommandLine(`"${output}" ends neither in .json nor in .yaml.`, undefined));
  return undefined;
}

/** Tells whether the bundle would overwrite what it is made of, by whatever name or link; that has been reported. */
export function overwritesSpec(
  { path }: BundleOutput,
  files: Iterable<string>,
  shown: string,
  report: Report,
): boolean {
  const output = path === undefined ? undefined : identityOf(path);
  if (output === undefined) return false;
  const isOwn = [...files].some((file) => identityOf(file) === output);
  if (isOwn) report(outputIsInput(shown));
  return isOwn;
}

/** Device and file number: two names of one file have the same. */
function identityOf(path: string): string | undefined {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat && `${stat.dev} ${stat.ino}`;
}
