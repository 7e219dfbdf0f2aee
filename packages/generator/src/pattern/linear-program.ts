import type { Part } from "./parse-pattern.ts";

/**
 * A pattern as a program that runs in time by the length of the text: a string takes a character, or is `^` or `$`;
 * numbers say where to go on, all at once. To arrive behind the last step is to match.
 */
export type LinearProgram = readonly (string | readonly number[])[];

/** Counts are written out, and a document must not decide how much that is. */
const MAX_STEPS = 2000;

/** @returns `undefined` for what only a backtracking engine can do, and for programs that would be too long. */
export function linearProgram(part: Part): LinearProgram | undefined {
  const steps: (string | number[])[] = [];
  return write(part, steps) ? steps : undefined;
}

type Steps = (string | number[])[];

function write(part: Part, steps: Steps): boolean {
  if (steps.length > MAX_STEPS) return false;
  switch (part.kind) {
    case "atom":
    case "anchor":
      steps.push(part.source);
      return true;
    case "group":
      return writeChoice(part.alternatives, steps);
    case "repeat":
      return writeRepeat(part.part, part.least, part.most, steps);
    case "look":
      return false;
  }
}

function writeChoice(alternatives: readonly (readonly Part[])[], steps: Steps): boolean {
  if (alternatives.length === 1) return (alternatives[0] ?? []).every((part) => write(part, steps));
  const start: number[] = [];
  steps.push(start);
  const ends = alternatives.map((parts) => {
    start.push(steps.length);
    const isWritten = parts.every((part) => write(part, steps));
    const end: number[] = [];
    steps.push(end);
    return { isWritten, end };
  });
  for (const { end } of ends) end.push(steps.length);
  return ends.every(({ isWritten }) => isWritten);
}

function writeRepeat(part: Part, least: number, most: number, steps: Steps): boolean {
  for (let count = 0; count < least; count += 1) if (!write(part, steps)) return false;
  if (most === Infinity) {
    const start: number[] = [];
    const at = steps.push(start) - 1;
    if (!write(part, steps)) return false;
    steps.push([at]);
    start.push(at + 1, steps.length);
    return true;
  }
  for (let count = least; count < most; count += 1) {
    const start: number[] = [];
    const at = steps.push(start) - 1;
    if (!write(part, steps)) return false;
    start.push(at + 1, steps.length);
  }
  return true;
}
