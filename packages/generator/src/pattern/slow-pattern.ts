import { isSlow } from "./is-slow.ts";
import { linearProgram } from "./linear-program.ts";
import type { LinearProgram } from "./linear-program.ts";
import { parsePattern } from "./parse-pattern.ts";

/** A pattern on which a backtracking engine may never end. */
export interface SlowPattern {
  /** The same in a form that runs in time by the length of the text; absent where there is none. */
  readonly program?: LinearProgram;
}

/** Longer patterns, and deeper ones, are judged by a look alone. */
const MAX_LENGTH = 2000;
const MAX_GROUPS = 200;

/**
 * Tells what is slow about a pattern that compiles; `undefined` for one that may run as it is. The pattern itself is never
 * run for that.
 */
export function slowPattern(source: string): SlowPattern | undefined {
  if (source.length > MAX_LENGTH || source.split("(").length > MAX_GROUPS) {
    return /\)[*+{]/.test(source) ? {} : undefined;
  }
  const part = parsePattern(source);
  if (!isSlow(part)) return undefined;
  const program = compiles(source) ? linearProgram(part) : undefined;
  return program ? { program } : {};
}

// Without the flag a pattern takes UTF-16 units, a program whole characters.
function compiles(source: string): boolean {
  try {
    return new RegExp(source, "u").unicode;
  } catch {
    return false;
  }
}
