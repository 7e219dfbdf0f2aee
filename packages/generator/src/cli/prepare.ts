import { readFileSync } from "node:fs";
import { cacheFolder } from "../cache/cache-folder.ts";
import { isFresh } from "../cache/freshness.ts";
import { hashText } from "../cache/hash.ts";
import { isSelfContained } from "../cache/is-self-contained.ts";
import { readRecord, recordPath } from "../cache/run-record.ts";
import type { RunRecord } from "../cache/run-record.ts";
import { toolchainHash } from "../cache/toolchain.ts";
import type { ResolvedConfig } from "../config/config.ts";
import { placeless } from "../diagnostics/finding.ts";
import { createReporter } from "../diagnostics/reporter.ts";
import type { Reporter } from "../diagnostics/reporter.ts";
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

/** Where the run is to be remembered, and what has been found out for that. */
export interface Memory {
  readonly path: string;
  readonly toolchain: string;
  /** The configuration as it was before it was evaluated. */
  readonly configText?: { readonly file: string; readonly text: string };
  /** What an earlier run left. */
  readonly record?: RunRecord;
}

/** Finds the configuration, and out of the cache whether there is anything to do. */
export async function prepare(options: Options, io: Io): Promise<Prepared> {
  const cwd = io.cwd();
  const reporter = createReporter();
  const file = configFile(cwd, options, reporter.report);
  if (file === undefined) return refuse(reporter, options, io);
  const memory = options.cache ? recall(cwd, file, options, io) : undefined;
  const record = memory?.record;
  const isReady = record !== undefined && isFresh(record, memory?.toolchain ?? "");
  if (isReady && record.isSelfContained) return { state: "fresh", record };

  const config = await readConfiguration(cwd, file, options, reporter.report);
  if (!config) return refuse(reporter, options, io);
  if (isReady && record.config === hashText(JSON.stringify(config)))
    return { state: "fresh", record };
  return { state: "stale", config, ...(memory && { memory }) };
}

function recall(cwd: string, file: string | null, options: Options, io: Io): Memory {
  const { input, output, targets, runtime } = options;
  const path = recordPath(cacheFolder(cwd, io.env), [cwd, file, input, output, targets, runtime]);
  const record = readRecord(path);
  return {
    path,
    toolchain: toolchainHash(),
    ...(file !== null && { configText: { file, text: readFileSync(file, "utf8") } }),
    ...(record && { record }),
  };
}

/** True when the configuration of a run needs no second look as long as its file is the same. */
export function isWholeConfig({ configText }: Memory): boolean {
  return configText === undefined || isSelfContained(configText.file, configText.text);
}

function refuse(reporter: Reporter, { reporter: name }: Options, io: Io): Prepared {
  printFindings(placeless(reporter.diagnostics), name, io);
  return { state: "refused" };
}
