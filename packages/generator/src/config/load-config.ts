import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  configNotFound,
  configUnreadable,
  configWithoutExport,
  noConfig,
} from "../diagnostics/catalog/config.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { isConfig } from "./check-config.ts";
import type { Config } from "./config.ts";

const NAMES = ["ts", "mts", "mjs", "js", "json"].map((ending) => `specwright.config.${ending}`);

/**
 * Finds the configuration file.
 *
 * @param named What `--config` says; else the first `specwright.config.{ts,mts,mjs,js,json}` of `cwd` is taken.
 * @returns Absolute path; `undefined` when there is none, which has been reported.
 */
export function findConfig(
  cwd: string,
  named: string | undefined,
  report: Report,
): string | undefined {
  const candidates = named === undefined ? NAMES : [named];
  const found = candidates.map((name) => resolve(cwd, name)).find((path) => existsSync(path));
  if (found !== undefined) return found;
  report(named === undefined ? noConfig(cwd) : configNotFound(named));
  return undefined;
}

/** Loads and checks a configuration file. TypeScript is stripped by Node itself. */
export async function loadConfig(file: string, report: Report): Promise<Config | undefined> {
  const exported = await evaluate(file, report);
  if (!exported) return undefined;
  if (typeof exported.value !== "object" || exported.value === null) {
    report(configWithoutExport(basename(file)));
    return undefined;
  }
  return isConfig(exported.value, report) ? exported.value : undefined;
}

async function evaluate(file: string, report: Report): Promise<{ value: unknown } | undefined> {
  try {
    if (file.endsWith(".json")) return { value: JSON.parse(readFileSync(file, "utf8")) };
    const namespace: unknown = await import(pathToFileURL(file).href);
    return { value: Object(namespace).default };
  } catch (error) {
    report(configUnreadable(basename(file), firstLine(error)));
    return undefined;
  }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0] ?? "";
}

/** Where `specwright init` puts a configuration. */
export function newConfigPath(cwd: string): string {
  return join(cwd, "specwright.config.ts");
}

/** The configuration of `cwd`, if there is one already. */
export function existingConfig(cwd: string): string | undefined {
  return NAMES.map((name) => join(cwd, name)).find((path) => existsSync(path));
}
