import { slowPattern } from "@specwright/generator/reading";
import { linearPattern, type Pattern } from "@specwright/runtime/validate";

/**
 * A pattern of the spec, ready to be run on a stranger's text: one on which a backtracking engine may never end runs as a
 * program whose time grows with the text alone, and one that has no such form lets every text pass.
 */
export function patternOf(source: string): Pattern {
  const slow = slowPattern(source);
  if (slow?.program) return linearPattern(source, slow.program);
  if (slow) return { source, test: () => true };
  return regExp(source, "u") ?? regExp(source, "") ?? { source, test: () => true };
}

// JSON Schema asks for the flag `u`; some patterns compile only without it.
function regExp(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
