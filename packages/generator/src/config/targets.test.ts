import { describe, expect, it } from "vitest";
import { builtInTargets } from "../targets/index.ts";
import { BUILT_IN_TARGETS, withNeeds } from "./targets.ts";

const names = (list: readonly { readonly name: string }[]): string[] =>
  list.map(({ name }) => name);

describe("BUILT_IN_TARGETS", () => {
  it("are those that there are, in the same order", () => {
    expect(names(BUILT_IN_TARGETS)).toEqual(names(builtInTargets));
  });
});

describe("withNeeds", () => {
  it.each([
    [["client"], ["schemas", "operations", "client"]],
    [
      ["server-stubs", "schemas"],
      ["schemas", "validators", "operations", "server-stubs"],
    ],
    [["unheard-of"], []],
  ])("of %j is %j", (wanted, expected) => {
    expect(names(withNeeds(wanted, BUILT_IN_TARGETS))).toEqual(expected);
  });

  it("ends where two targets need each other", () => {
    const known = [
      { name: "a", needs: ["b"] },
      { name: "b", needs: ["a"] },
    ];
    expect(names(withNeeds(["b"], known))).toEqual(["a", "b"]);
  });
});
