import type { Diagnostic, Report } from "./diagnostic.ts";

/** Collects the diagnostics of one run. */
export interface Reporter {
  readonly report: Report;
  /** In the order they were reported, each once. */
  readonly diagnostics: readonly Diagnostic[];
  readonly hasErrors: () => boolean;
}

/** A thing reached by two roads is reported by both; the second report of the same matter is dropped. */
export function createReporter(): Reporter {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  let errors = 0;
  return {
    diagnostics,
    report(diagnostic) {
      const key = identity(diagnostic);
      if (seen.has(key)) return;
      seen.add(key);
      diagnostics.push(diagnostic);
      if (diagnostic.severity === "error") errors += 1;
    },
    hasErrors: () => errors > 0,
  };
}

function identity({ code, message, at }: Diagnostic): string {
  return JSON.stringify([code, message, at]);
}
