import { listingHash, templatesHash } from "../cache/freshness.ts";
import { hashText } from "../cache/hash.ts";
import { writeRecord } from "../cache/run-record.ts";
import type { ResolvedConfig } from "../config/config.ts";
import type { Outcome, Result } from "../run.ts";
import { isWholeConfig } from "./prepare.ts";
import type { Memory } from "./prepare.ts";

/** Keeps what a run found, so that the next can tell that it has nothing to do. */
export function remember(
  memory: Memory,
  config: ResolvedConfig,
  { findings, texts }: Outcome,
  { tree: { files, ...place } }: Result,
  templates: Readonly<Record<string, string>>,
): void {
  const { path, toolchain, configText } = memory;
  const inputs = new Map(texts);
  if (configText) inputs.set(configText.file, configText.text);
  writeRecord(path, {
    format: 1,
    toolchain,
    config: hashText(JSON.stringify(config)),
    isSelfContained: isWholeConfig(memory),
    inputs: hashes(inputs),
    templates,
    outputs: hashes(files),
    place,
    listing: listingHash(place),
    findings,
  });
}

/** Taken before the run reads the templates: one that is edited meanwhile must look changed afterwards. */
export function hashTemplates({ templates }: ResolvedConfig): Record<string, string> {
  return Object.fromEntries(templates.map((folder) => [folder, templatesHash(folder)]));
}

function hashes(texts: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...texts].map(([path, text]) => [path, hashText(text)]));
}
