import { resolve } from "node:path";
import type { ResolvedConfig } from "./config/config.ts";
import type { Place, Report } from "./diagnostics/diagnostic.ts";
import { findings } from "./diagnostics/finding.ts";
import type { Finding } from "./diagnostics/finding.ts";
import { createReporter } from "./diagnostics/reporter.ts";
import { sortFindings } from "./diagnostics/sort.ts";
import { checkVersion } from "./load/check-version.ts";
import type { ReadFile } from "./load/read-file.ts";
import { isUrl } from "./load/is-url.ts";
import { createRemote } from "./load/remote/remote.ts";
import type { Remote, RemoteAccess } from "./load/remote/remote.ts";
import { readSpec } from "./load/read-spec.ts";
import { readSources } from "./load/source-map.ts";
import type { Comparison } from "./output/compare.ts";
import type { OutputDisk } from "./output/output-disk.ts";
import type { OutputTree } from "./output/output-tree.ts";
import type { SignalSource } from "./output/hold-signals.ts";
import type { PlacedUnit } from "./plan/plan-units.ts";
import { shownPath } from "./shown-path.ts";
import { upgradeSpec } from "./upgrade/upgrade-spec.ts";
import { checkStructure } from "./structure/check-structure.ts";
import { applyOverlays } from "./overlay/apply-overlay.ts";
import { readOverlays } from "./read-overlays.ts";
import { createSpecDocument } from "./resolve/create-document.ts";
import type { SpecDocument } from "./resolve/spec-document.ts";

/** The world as a run sees it. */
export interface Tools {
  /** Absolute folder that paths in messages start from. */
  readonly cwd: string;
  readonly readFile: ReadFile;
  readonly disk: OutputDisk;
  /** Absent where no signals can come. */
  readonly signals?: SignalSource;
  /** Takes errors of templates and extensions, whose authors want to see the stack. Absent without `--debug`. */
  readonly trace?: (error: Error) => void;
  /** Loads the middle of the pipeline, once it is needed. */
  readonly pipeline: () => Promise<Pipeline>;
}

/** The middle of the pipeline; see `pipeline.ts`. */
export interface Pipeline {
  readonly plan: (document: SpecDocument, config: ResolvedConfig, report: Report) => PlacedUnit[];
  readonly print: (
    units: readonly PlacedUnit[],
    config: ResolvedConfig,
  ) => Promise<ReadonlyMap<string, string>>;
  /** @returns `undefined` when there is no such operation. */
  readonly inspectOperation: (
    document: SpecDocument,
    config: ResolvedConfig,
    id: string,
    report: Report,
  ) => unknown;
  readonly operationIds: (document: SpecDocument, report: Report) => string[];
}

/** One run: what was read, and what was found wrong. */
export interface Run {
  readonly report: Report;
  hasErrors(): boolean;
  /** Text of every file of the spec that could be read, by absolute path or address. */
  readonly texts: ReadonlyMap<string, string>;
  /** Reads the spec; `undefined` when there is no document to go on with. */
  load(): Promise<SpecDocument | undefined>;
  /** All that was reported, with lines and columns, sorted. */
  findings(): Promise<Finding[]>;
}

/** What came of a run. `result` is absent when there were errors. */
export interface Outcome {
  readonly findings: readonly Finding[];
  /** Text of every file of the spec, by absolute path or address. */
  readonly texts: ReadonlyMap<string, string>;
  readonly result?: Result;
}

export interface Result {
  readonly tree: OutputTree;
  readonly comparison: Comparison;
}

/** Ends a run. */
export async function outcome(run: Run, result?: Result): Promise<Outcome> {
  const ended = { findings: await run.findings(), texts: run.texts };
  return result === undefined || run.hasErrors() ? ended : { ...ended, result };
}

/** The network as far as it may be used, with what came from there kept in `texts`; `undefined` where nothing may. */
function recordingRemote(access: RemoteAccess, texts: Map<string, string>): Remote | undefined {
  if (access.hosts.length === 0) return undefined;
  const remote = createRemote(access);
  return {
    ...remote,
    async read(url) {
      const read = await remote.read(url);
      if (read.kind === "text") texts.set(url, read.text);
      return read;
    },
  };
}

function absolute(cwd: string, file: string): string {
  return isUrl(file) ? file : resolve(cwd, file);
}

export function startRun(
  config: ResolvedConfig,
  { cwd, readFile }: Pick<Tools, "cwd" | "readFile">,
): Run {
  const reporter = createReporter();
  const texts = new Map<string, string>();
  const remote = recordingRemote(config.remote, texts);
  const recordingRead: ReadFile = (path, isAllowed) => {
    const read = readFile(path, isAllowed);
    if (read.kind === "text") texts.set(path, read.text);
    return read;
  };
  let originalPlace = (place: Place): Place => place;
  const report: Report = ({ at, ...diagnostic }) =>
    reporter.report(at ? { ...diagnostic, at: originalPlace(at) } : diagnostic);
  return {
    report,
    hasErrors: reporter.hasErrors,
    texts,
    async load() {
      const { allow: folders } = config;
      const overlays = await readOverlays(config.overlays, cwd, recordingRead, report);
      let writtenPlace = originalPlace;
      const amend = ({ path, value }: { path: string; value: unknown }): unknown => {
        const overlaid = applyOverlays(
          { value, at: { file: path, pointer: "" } },
          overlays,
          report,
        );
        originalPlace = writtenPlace = overlaid.originalPlace;
        return overlaid.value;
      };
      const path = shownPath(cwd, config.input);
      const input = { path, cwd, folders, remote, ...(overlays.length > 0 && { amend }) };
      const read = await readSpec(input, recordingRead, report);
      if (!read) return undefined;
      const spec = await upgradeSpec(read, report);
      originalPlace = (place) => writtenPlace(spec.originalPlace(place));
      const document = createSpecDocument(spec.files, report);
      const version = checkVersion(document.root, report);
      if (version === undefined) return undefined;
      checkStructure(document, version, report);
      return document;
    },
    async findings() {
      const { diagnostics } = reporter;
      const places = diagnostics.flatMap(({ at }) => (at ? [at] : []));
      const sources = await readSources((file) => texts.get(absolute(cwd, file)), places);
      return sortFindings(findings(diagnostics, sources));
    },
  };
}
