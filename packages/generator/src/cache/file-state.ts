import { statSync } from "node:fs";
import { hashFile } from "./hash.ts";

/** What is known of a file: its content, and by what to see quickly that it was not touched since. */
interface FileState {
  readonly hash: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** Time of the last change of content, name or attributes; unlike `mtimeMs` it cannot be set at will. */
  readonly ctimeMs: number;
  readonly ino: number;
}

export type FileStates = Readonly<Record<string, FileState>>;

/** Times of files and the clock of this process may differ by a tick of the system. */
const TICK_MS = 50;

/** States of files whose content is known by hash. Files that are gone are left out. */
export function fileStates(hashes: Iterable<readonly [path: string, hash: string]>): FileStates {
  return Object.fromEntries(
    [...hashes].flatMap(([path, hash]) => {
      const stat = statOf(path);
      return stat ? [[path, { hash, ...stat }]] : [];
    }),
  );
}

/**
 * Tells whether files still have their content.
 *
 * One that was last touched well before `since`, and not again since its state was taken, needs not be read. Any other
 * is hashed: a file that was written in the same moment as its state was taken would look untouched.
 *
 * @param since When the run began whose states these are.
 * @returns The states as they are now, the same object if all is as it was; `undefined` when a file has changed or is gone.
 */
export function verify(states: FileStates, since: number): FileStates | undefined {
  const touched: [string, FileState][] = [];
  for (const [path, state] of Object.entries(states)) {
    const stat = statOf(path);
    if (!stat || stat.size !== state.size) return undefined;
    const isUntouched = isSameStat(stat, state) && stat.ctimeMs < since - TICK_MS;
    if (isUntouched) continue;
    if (hashFile(path) !== state.hash) return undefined;
    touched.push([path, { hash: state.hash, ...stat }]);
  }
  return touched.length === 0 ? states : { ...states, ...Object.fromEntries(touched) };
}

type Stat = Omit<FileState, "hash">;

function statOf(path: string): Stat | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return undefined;
  const { size, mtimeMs, ctimeMs, ino } = stat;
  return { size, mtimeMs, ctimeMs, ino };
}

function isSameStat(a: Stat, b: Stat): boolean {
  return a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs && a.ino === b.ino;
}
