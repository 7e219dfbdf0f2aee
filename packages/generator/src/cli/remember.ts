import { join } from "node:path";
import { fileStates } from "../cache/file-state.ts";
import { hashText } from "../cache/hash.ts";
import { isSelfContained } from "../cache/is-self-contained.ts";
import { writeRecord } from "../cache/run-record.ts";
import type { ResolvedConfig } from "../config/config.ts";
import { isUrl } from "../load/is-url.ts";
import { disk } from "../output/output-disk.ts";
import { ownedFiles } from "../output/owned-files.ts";
import type { Outcome, Result } from "../run.ts";
import type { Options } from "./options.ts";
import { configHash } from "./prepare.ts";
import type { Memory } from "./prepare.ts";

/** Keeps what a run found, so that the next can tell that it has nothing to do. */
export function remember(
  { folder, kind, began, toolchain, configText, templates }: Memory,
  config: ResolvedConfig,
  { findings, texts }: Outcome,
  { tree: { files, ...place } }: Result,
  { config: named, reporter, quiet }: Options,
): void {
  // Whether a document on the network has changed, nobody knows without reading it.
  if ([...texts.keys()].some(isUrl)) return;
  const { file } = config;
  const inputs = new Map(texts);
  if (file !== undefined && configText !== undefined) inputs.set(file, configText);
  const outputs = [...files].map(([name, text]) => [join(place.root, name), text] as const);
  writeRecord(folder, {
    format: 3,
    kind,
    began,
    toolchain,
    config: configHash(config),
    configFile: file === undefined ? null : { path: file, isFound: named === undefined },
    isSelfContained: file === undefined || isSelfContained(file, configText ?? ""),
    inputs: fileStates(hashes(inputs)),
    templates,
    outputs: fileStates(hashes(outputs)),
    place,
    listing: ownedFiles(place, disk),
    findings,
    speech: { reporter, quiet },
  });
}

function hashes(texts: Iterable<readonly [string, string]>): [string, string][] {
  return [...texts].map(([path, text]) => [path, hashText(text)]);
}
