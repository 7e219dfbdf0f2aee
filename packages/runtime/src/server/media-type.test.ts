import { describe, expect, it } from "vitest";
import { bestMedia, isUtf8, parseMediaType } from "./media-type.ts";

describe("a media type", () => {
  it.each([
    ["application/json", "application/json", {}],
    ["APPLICATION/Json ;Charset=UTF-8", "application/json", { charset: "UTF-8" }],
    ['text/plain; charset="utf-8" ', "text/plain", { charset: "utf-8" }],
    ["text/plain;\tcharset=utf-8\t; ;", "text/plain", { charset: "utf-8" }],
    ['a/b; x="; charset=utf-16"', "a/b", { x: "; charset=utf-16" }],
    ['a/b; x="a\\"b\\\\"', "a/b", { x: 'a"b\\' }],
    ['a/b; x=""', "a/b", { x: "" }],
    ["multipart/form-data; boundary=Ab'c", "multipart/form-data", { boundary: "Ab'c" }],
    ["", "", {}],
  ])("is read: %s", (text, essence, parameters) => {
    const read = parseMediaType(text);
    expect(read.essence).toBe(essence);
    expect(Object.fromEntries(read.parameters ?? [["unread", "unread"]])).toEqual(parameters);
  });

  it.each([
    "application/json, text/plain",
    "application/json; charset=utf-8, text/plain",
    "json",
    "application/",
    "/json",
    "application /json",
    "application/json; charset = utf-16",
    "application/json; charset=",
    "application/json; charset",
    "application/json; =utf-8",
    "application/json; charset=utf-8; charset=utf-16",
    "application/json; charset=utf-8; CHARSET=utf-8",
    'application/json; charset="utf-8',
    'application/json; charset="utf-8"x',
    "application/json; charset=utf-16 x",
    "application/json; charset=utf/8",
    "application/json charset=utf-16",
  ])("is refused: %s", (text) => {
    expect(parseMediaType(text).parameters).toBeUndefined();
  });

  it("is read in a time that grows with its length alone", () => {
    for (const text of [`a/b${"; ".repeat(50_000)}x`, `a/b; x="${"\\a".repeat(50_000)}`]) {
      const start = performance.now();
      expect(parseMediaType(text).parameters).toBeUndefined();
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });

  it.each([
    ["text/plain", true],
    ["text/plain; charset=utf-8", true],
    ["text/plain; charset=UTF8", true],
    ['text/plain; charset="US-ASCII"', true],
    ["text/plain; charset=iso-8859-1", false],
    ['text/plain; charset="utf\\-16"', false],
    ['text/plain; charset=""', false],
  ])("tells whether its text is UTF-8: %s", (text, expected) => {
    expect(isUtf8(parseMediaType(text))).toBe(expected);
  });
});

describe("of several media types", () => {
  const offered = [
    "application/json; version=1",
    "application/json; version=2",
    "application/json",
    "text/*",
  ].map((contentType) => ({ contentType }));

  it.each([
    ['application/json;Version="2"', "application/json; version=2"],
    ["application/json; version=1; charset=utf-8", "application/json; version=1"],
    ["application/json; version=3", "application/json"],
    ["application/json; charset=utf-8", "application/json"],
    ["text/csv", "text/*"],
    ["application/xml", undefined],
  ])("%s is %s", (given, expected) => {
    expect(bestMedia(parseMediaType(given), offered)?.contentType).toBe(expected);
  });

  it("the first one is it that leaves nothing open, and none that says something else", () => {
    const versions = offered.slice(0, 2);
    expect(bestMedia(parseMediaType("application/json"), versions)).toBe(versions[0]);
    expect(bestMedia(parseMediaType("application/json; version=3"), versions)).toBeUndefined();
  });
});
