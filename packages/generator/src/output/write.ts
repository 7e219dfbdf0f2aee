import { dirname, join, posix } from "node:path";
import type { Comparison } from "./compare.ts";
import { isConfined } from "./confine.ts";
import { journalPath, parseJournal, printJournal, trustedSteps } from "./journal.ts";
import type { Journal } from "./journal.ts";
import type { OutputDisk } from "./output-disk.ts";
import { isBelow } from "./output-tree.ts";
import type { OutputPlace, OutputTree } from "./output-tree.ts";
import { STAGING_FOLDER } from "./staging-folder.ts";

/**
 * Brings the disk to what the tree says, all or nothing.
 *
 * New texts are staged first; then the journal is put in place by one rename, which is the decision; then the journal is
 * carried out. A run that ends before the decision has changed nothing; after it, `recover` finishes the work. The
 * journal guards against a process that ends, not against a machine that loses power.
 *
 * Wants `recover` to have run, and a comparison without foreign or linked files.
 */
export function writeTree(tree: OutputTree, comparison: Comparison, disk: OutputDisk): void {
  const journal = stage(tree, comparison, disk);
  decide(tree, journal, disk);
  finish(tree, journal, disk);
}

/**
 * Puts right what an interrupted run left: carries out its journal, or discards what it had staged.
 *
 * @returns True when a journal was carried out.
 */
export function recover(place: OutputPlace, disk: OutputDisk): boolean {
  const journals = place.folders.flatMap((folder) => readJournal(place, folder, disk));
  for (const journal of journals) {
    carryOut(place, trustedSteps(journal, place, disk), disk);
    tidyFolders(place, journal, disk);
  }
  for (const folder of place.folders) discardStaging(place, folder, disk);
  return journals.length > 0;
}

function stage(
  tree: OutputTree,
  { added, changed, removed }: Comparison,
  disk: OutputDisk,
): Journal {
  const renames = [...added, ...changed].sort().map((path, index) => {
    const folder = posix.join(stagingParent(path, tree), STAGING_FOLDER);
    const staged = posix.join(folder, String(index));
    disk.makeFolder(join(tree.root, folder));
    disk.write(join(tree.root, staged), tree.files.get(path) ?? "");
    return [staged, path] as const;
  });
  return { renames, removals: removed };
}

// The folder that the file will be in, so that both are on the same file system and a rename suffices.
function stagingParent(path: string, { folders }: OutputPlace): string {
  return folders.findLast((folder) => isBelow(folder, path)) ?? folders[0] ?? ".";
}

function decide(place: OutputPlace, journal: Journal, disk: OutputDisk): void {
  const path = join(place.root, journalPath(place.folders[0] ?? "."));
  disk.makeFolder(dirname(path));
  disk.write(`${path}.new`, printJournal(journal));
  disk.rename(`${path}.new`, path);
}

function finish(place: OutputPlace, journal: Journal, disk: OutputDisk): void {
  carryOut(place, journal, disk);
  tidyFolders(place, journal, disk);
  for (const folder of place.folders) discardStaging(place, folder, disk);
}

// Removals first: where the file system does not tell `Coupon.ts` from `coupon.ts`, the new file must come last.
function carryOut({ root }: OutputPlace, { renames, removals }: Journal, disk: OutputDisk): void {
  for (const path of removals) disk.removeFile(join(root, path));
  for (const [from, to] of renames) {
    disk.makeFolder(dirname(join(root, to)));
    disk.rename(join(root, from), join(root, to));
  }
}

function tidyFolders(place: OutputPlace, { removals }: Journal, disk: OutputDisk): void {
  for (const path of removals) {
    if (!isConfined(place.root, path, disk)) continue;
    let folder = posix.dirname(path);
    while (isInside(folder, place) && removeIfEmpty(join(place.root, folder), disk)) {
      folder = posix.dirname(folder);
    }
  }
}

function isInside(folder: string, { folders }: OutputPlace): boolean {
  return folder !== "." && folders.some((own) => own !== folder && isBelow(own, folder));
}

/** @returns True when the folder is gone, also when it was gone before: an interrupted run got this far. */
function removeIfEmpty(path: string, disk: OutputDisk): boolean {
  const kind = disk.kind(path);
  if (kind !== "folder") return kind === undefined;
  if (disk.list(path).length > 0) return false;
  disk.removeFolder(path);
  return true;
}

function readJournal({ root }: OutputPlace, folder: string, disk: OutputDisk): Journal[] {
  const path = join(root, journalPath(folder));
  if (disk.kind(dirname(path)) !== "folder" || disk.kind(path) !== "file") return [];
  const journal = parseJournal(disk.read(path));
  return journal ? [journal] : [];
}

/** The journal goes first: a staging folder with a journal must still hold all that the journal names. */
function discardStaging({ root }: OutputPlace, folder: string, disk: OutputDisk): void {
  const staging = join(root, folder, STAGING_FOLDER);
  if (disk.kind(staging) !== "folder") return;
  const journal = join(root, journalPath(folder));
  if (disk.kind(journal) === "file") disk.removeFile(journal);
  for (const { name, kind } of disk.list(staging)) {
    if (kind !== "folder") disk.removeFile(join(staging, name));
  }
  if (disk.list(staging).length === 0) disk.removeFolder(staging);
}
