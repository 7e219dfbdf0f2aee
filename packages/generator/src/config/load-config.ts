import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { configUnreadable, configWithoutExport } from "../diagnostics/catalog/config.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { isConfig } from "./check-config.ts";
import type { Config } from "./config.ts";

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
