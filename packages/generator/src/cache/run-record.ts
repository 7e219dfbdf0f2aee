import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../diagnostics/finding.ts";
import type { OutputPlace } from "../output/output-tree.ts";
import type { FileStates } from "./file-state.ts";

/** What a finished run leaves, so that the next can tell that it has nothing to do. */
export interface RunRecord {
  readonly format: 3;
  /** The runs that this is the record of. */
  readonly kind: string;
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
  /** Folders of template overrides and of extensions: hash of all that is in them, by absolute path. */
  readonly templates: Readonly<Record<string, string>>;
  /** By absolute path. */
  readonly outputs: FileStates;
  readonly place: OutputPlace;
  /** All files in the owned folders, ours or not, sorted; below the root of `place`. */
  readonly listing: readonly string[];
  /** What the run warned of; a run that has nothing to do says it again. */
  readonly findings: readonly Finding[];
  /** How the run was told to speak. The same command line asks for the same. */
  readonly speech: {
    readonly reporter: "pretty" | "json" | "github" | "sarif";
    readonly quiet: boolean;
  };
}

/** Names a kind of run. `generate` and `check` of the same thing are one kind. */
export function runKind(cwd: string, argv: readonly string[]): string {
  const options = argv.filter((argument) => argument !== "generate" && argument !== "check");
  return JSON.stringify([cwd, options]);
}

/** @returns `undefined` when there is no record of this kind, or one that cannot be read. */
export function readRecord(folder: string, kind: string): RunRecord | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(recordPath(folder, kind), "utf8"));
    return isRecord(value) && value.kind === kind ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a record; a cache that cannot be written is no matter. */
export function writeRecord(folder: string, record: RunRecord): void {
  try {
    const path = recordPath(folder, record.kind);
    mkdirSync(folder, { recursive: true });
    const staged = `${path}.${process.pid}`;
    writeFileSync(staged, JSON.stringify(record));
    renameSync(staged, path);
  } catch {
    // The next run will do its work again, that is all.
  }
}

// FNV-1a with 32 bits: two kinds that share a file only forget each other.
function recordPath(folder: string, kind: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < kind.length; at += 1) {
    hash = Math.imul(hash ^ kind.charCodeAt(at), 0x01000193);
  }
  return join(folder, `run-${(hash >>> 0).toString(16).padStart(8, "0")}.json`);
}

// Written by this very program; a whole check would cost more than it is worth, so a foreign shape is caught by
// `format` and by the members that are read.
function isRecord(value: unknown): value is RunRecord {
  if (typeof value !== "object" || value === null) return false;
  if (!("format" in value) || value.format !== 3) return false;
  const objects = ["inputs", "templates", "outputs", "place", "speech"];
  return (
    objects.every((key) => typeof Object(value)[key] === "object" && Object(value)[key] !== null) &&
    Array.isArray(Object(value).findings) &&
    Array.isArray(Object(value).listing)
  );
}
