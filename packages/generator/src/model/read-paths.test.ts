import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { readPaths } from "./read-paths.ts";

function read(...paths: readonly string[]) {
  const reported: Diagnostic[] = [];
  const entries = paths.map((path) => {
    const at = { file: "spec.yaml", pointer: `/paths/${path}` };
    return [path, { value: {}, at }] as const;
  });
  const found = readPaths(entries, (one) => reported.push(one));
  return { paths: found.map(({ path }) => path), codes: reported.map(({ code }) => code) };
}

describe("readPaths", () => {
  it.each<[string, string, readonly string[]]>([
    ["/coupons/{id}", "/coupons/{id}", []],
    ["/", "/", []],
    ["", "/", ["path-without-slash"]],
    ["coupons", "/coupons", ["path-without-slash"]],
    [" /coupons\t", "/coupons", ["unusual-path"]],
    ["coupons ", "/coupons", ["unusual-path", "path-without-slash"]],
    ["/coupons#old", "/coupons", ["unusual-path"]],
    ["/#/coupons", "/", ["unusual-path"]],
    ["/coupons?all=1", "/coupons?all=1", ["unusual-path"]],
    ["/coupons?a=1#b", "/coupons?a=1", ["unusual-path", "unusual-path"]],
    ["/coupons/../rates", "/coupons/../rates", ["unusual-path"]],
    ["/coupons/...", "/coupons/...", []],
    ["/coupons/{id", "/coupons/{id", ["unusual-path"]],
    ["/coupons/{}", "/coupons/{}", ["unusual-path"]],
    ["/coupons/{a}/{a}", "/coupons/{a}/{a}", ["unusual-path"]],
  ])("reads %j as %j", (written, path, codes) => {
    expect(read(written)).toEqual({ paths: [path], codes });
  });

  it("leaves extensions alone", () => {
    expect(read("x-coupons")).toEqual({ paths: [], codes: [] });
  });

  it.each([
    ["/a/{x}", "/a/{y}", true],
    ["/a/{x}/b", "/a/{y}/b", true],
    ["/a/{x}", "/a/b", false],
    ["/a/{x}.json", "/a/{x}", false],
    ["/a?b=1", "/a?b=2", true],
    ["/a#b", "/a", true],
    ["/a ", "/a", true],
  ])("says of %j and %j that nobody can tell them apart: %j", (one, other, expected) => {
    expect(read(one, other).codes.includes("conflicting-paths")).toBe(expected);
  });
});
