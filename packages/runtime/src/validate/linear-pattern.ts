/** What a check asks of a pattern: a `RegExp` is one. */
export interface Pattern {
  readonly source: string;
  test(text: string): boolean;
}

/**
 * A pattern that takes time by the length of the text, whatever the text is, where a `RegExp` may never end: `(a+)+$`.
 *
 * @param source The pattern as its author wrote it.
 * @param program A string takes one character, or is `^` or `$`; numbers say where to go on, all at once. To arrive
 * behind the last step is to match.
 */
export function linearPattern(
  source: string,
  program: readonly (string | readonly number[])[],
): Pattern {
  const takes = program.map((step) =>
    typeof step === "string" && step !== "^" && step !== "$"
      ? new RegExp(`^(?:${step})$`, "u")
      : undefined,
  );

  /** Adds all steps that are reached without taking a character. */
  const reach = (from: number, reached: Set<number>, isStart: boolean, isEnd: boolean): void => {
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (reached.has(at)) continue;
      reached.add(at);
      const step = program[at];
      if (typeof step === "object") open.push(...step);
      else if ((step === "^" && isStart) || (step === "$" && isEnd)) open.push(at + 1);
    }
  };

  return {
    source,
    test(text) {
      let current = new Set<number>();
      let at = 0;
      for (const character of text) {
        reach(0, current, at === 0, false);
        if (current.has(program.length)) return true;
        at += character.length;
        const next = new Set<number>();
        for (const step of current) {
          if (takes[step]?.test(character)) reach(step + 1, next, false, at === text.length);
        }
        current = next;
      }
      reach(0, current, at === 0, true);
      return current.has(program.length);
    },
  };
}
