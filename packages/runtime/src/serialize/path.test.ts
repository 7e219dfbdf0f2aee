import { describe, expect, it } from "vitest";
import type { ParameterStyle } from "../contract.ts";
import { writePath } from "./path.ts";

const array = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

// The table of OpenAPI 3.1, section 4.8.12.2 (Style Examples).
const table: [ParameterStyle, boolean, string, string, string][] = [
  ["simple", false, "blue", "blue,black,brown", "R,100,G,200,B,150"],
  ["simple", true, "blue", "blue,black,brown", "R=100,G=200,B=150"],
  ["label", false, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
  ["label", true, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
  ["matrix", false, ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
  ["matrix", true, ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"],
];

describe("path parameters", () => {
  it.each(table)("are written in the style %s, explode %s", (style, explode, one, many, parts) => {
    expect(writePath("color", "blue", style, explode)).toBe(one);
    expect(writePath("color", array, style, explode)).toBe(many);
    expect(writePath("color", object, style, explode)).toBe(parts);
  });

  it.each([
    [7, "7"],
    [-1.5, "-1.5"],
    [12345678901234567890n, "12345678901234567890"],
    [false, "false"],
    [new Date(0), "1970-01-01T00%3A00%3A00.000Z"],
    ["cus_1-a.b~c", "cus_1-a.b~c"],
  ])("write %s as %s", (value, text) => {
    expect(writePath("id", value)).toBe(text);
  });

  it("throw when a value cannot be told from no value or would climb", () => {
    for (const value of [undefined, null, "", ".", "..", [], {}]) {
      expect(() => writePath("id", value), JSON.stringify(value)).toThrow(/path parameter "id"/);
    }
    expect(() => writePath("id", ".", "label")).toThrow(TypeError);
    expect(() => writePath("id", "", "label")).toThrow(TypeError);
    expect(() => writePath("id", [["a"]])).toThrow(TypeError);
  });

  it("write an empty value in the style matrix, where the name keeps the segment", () => {
    expect(writePath("color", "", "matrix")).toBe(";color");
  });

  it("stay one segment whatever the text is", () => {
    const alphabet = ["/", "\\", "?", "#", "%", "%2F", "%2e", ".", " ", "\t", "\n", "é", "😀", ";"];
    for (const first of alphabet) {
      for (const second of alphabet) {
        if (first + second === "..") continue;
        const text = writePath("id", first + second);
        const url = new URL(`https://api.example.com/v1/a/${text}/b`);
        expect(url.pathname.split("/")).toHaveLength(5);
        expect(decodeURIComponent(url.pathname.split("/")[3] ?? "")).toBe(first + second);
        expect(url.search + url.hash).toBe("");
      }
    }
  });

  it("write a lone surrogate as the replacement character", () => {
    expect(writePath("id", "a\ud800b")).toBe("a%EF%BF%BDb");
    expect(writePath("id", "😀")).toBe("%F0%9F%98%80");
  });
});
