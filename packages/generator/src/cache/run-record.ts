import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Finding } from "../diagnostics/finding.ts";
import type { OutputPlace } from "../output/output-tree.ts";
import { hashText } from "./hash.ts";

/** What a finished run leaves, so that the next can tell that it has nothing to do. */
export interface RunRecord {
  readonly format: 1;
  readonly toolchain: string;
  /** Hash of the resolved configuration. */
  readonly config: string;
  /** True when the configuration file says all there is to know; then it need not be evaluated again. */
  readonly isSelfContained: boolean;
  /** Files of the spec, and the configuration: hash by absolute path. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Folders of template overrides: hash of all that is in them, by absolute path. */
  readonly templates: Readonly<Record<string, string>>;
  /** Hash by path below the root of `place`. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly place: OutputPlace;
  /** Hash of the list of files in the owned folders: one too many must be noticed as well. */
  readonly listing: string;
  /** What the run warned of; a run that has nothing to do says it again. */
  readonly findings: readonly Finding[];
}

/**
 * File that holds the record of runs of this kind.
 *
 * @param kind Whatever makes one run a different one from another: folder, configuration file, options.
 */
export function recordPath(folder: string, kind: unknown): string {
  return join(folder, `run-${hashText(JSON.stringify(kind)).slice(0, 22)}.json`);
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
  if (!("format" in value) || value.format !== 1) return false;
  const objects = ["inputs", "templates", "outputs", "place"];
  return (
    objects.every((key) => typeof Object(value)[key] === "object" && Object(value)[key] !== null) &&
    Array.isArray(Object(value).findings)
  );
}
