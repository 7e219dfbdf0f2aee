import { describe, expect, it } from "vitest";
import { LINT } from "../diagnostics/explanations/lint.ts";
import { RULES } from "./index.ts";

describe("RULES", () => {
  it("has one rule for each code of ours", () => {
    const codes = Object.keys(LINT).filter((code) => !code.startsWith("standard-"));
    expect(RULES.map(({ code }) => code).sort()).toEqual(codes.sort());
  });
});
