import { describe, expect, it } from "vitest";
import { createReporter } from "./reporter.ts";
import { sortFindings } from "./sort.ts";
import type { Finding } from "./finding.ts";

function at(file: string, line: number, column: number, code = "c"): Finding {
  return {
    diagnostic: { code, severity: "error", message: "m", at: { file, pointer: "" } },
    location: { file, line, column, length: 1 },
  };
}

describe("sortFindings", () => {
  it("sorts by file, line, column and code, and puts what has no place first", () => {
    const nowhere: Finding = { diagnostic: { code: "z", severity: "error", message: "m" } };
    const sorted = [
      nowhere,
      at("a", 2, 1),
      at("a", 10, 1),
      at("b", 1, 2),
      at("b", 1, 10, "a"),
      at("b", 1, 10, "b"),
    ];
    for (let turn = 0; turn < sorted.length; turn += 1) {
      const shuffled = [...sorted.slice(turn), ...sorted.slice(0, turn)].reverse();
      expect(sortFindings(shuffled)).toEqual(sorted);
    }
  });
});

describe("createReporter", () => {
  const warning = { code: "a", severity: "warning", message: "m" } as const;

  it("keeps the same matter once", () => {
    const reporter = createReporter();
    reporter.report(warning);
    reporter.report({ ...warning });
    reporter.report({ ...warning, at: { file: "x", pointer: "" } });
    expect(reporter.diagnostics).toHaveLength(2);
  });

  it("knows whether there was an error", () => {
    const reporter = createReporter();
    reporter.report(warning);
    expect(reporter.hasErrors()).toBe(false);
    reporter.report({ ...warning, code: "b", severity: "error" });
    expect(reporter.hasErrors()).toBe(true);
  });
});
