import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { checkTarget } from "../config/check-config.ts";
import { commandLineConfig } from "../config/command-line-config.ts";
import type { Config, ResolvedConfig } from "../config/config.ts";
import { findConfig } from "../config/find-config.ts";
import { loadConfig } from "../config/load-config.ts";
import { configNotFound, noConfig } from "../diagnostics/catalog/config.ts";
import { resolveConfig } from "../config/resolve-config.ts";
import type { TargetName } from "../config/targets.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Options } from "./options.ts";

/**
 * The configuration file that a command line asks for.
 *
 * @returns `null` when `--input` and `--output` say all; `undefined` when there is none, which has been reported.
 */
export function configFile(
  cwd: string,
  options: Options,
  report: Report,
): string | null | undefined {
  const isComplete = options.input !== undefined && options.output !== undefined;
  if (isComplete && options.config === undefined) return null;
  const named = options.config;
  const found = named === undefined ? findConfig(cwd) : resolve(cwd, named);
  if (found !== undefined && existsSync(found)) return found;
  report(named === undefined ? noConfig(cwd) : configNotFound(named));
  return undefined;
}

/** Configuration file and command line together; the command line wins. */
export async function readConfiguration(
  cwd: string,
  file: string | null,
  options: Options,
  report: Report,
): Promise<ResolvedConfig | undefined> {
  const targets = options.targets.filter((name): name is TargetName => checkTarget(name, report));
  if (targets.length < options.targets.length) return undefined;
  const written = file === null ? commandLineConfig("") : await loadConfig(file, report);
  if (!written) return undefined;
  const home = file === null ? cwd : dirname(file);
  const { config, root } = override(written, { cwd, home }, options, targets);
  return resolveConfig(config, { root, ...(file !== null && { file }) }, report);
}

function override(
  written: Config,
  { cwd, home }: { readonly cwd: string; readonly home: string },
  { input, output, runtime }: Options,
  targets: readonly TargetName[],
): { config: Config; root: string } {
  const config: Config = {
    ...written,
    ...(targets.length > 0 && { targets }),
    ...(runtime && { runtime }),
    input: input === undefined ? resolve(home, written.input) : resolve(cwd, input),
    templates: (written.templates ?? []).map((folder) => resolve(home, folder)),
  };
  if (output === undefined) return { config, root: home };
  const { packages } = commandLineConfig(config.input);
  return { config: { ...config, packages }, root: resolve(cwd, output) };
}
