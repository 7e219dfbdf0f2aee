import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { MAX_DEPTH } from "../load/measure-value.ts";
import { createAdmit, MAX_COPIED } from "./limits.ts";
import { ROOT } from "./position.ts";

function admitting() {
  const reported: Diagnostic[] = [];
  const admit = createAdmit("openapi.yaml", (one) => reported.push(one));
  return { admit, codes: () => reported.map(({ code }) => code) };
}

const own = { value: {}, at: { file: "openapi.yaml", pointer: "" } };
const foreign = { value: {}, at: { file: "f.yaml", pointer: "" } };

describe("a bundle", () => {
  it("takes so many values of other files, any number of its own, and reports the next once", () => {
    const { admit, codes } = admitting();
    for (let count = 1; count < MAX_COPIED; count += 1) admit(foreign, ROOT);
    expect(admit(own, ROOT)).toBe(true);
    expect(admit(foreign, ROOT)).toBe(true);
    expect(admit(own, ROOT)).toBe(true);
    expect(codes()).toEqual([]);
    expect(admit(foreign, ROOT)).toBe(false);
    expect(admit(foreign, ROOT)).toBe(false);
    expect(codes()).toEqual(["bundle-too-large"]);
  });

  it("goes as deep as a document may, and reports what is deeper once", () => {
    const { admit, codes } = admitting();
    expect(admit(foreign, { key: "a", depth: MAX_DEPTH })).toBe(true);
    expect(admit({ ...foreign, value: "text" }, { key: "a", depth: MAX_DEPTH + 1 })).toBe(true);
    expect(admit(foreign, { key: "a", depth: MAX_DEPTH + 1 })).toBe(false);
    expect(admit(foreign, ROOT)).toBe(false);
    expect(codes()).toEqual(["too-deep"]);
  });
});
