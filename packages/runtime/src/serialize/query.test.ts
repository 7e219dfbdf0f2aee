import { describe, expect, it } from "vitest";
import type { ParameterDescriptor, ParameterStyle } from "../contract.ts";
import { writeQuery } from "./query.ts";

function write(value: unknown, given: Partial<ParameterDescriptor> = {}): string {
  return writeQuery({ name: "color", in: "query", ...given }, value);
}

const array = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

// The table of OpenAPI 3.1, section 4.8.12.2 (Style Examples), with the delimiters escaped.
const table: [ParameterStyle, boolean, string, string][] = [
  ["form", false, "&color=blue,black,brown", "&color=R,100,G,200,B,150"],
  ["form", true, "&color=blue&color=black&color=brown", "&R=100&G=200&B=150"],
  ["spaceDelimited", false, "&color=blue%20black%20brown", "&color=R%20100%20G%20200%20B%20150"],
  ["pipeDelimited", false, "&color=blue%7Cblack%7Cbrown", "&color=R%7C100%7CG%7C200%7CB%7C150"],
  ["spaceDelimited", true, "&color=blue&color=black&color=brown", "&R=100&G=200&B=150"],
  [
    "deepObject",
    true,
    "&color[0]=blue&color[1]=black&color[2]=brown",
    "&color[R]=100&color[G]=200&color[B]=150",
  ],
];

describe("query parameters", () => {
  it.each(table)("are written in the style %s, explode %s", (style, explode, many, parts) => {
    expect(write("blue", { style, explode })).toBe("&color=blue");
    expect(write(array, { style, explode })).toBe(many);
    expect(write(object, { style, explode })).toBe(parts);
  });

  it("explode the style form, and no other, unless told otherwise", () => {
    expect(write(["a", "b"])).toBe("&color=a&color=b");
    expect(write(["a", "b"], { style: "pipeDelimited" })).toBe("&color=a%7Cb");
  });

  it.each([
    [undefined, ""],
    [null, "&color="],
    ["", "&color="],
    [true, "&color=true"],
    [10n ** 20n, "&color=100000000000000000000"],
    [1e21, "&color=1e%2B21"],
    [new Date(0), "&color=1970-01-01T00%3A00%3A00.000Z"],
    ["a b&c=d", "&color=a%20b%26c%3Dd"],
    ["!'()*", "&color=%21%27%28%29%2A"],
    [[], ""],
    [{}, ""],
    [["a", undefined, null], "&color=a&color="],
    ["\udc00", "&color=%EF%BF%BD"],
  ])("write %o as %s", (value, text) => {
    expect(write(value)).toBe(text);
  });

  it("go as deep as the value in the style deepObject", () => {
    const value = { a: { b: [1, { c: "x y" }] }, n: null, u: undefined };
    expect(write(value, { style: "deepObject" })).toBe(
      "&color[a][b][0]=1&color[a][b][1][c]=x%20y&color[n]=",
    );
  });

  it("close the gap that an undefined item leaves", () => {
    expect(write([undefined, "a"], { style: "deepObject" })).toBe("&color[0]=a");
  });

  it("escape what is in a key, but not the brackets around it", () => {
    const value = { "a]&b=[": 1 };
    expect(write(value, { style: "deepObject" })).toBe("&color[a%5D%26b%3D%5B]=1");
    expect(write("x", { name: "a b[c]" })).toBe("&a%20b%5Bc%5D=x");
  });

  it("write nested values in the way of deepObject where their style has none", () => {
    expect(write([{ a: 1 }])).toBe("&color[0][a]=1");
    expect(write({ a: { b: 1 } }, { explode: false })).toBe("&color[a][b]=1");
  });

  it("leave reserved characters of a value alone where allowed, unless they would change the query", () => {
    const text = ":/?#[]@!$&'()*+,;= %";
    expect(write(text, { allowReserved: true })).toBe("&color=:/?%23%5B%5D@!$%26'()*%2B,;=%20%25");
    expect(write({ "a=b/": "c=d/" }, { allowReserved: true, style: "deepObject" })).toBe(
      "&color[a%3Db%2F]=c=d/",
    );
  });
});
