import { cacheFolder } from "../cache/cache-folder.ts";
import { refresh } from "../cache/freshness.ts";
import { readRecord, runKind, writeRecord } from "../cache/run-record.ts";
import type { RunRecord } from "../cache/run-record.ts";
import { toolchainStamp } from "../cache/toolchain.ts";
import { findConfig } from "../config/find-config.ts";
import { EXIT } from "./exit.ts";
import type { Io } from "./io.ts";
import { summariseFresh } from "./summarise-fresh.ts";

/**
 * Answers `generate` and `check` when the same command line has run before and nothing has changed since.
 *
 * Knows that without parsing the command line or evaluating the configuration, and imports nothing else that is heavy.
 *
 * @returns Exit code; `undefined` when there may be something to do.
 */
export async function answerFresh(argv: readonly string[], io: Io): Promise<number | undefined> {
  const [command] = argv;
  if (command !== "generate" && command !== "check") return undefined;
  if (argv.includes("--no-cache")) return undefined;
  const cwd = io.cwd();
  const folder = cacheFolder(cwd, io.env);
  const record = readRecord(folder, runKind(cwd, argv));
  if (!record?.isSelfContained || !hasSameConfigFile(record, cwd)) return undefined;
  const fresh = refresh(record, toolchainStamp(), Date.now());
  if (!fresh) return undefined;
  if (fresh !== record) writeRecord(folder, fresh);
  await tellFresh(command, fresh, io);
  return EXIT.done;
}

/** Says that there was nothing to do, and what the last run warned of. */
export async function tellFresh(command: string, record: RunRecord, io: Io): Promise<void> {
  const { findings, speech, outputs } = record;
  if (findings.length > 0 || speech.reporter === "json" || speech.reporter === "sarif") {
    const { printFindings } = await import("./print-findings.ts");
    printFindings(findings, speech.reporter, io);
  }
  io.stdout.write(summariseFresh(command, Object.keys(outputs).length, speech));
}

// Another file may have come that is preferred to the one that was found.
function hasSameConfigFile({ configFile }: RunRecord, cwd: string): boolean {
  return !configFile?.isFound || findConfig(cwd) === configFile.path;
}
