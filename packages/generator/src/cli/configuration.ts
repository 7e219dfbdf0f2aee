import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { checkTarget } from "../config/check-config.ts";
import { commandLineConfig } from "../config/command-line-config.ts";
import type { Config, Extension, ResolvedConfig } from "../config/config.ts";
import { findConfig } from "../config/find-config.ts";
import { loadConfig } from "../config/load-config.ts";
import { resolveConfig, resolveInput } from "../config/resolve-config.ts";
import { TARGET_NAMES } from "../config/targets.ts";
import { configNotFound, noConfig } from "../diagnostics/catalog/config.ts";
import { templatesNotFound } from "../diagnostics/catalog/extension.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { shownPath } from "../shown-path.ts";
import type { Options } from "./options.ts";
import { permitted } from "./permitted.ts";

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
  const written =
    file === null
      ? { config: commandLineConfig(""), extensions: [] }
      : await loadConfig(file, report);
  if (!written) return undefined;
  const { extensions } = written;
  const names = namesOf(extensions);
  const wrong = options.targets.filter((name) => !checkTarget(name, names, report));
  if (wrong.length > 0) return undefined;
  const home = file === null ? cwd : dirname(file);
  const { config, root } = override(written.config, { cwd, home }, options, names);
  const place = { root, ...(file !== null && { file }) };
  const resolved = resolveConfig(config, place, report, extensions);
  return resolved && hasTemplates(resolved, cwd, report) ? resolved : undefined;
}

function namesOf(extensions: readonly Extension[]): string[] {
  return [...TARGET_NAMES, ...extensions.map(({ target }) => target.name)];
}

function hasTemplates({ templates }: ResolvedConfig, cwd: string, report: Report): boolean {
  const missing = templates.filter(
    (folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true,
  );
  for (const folder of missing) report(templatesNotFound(shownPath(cwd, folder)));
  return missing.length === 0;
}

function override(
  written: Config,
  { cwd, home }: { readonly cwd: string; readonly home: string },
  { input, output, runtime, targets, ...permissions }: Options,
  names: readonly string[],
): { config: Config; root: string } {
  const config: Config = {
    ...written,
    ...(targets.length > 0 && { targets }),
    ...(runtime && { runtime }),
    input: input === undefined ? resolveInput(home, written.input) : resolveInput(cwd, input),
    ...permitted(written, { cwd, home }, permissions),
    templates: (written.templates ?? []).map((folder) => resolve(home, folder)),
  };
  if (output === undefined) return { config, root: home };
  const { packages } = commandLineConfig(config.input, names);
  return { config: { ...config, packages }, root: resolve(cwd, output) };
}
