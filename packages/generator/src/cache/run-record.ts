import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Finding } from "../diagnostics/finding.ts";
import type { OutputPlace } from "../output/output-tree.ts";
import type { FileStates } from "./file-state.ts";
import { hashText } from "./hash.ts";

/** What a finished run leaves, so that the next can tell that it has nothing to do. */
export interface RunRecord {
  readonly format: 2;
  /** When the run began, in milliseconds since the epoch. */
  readonly began: number;
  readonly toolchain: string;
  /** Hash of the resolved configuration. */
  readonly config: string;
  /** The configuration file, absolute, and whether it was found by looking for it. */
  readonly configFile: { readonly path: string; readonly isFound: boolean } | null;
  /** True when the configuration file says all there is to know; then it need not be evaluated again. */
  readonly isSelfContained: boolean;
  /** Files of the spec, and the configuration, by absolute path. */
  readonly inputs: FileStates;
  /** Folders of template overrides: hash of all that is in them, by absolute path. */
  readonly templates: Readonly<Record<string, string>>;
  /** By absolute path. */
  readonly outputs: FileStates;
  readonly place: OutputPlace;
  /** Hash of the list of files in the owned folders: one too many must be noticed as well. */
  readonly listing: string;
  /** What the run warned of; a run that has nothing to do says it again. */
  readonly findings: readonly Finding[];
  /** How the run was told to speak. The same command line asks for the same. */
  readonly speech: { readonly reporter: "pretty" | "json" | "github"; readonly quiet: boolean };
}

/**
 * File that holds the record of runs of this kind.
 *
 * @param argv The command line. `generate` and `check` of the same thing share their record.
 */
export function recordPath(folder: string, cwd: string, argv: readonly string[]): string {
  const options = argv.filter((argument) => argument !== "generate" && argument !== "check");
  return join(folder, `run-${hashText(JSON.stringify([cwd, options])).slice(0, 22)}.json`);
}

/** @returns `undefined` when there is no record, or one that cannot be read. */
export function readRecord(path: string): RunRecord | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a record; a cache that cannot be written is no matter. */
export function writeRecord(path: string, record: RunRecord): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const staged = `${path}.${process.pid}`;
    writeFileSync(staged, JSON.stringify(record));
    renameSync(staged, path);
  } catch {
    // The next run will do its work again, that is all.
  }
}

// Written by this very program; a whole check would cost more than it is worth, so a foreign shape is caught by
// `format` and by the members that are read.
function isRecord(value: unknown): value is RunRecord {
  if (typeof value !== "object" || value === null) return false;
  if (!("format" in value) || value.format !== 2) return false;
  const objects = ["inputs", "templates", "outputs", "place", "speech"];
  return (
    objects.every((key) => typeof Object(value)[key] === "object" && Object(value)[key] !== null) &&
    Array.isArray(Object(value).findings)
  );
}
