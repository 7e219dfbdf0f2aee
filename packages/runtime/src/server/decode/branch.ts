import type { Limits } from "../contract.ts";
import { malformed } from "../problem.ts";
import type { Pair } from "./pairs.ts";
import { decodeFormText } from "./percent.ts";

/** What the pairs of one bracketed name say, before a shape gives it types. */
export interface Branch {
  /** Values of keys that end here: decoded text, or files. */
  readonly values: unknown[];
  /** By what stands between brackets: `a[b]`, `a[0]`. */
  readonly named: Map<string, Branch>;
  /** Items of empty brackets: `a[]`. */
  readonly listed: Branch[];
}

export function emptyBranch(): Branch {
  return { values: [], named: new Map(), listed: [] };
}

/**
 * The steps of a key: `a[b][]` is `a`, `b` and the empty step. A key whose brackets do not pair up is one step.
 *
 * Some clients escape the brackets, some do not. Where bare ones are there, escaped ones are part of a name.
 *
 * @throws {ProblemError} 400 for more steps than levels are allowed, and for broken escapes.
 */
export function keySteps({ key, rawKey }: Pair, limits: Limits): readonly string[] {
  const bare = rawKey.includes("[");
  const text = bare ? rawKey : key;
  const open = text.indexOf("[");
  if (open <= 0 || !text.endsWith("]")) return [key];
  const inner = text.slice(open + 1, -1).split("][", limits.depth + 1);
  if (inner.length > limits.depth) {
    throw malformed(`A key of the request has more than ${limits.depth} pairs of brackets.`);
  }
  if (inner.some((step) => step.includes("[") || step.includes("]"))) return [key];
  const steps = [text.slice(0, open), ...inner];
  return bare ? steps.map(decodeFormText) : steps;
}

/** Adds one value below `branch`, at `steps`. */
export function grow(branch: Branch, steps: readonly string[], value: unknown): void {
  let here = branch;
  steps.forEach((step, index) => {
    here = step === "" ? listedBranch(here, steps.slice(index + 1)) : namedBranch(here, step);
  });
  here.values.push(value);
}

function namedBranch(branch: Branch, step: string): Branch {
  const known = branch.named.get(step);
  if (known) return known;
  const added = emptyBranch();
  branch.named.set(step, added);
  return added;
}

// `a[][x]=1&a[][y]=2` is one item and `a[][x]=1&a[][x]=2` are two: a key that is there already begins the next item.
function listedBranch(branch: Branch, rest: readonly string[]): Branch {
  const last = branch.listed.at(-1);
  if (last && rest.length > 0 && !holds(last, rest)) return last;
  const added = emptyBranch();
  branch.listed.push(added);
  return added;
}

function holds(branch: Branch, steps: readonly string[]): boolean {
  let here: Branch | undefined = branch;
  for (const step of steps) {
    if (step === "") return false;
    here = here.named.get(step);
    if (!here) return false;
  }
  return true;
}
