import { existsSync } from "node:fs";
import { join } from "node:path";
import { STAGING_FOLDER } from "../output/staging-folder.ts";
import { disk } from "../output/output-disk.ts";
import type { OutputPlace } from "../output/output-tree.ts";
import { ownedFiles } from "../output/owned-files.ts";
import { verify } from "./file-state.ts";
import { hashFile } from "./hash.ts";
import type { RunRecord } from "./run-record.ts";
import { templatesHash } from "./toolchain.ts";

/**
 * Tells whether a run would find and leave everything as the recorded one did.
 *
 * @param now When this run began; it dates the record that is returned.
 * @returns The record, a new one if files were touched but not changed; `undefined` when there is something to do.
 */
export function refresh(record: RunRecord, toolchain: string, now: number): RunRecord | undefined {
  if (record.toolchain !== toolchain) return undefined;
  const inputs = verify(record.inputs, record.began);
  const outputs = inputs && verify(record.outputs, record.began);
  if (!inputs || !outputs) return undefined;
  if (!isSameListing(record) || isUnfinished(record.place)) return undefined;
  const templates = Object.entries(record.templates);
  if (templates.some(([folder, hash]) => templatesHash(folder) !== hash)) return undefined;
  const isSame = inputs === record.inputs && outputs === record.outputs;
  return isSame ? record : { ...record, inputs, outputs, began: now };
}

/** Recorded outputs that are no longer as they were printed, missing ones included; absolute, sorted. */
export function changedOutputs({ outputs }: RunRecord): string[] {
  return Object.entries(outputs)
    .filter(([path, { hash }]) => hashFile(path) !== hash)
    .map(([path]) => path)
    .sort();
}

// A file too many must be noticed as well: it may be a stale one, to be removed.
function isSameListing({ listing, place }: RunRecord): boolean {
  const now = ownedFiles(place, disk);
  return now.length === listing.length && now.every((path, index) => path === listing[index]);
}

function isUnfinished({ root, folders }: OutputPlace): boolean {
  return folders.some((folder) => existsSync(join(root, folder, STAGING_FOLDER)));
}
