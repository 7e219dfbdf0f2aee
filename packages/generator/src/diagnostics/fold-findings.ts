import type { Finding } from "./finding.ts";

/** More of one kind of warning nobody reads on a screen: a real document may have hundreds. */
const MOST = 20;
/** How many of those are shown. */
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
  for (const { diagnostic } of findings.filter(isWarning)) {
    counts.set(diagnostic.code, (counts.get(diagnostic.code) ?? 0) + 1);
  }
  const more = new Map([...counts].filter(([, count]) => count > MOST));
  const met = new Map<string, number>();
  const shown = findings.filter((finding) => {
    const { code } = finding.diagnostic;
    if (!isWarning(finding) || !more.has(code)) return true;
    met.set(code, (met.get(code) ?? 0) + 1);
    return (met.get(code) ?? 0) <= SHOWN;
  });
  return { shown, more: new Map([...more].map(([code, count]) => [code, count - SHOWN])) };
}

function isWarning({ diagnostic }: Finding): boolean {
  return diagnostic.severity === "warning";
}
