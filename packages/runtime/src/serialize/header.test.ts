import { describe, expect, it } from "vitest";
import { checkHeader, writeHeader } from "./header.ts";

describe("header parameters", () => {
  it.each([
    ["blue", false, "blue"],
    [12, false, "12"],
    [true, false, "true"],
    [["blue", "black"], false, "blue,black"],
    [["blue", "black"], true, "blue,black"],
    [{ R: 100, G: 200 }, false, "R,100,G,200"],
    [{ R: 100, G: 200 }, true, "R=100,G=200"],
    ["a%b /?é", false, "a%b /?é"],
  ])("write %o, explode %s, as %s", (value, explode, text) => {
    expect(writeHeader("X-Color", value, explode)).toBe(text);
  });

  it("refuse values with parts that have parts", () => {
    expect(() => writeHeader("X-Color", [["a"]])).toThrow(/"X-Color"/);
  });
});

describe("a header", () => {
  it.each(["\r\nX: 1", "\n", "\r", "\0", "\u007f", "€"])("cannot carry %j", (bad) => {
    const send = (): string => checkHeader("X-Key", `secret${bad}`);
    expect(send).toThrow(TypeError);
    expect(send).toThrow(/"X-Key"/);
    expect(send).not.toThrow(/secret/);
  });

  it.each(["", "a b", "a:b", "a\r\nb", "é"])("cannot be named %j", (name) => {
    expect(() => checkHeader(name, "x")).toThrow(/its name a token/);
  });

  it("must be text", () => {
    expect(() => checkHeader("X-Key", 1)).toThrow(/"X-Key" must be a string of/);
  });
});
