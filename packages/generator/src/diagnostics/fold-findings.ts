import type { Finding } from "./finding.ts";

/** Of one kind of warning nobody reads more on a screen: a real document may have hundreds. */
const SHOWN = 10;

interface Folded {
  /** In the order of the findings. */
  readonly shown: readonly Finding[];
  /** How many more warnings of a code there are, in the order in which the codes are met. */
  readonly more: ReadonlyMap<string, number>;
}

/** Leaves the first warnings of each code, and every error: a run shows all that keeps it from its end. */
export function foldFindings(findings: readonly Finding[]): Folded {
  const counts = new Map<string, number>();
  const shown = findings.filter(({ diagnostic: { code, severity } }) => {
    if (severity === "error") return true;
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= SHOWN;
  });
  const more = [...counts].flatMap(([code, count]): [string, number][] =>
    count > SHOWN ? [[code, count - SHOWN]] : [],
  );
  return { shown, more: new Map(more) };
}
