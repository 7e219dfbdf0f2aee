import { readFileSync } from "node:fs";
import { cacheFolder } from "../cache/cache-folder.ts";
import { refresh } from "../cache/freshness.ts";
import { hashText } from "../cache/hash.ts";
import { isClosed } from "../cache/is-closed.ts";
import { readRecord, runKind } from "../cache/run-record.ts";
import type { RunRecord } from "../cache/run-record.ts";
import { templatesHash, toolchainStamp } from "../cache/toolchain.ts";
import type { ResolvedConfig } from "../config/config.ts";
import { placeless } from "../diagnostics/finding.ts";
import { createReporter } from "../diagnostics/reporter.ts";
import { configFile, readConfiguration } from "./configuration.ts";
import type { Io } from "./io.ts";
import type { Options } from "./options.ts";
import { printFindings } from "./print-findings.ts";

/** What a command that reads a spec starts with. */
export type Prepared =
  /** The configuration is wrong; that has been printed. */
  | { readonly state: "refused" }
  /** Nothing has changed since the recorded run. */
  | { readonly state: "fresh"; readonly record: RunRecord }
  | { readonly state: "stale"; readonly config: ResolvedConfig; readonly memory?: Memory };

/** What a run must know to be remembered. All of it is taken before the run reads anything. */
export interface Memory {
  /** Folder of the cache. */
  readonly folder: string;
  readonly kind: string;
  readonly began: number;
  readonly toolchain: string;
  readonly configText?: string;
  /** Hash by folder, of template overrides and of extensions. */
  readonly templates: Readonly<Record<string, string>>;
  /** What an earlier run left. */
  readonly record?: RunRecord;
}

/** Finds the configuration, and whether there is anything to do. */
export async function prepare(
  argv: readonly string[],
  options: Options,
  io: Io,
): Promise<Prepared> {
  const began = Date.now();
  const cwd = io.cwd();
  const reporter = createReporter();
  const file = configFile(cwd, options, reporter.report);
  const configText = typeof file === "string" ? readFileSync(file, "utf8") : undefined;
  const config =
    file === undefined ? undefined : await readConfiguration(cwd, file, options, reporter.report);
  if (!config) {
    printFindings(placeless(reporter.diagnostics), options.reporter, io);
    return { state: "refused" };
  }
  const folders = config.extensions.map(({ folder }) => folder);
  if (!options.cache || !folders.every(isClosed)) return { state: "stale", config };

  const toolchain = toolchainStamp();
  const folder = cacheFolder(cwd, io.env);
  const kind = runKind(cwd, argv);
  const record = readRecord(folder, kind);
  const isSameConfig = record?.config === configHash(config);
  const fresh = record && isSameConfig ? refresh(record, toolchain, began) : undefined;
  if (fresh) return { state: "fresh", record: fresh };
  const templates = Object.fromEntries(
    [...config.templates, ...folders].map((folder) => [folder, templatesHash(folder)]),
  );
  const memory: Memory = {
    folder,
    kind,
    began,
    toolchain,
    templates,
    ...(configText !== undefined && { configText }),
    ...(record && { record }),
  };
  return { state: "stale", config, memory };
}

export function configHash(config: ResolvedConfig): string {
  return hashText(JSON.stringify(config));
}
