import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { configUnreadable, configWithoutExport } from "../diagnostics/catalog/config.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { extensionsIn, isConfig } from "./check-config.ts";
import type { Config, Extension } from "./config.ts";
import { firstLine, importDefault } from "./import-default.ts";
import { loadExtensions } from "./load-extensions.ts";
import { TARGET_NAMES } from "./targets.ts";

/** A configuration, and what it brings along. */
export interface LoadedConfig {
  readonly config: Config;
  readonly extensions: readonly Extension[];
}

/** Loads and checks a configuration file and its extensions. TypeScript is stripped by Node itself. */
export async function loadConfig(file: string, report: Report): Promise<LoadedConfig | undefined> {
  const exported = await evaluate(file, report);
  if (!exported) return undefined;
  const { value } = exported;
  if (typeof value !== "object" || value === null) {
    report(configWithoutExport(basename(file)));
    return undefined;
  }
  const folders = extensionsIn(value);
  const extensions = await loadExtensions(folders, dirname(file), report);
  // Without all of them nobody knows which names of targets are right.
  if (!extensions) return undefined;
  const names = [...TARGET_NAMES, ...extensions.map(({ target }) => target.name)];
  return isConfig(value, report, names) ? { config: value, extensions } : undefined;
}

async function evaluate(file: string, report: Report): Promise<{ value: unknown } | undefined> {
  try {
    if (file.endsWith(".json")) return { value: JSON.parse(readFileSync(file, "utf8")) };
    return { value: await importDefault(file) };
  } catch (error) {
    report(configUnreadable(basename(file), firstLine(error)));
    return undefined;
  }
}
