import { describe, expect, it } from "vitest";
import type { ParameterDescriptor, ParameterStyle } from "../../contract.ts";
import type { Limits, Shape } from "../contract.ts";
import { defaultLimits } from "../limits.ts";
import { ProblemError } from "../problem.ts";
import { decodeForm } from "./form.ts";
import {
  cookieValue,
  decodeCookie,
  decodeHeader,
  decodePathParameter,
  decodeQuery,
} from "./parameters.ts";

const address: Shape = { object: { city: "string", zip: "integer" } };
const item: Shape = { object: { price: "string", quantity: "integer" } };
const tree: Shape = { object: { name: "string", children: { array: () => tree } } };
const shape: Shape = {
  object: {
    amount: "integer",
    rate: "number",
    live: "boolean",
    name: "string",
    note: { anyOf: ["string", "null"] },
    until: { anyOf: ["integer", "null"] },
    up_to: { anyOf: ["string", "integer"] },
    tags: { array: "string" },
    sizes: { array: "integer" },
    items: { array: () => item },
    address,
    metadata: { anyOf: [{ object: {}, rest: "string" }, "string"] },
    source: {
      anyOf: [
        "string",
        { object: { card: "string", year: "integer" } },
        { object: { iban: "string", owner: "string" } },
      ],
    },
    tree,
    any: "unknown",
  },
};

describe("a form", () => {
  const cases: readonly (readonly [text: string, values: Record<string, unknown>])[] = [
    ["", {}],
    ["&&", {}],
    ["amount=12", { amount: 12 }],
    ["amount=-3", { amount: -3 }],
    ["amount=abc", { amount: "abc" }],
    ["amount=", { amount: "" }],
    ["amount=012", { amount: "012" }],
    ["amount=1.0", { amount: "1.0" }],
    ["amount=1e3", { amount: "1e3" }],
    ["amount=+1", { amount: " 1" }],
    ["amount=-0", { amount: "-0" }],
    ["amount=9007199254740991", { amount: 9007199254740991 }],
    ["amount=9007199254740993", { amount: "9007199254740993" }],
    ["amount=1&amount=2", { amount: [1, 2] }],
    ["amount[x]=1", { amount: { x: "1" } }],
    ["rate=1.50", { rate: 1.5 }],
    ["rate=1e999", { rate: "1e999" }],
    ["rate=.5", { rate: ".5" }],
    ["rate=Infinity", { rate: "Infinity" }],
    ["live=true", { live: true }],
    ["live=TRUE", { live: "TRUE" }],
    ["live=1", { live: "1" }],
    ["name=a+b%2Bc%26d%3D", { name: "a b+c&d=" }],
    ["name=12", { name: "12" }],
    ["name", { name: "" }],
    ["name=a=b", { name: "a=b" }],
    ["note=", { note: "" }],
    ["until=", { until: null }],
    ["until=5", { until: 5 }],
    ["up_to=inf", { up_to: "inf" }],
    ["up_to=5", { up_to: 5 }],
    ["tags[]=a&tags[]=b", { tags: ["a", "b"] }],
    ["tags[1]=b&tags[0]=a", { tags: ["a", "b"] }],
    ["tags[7]=b&tags[3]=a", { tags: ["a", "b"] }],
    ["tags=a&tags=b", { tags: ["a", "b"] }],
    ["tags=a", { tags: ["a"] }],
    ["tags[x]=a", { tags: { x: "a" } }],
    ["sizes[]=1&sizes[]=x", { sizes: [1, "x"] }],
    [
      "items[0][price]=p&items[0][quantity]=2&items[1][price]=q",
      { items: [{ price: "p", quantity: 2 }, { price: "q" }] },
    ],
    [
      "items[][price]=p&items[][quantity]=2&items[][price]=q",
      { items: [{ price: "p", quantity: 2 }, { price: "q" }] },
    ],
    ["items=x", { items: ["x"] }],
    ["address[city]=Bern&address[zip]=3011", { address: { city: "Bern", zip: 3011 } }],
    ["address%5Bcity%5D=Bern", { address: { city: "Bern" } }],
    ["address=x", { address: "x" }],
    ["metadata[0]=a&metadata[1]=b", { metadata: { "0": "a", "1": "b" } }],
    ["metadata[a]=1&metadata[constructor]=x", { metadata: { a: "1", constructor: "x" } }],
    ["metadata[a%5Bb%5D]=1", { metadata: { "a[b]": "1" } }],
    ["metadata=", { metadata: "" }],
    ["source=tok", { source: "tok" }],
    ["source[iban]=1&source[owner]=x", { source: { iban: "1", owner: "x" } }],
    ["source[card]=1&source[year]=30", { source: { card: "1", year: 30 } }],
    [
      "tree[name]=a&tree[children][0][name]=b&tree[children][0][children][0][name]=c",
      { tree: { name: "a", children: [{ name: "b", children: [{ name: "c" }] }] } },
    ],
    ["any=1", { any: "1" }],
    ["any[0]=1&any[1]=2", { any: ["1", "2"] }],
    ["any[1]=1", { any: { "1": "1" } }],
    ["any[a][]=1", { any: { a: ["1"] } }],
    ["unknown=1&other[a]=2", { unknown: "1", other: { a: "2" } }],
    ["a[b=1", { "a[b": "1" }],
    ["a[b]c=1", { "a[b]c": "1" }],
    ["[b]=1", { "[b]": "1" }],
    ["a[[b]]=1", { "a[[b]]": "1" }],
  ];
  it.each(cases)("%s", (text, values) => {
    expect(decodeForm(text, shape)).toEqual(values);
  });

  it.each([
    ["name=%", /percent-encoded/],
    ["name=%zz", /percent-encoded/],
    ["name=%c0%af", /percent-encoded/],
    ["name=%ed%a0%80", /percent-encoded/],
    ["%ff=1", /percent-encoded/],
    ["a[%ff]=1", /percent-encoded/],
    ["amount=1&amount[x]=2", /amount is given both/],
    ["other=1&other[x]=2", /other is given both/],
    ["any[a]=1&any[a][b]=2", /any\[a\] is given both/],
    ["any[]=1&any[b]=2", /any is given both as an array and as an object/],
    ["tags[999999999]=x", /tags may have at most 10000 items/],
    ["any[]=1&any[10000]=x", /any may have at most 10000 items/],
    [`any${"[a]".repeat(33)}=1`, /more than 32 pairs of brackets/],
    ["a=1&".repeat(1001), /more than 1000 parameters/],
  ])("refuses %s", (text, message) => {
    expect(refused(() => decodeForm(text, shape))).toMatch(message);
  });

  it("goes as deep and as wide as its limits allow", () => {
    expect(() => decodeForm(`any${"[a]".repeat(32)}=1`, shape)).not.toThrow();
    expect(() => decodeForm("a=1&".repeat(1000), shape)).not.toThrow();
    expect(decodeForm("tags[9999]=x", shape)).toEqual({ tags: ["x"] });
  });

  it.each([
    "__proto__[polluted]=1",
    "__proto__=1",
    "any[__proto__][polluted]=1",
    "constructor[prototype][polluted]=1",
    "any[constructor][prototype][polluted]=1",
    "metadata[__proto__]=1",
    "items[0][__proto__][polluted]=1",
  ])("cannot reach a prototype by %s", (text) => {
    const values = decodeForm(text, shape);
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
    for (const inner of Object.values(values)) {
      expect([Object.prototype, Array.prototype, String.prototype]).toContain(
        Object.getPrototypeOf(inner),
      );
    }
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect(Object.hasOwn(Object, "polluted")).toBe(false);
  });

  it("has own properties for the names that objects inherit", () => {
    const { metadata } = decodeForm("metadata[__proto__]=x&metadata[toString]=y", shape);
    expect(JSON.stringify(metadata)).toBe('{"__proto__":"x","toString":"y"}');
    expect(decodeForm("", { object: { constructor: "string" as const } })).toEqual({});
  });

  it("does not slow down with the depth of a recursive choice", () => {
    const variant = (name: string): Shape => ({ object: { [name]: (): Shape => choice } });
    const choice: Shape = { anyOf: ["a", "b", "c", "d", "e", "f"].map(variant) };
    const text = Array.from({ length: 900 }, (_, n) => `x${"[f]".repeat(30)}[${n}]=1`).join("&");
    const start = performance.now();
    decodeForm(text, { object: { x: choice } });
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it.each([
    ["kind=cat&lives=9", { kind: "cat", lives: 9 }],
    ["kind=dog&good=true", { kind: "dog", good: true }],
    ["kind=dog&size=5", { kind: "dog", size: 5 }],
    ["kind=dog&size=large", { kind: "dog", size: "large" }],
    ["kind=fish&deep=1", { kind: "fish", deep: "1" }],
  ])("that is one of several objects has the properties of all: %s", (text, values) => {
    const cat: Shape = { object: { kind: "string", lives: "integer", size: "integer" } };
    const dog: Shape = { object: { kind: "string", good: "boolean", size: "string" } };
    expect(decodeForm(text, { anyOf: [cat, { anyOf: [dog, "null"] }] })).toEqual(values);
  });

  it("follows the encoding of a property", () => {
    const encoding = {
      tags: { style: "form", explode: false },
      sizes: { style: "pipeDelimited" },
      address: { style: "form" },
    } as const;
    expect(decodeForm("tags=a%2Cb,c&sizes=1|2%7C3&city=Bern&zip=1", shape, encoding)).toEqual({
      tags: ["a,b", "c"],
      sizes: [1, 2, 3],
      address: { city: "Bern", zip: 1 },
    });
  });
});

const color: Shape = {
  anyOf: ["string", { array: "string" }],
};
const rgb: Shape = { object: { R: "integer", G: "integer", B: "integer" } };
const list: Shape = { array: "string" };

describe("a query", () => {
  const cases: readonly (readonly [
    style: ParameterStyle,
    explode: boolean,
    shape: Shape,
    text: string,
    value: unknown,
  ])[] = [
    ["form", true, "string", "color=blue", "blue"],
    ["form", true, list, "color=blue&color=black", ["blue", "black"]],
    ["form", true, list, "color=blue", ["blue"]],
    ["form", true, list, "color=a%2Cb", ["a,b"]],
    ["form", true, rgb, "R=100&G=200&B=150", { R: 100, G: 200, B: 150 }],
    ["form", false, list, "color=blue,black%2Cbrown", ["blue", "black,brown"]],
    ["form", false, rgb, "color=R,100,G,200,B,150", { R: 100, G: 200, B: 150 }],
    ["form", false, rgb, "color=R,100,G", "R,100,G"],
    ["form", false, list, "color=", []],
    ["form", false, color, "color=", ""],
    ["form", false, "string", "color=a,b", "a,b"],
    ["spaceDelimited", false, list, "color=blue%20black+brown", ["blue", "black", "brown"]],
    ["spaceDelimited", false, rgb, "color=R%20100%20G%20200", { R: 100, G: 200 }],
    ["pipeDelimited", false, list, "color=blue|black%7Cbrown", ["blue", "black", "brown"]],
    ["pipeDelimited", false, rgb, "color=R|100|G|200", { R: 100, G: 200 }],
    ["deepObject", true, rgb, "color[R]=100&color[G]=200", { R: 100, G: 200 }],
    ["deepObject", true, list, "color[]=a&color[]=b", ["a", "b"]],
    ["deepObject", true, list, "color=a", "a"],
  ];
  it.each(cases)("%s, explode %s: %j from %s", (style, explode, shape, text, value) => {
    const parameter: ParameterDescriptor = { name: "color", in: "query", style, explode };
    const { values } = decodeQuery(text, [parameter], { object: { color: shape } }, defaultLimits);
    expect(values).toEqual({ color: value });
  });

  it("keeps apart what no parameter claims", () => {
    const parameter: ParameterDescriptor = { name: "filter[type]", key: "filter", in: "query" };
    const decoded = decodeQuery(
      "filter[type]=1&other=2",
      [parameter],
      { object: { filter: "integer" } },
      defaultLimits,
    );
    expect(decoded).toEqual({ values: { filter: 1 }, rest: { other: "2" } });
  });
});

describe("a path parameter", () => {
  const cases: readonly (readonly [
    style: ParameterStyle,
    explode: boolean,
    shape: Shape,
    raw: string,
    value: unknown,
  ])[] = [
    ["simple", false, "string", "blue", "blue"],
    ["simple", false, "string", "a%2Fb,c", "a/b,c"],
    ["simple", false, "integer", "12", 12],
    ["simple", false, "integer", "12x", "12x"],
    ["simple", false, list, "blue,black%2C", ["blue", "black,"]],
    ["simple", false, rgb, "R,100,G,200", { R: 100, G: 200 }],
    ["simple", true, rgb, "R=100,G=200", { R: 100, G: 200 }],
    ["label", false, "string", ".blue", "blue"],
    ["label", false, list, ".blue,black", ["blue", "black"]],
    ["label", true, list, ".blue.black", ["blue", "black"]],
    ["label", true, rgb, ".R=100.G=200", { R: 100, G: 200 }],
    ["matrix", false, "string", ";color=blue", "blue"],
    ["matrix", false, list, ";color=blue,black", ["blue", "black"]],
    ["matrix", true, list, ";color=blue;color=black", ["blue", "black"]],
    ["matrix", false, rgb, ";color=R,100,G,200", { R: 100, G: 200 }],
    ["matrix", true, rgb, ";R=100;G=200", { R: 100, G: 200 }],
  ];
  it.each(cases)("%s, explode %s: %j from %s", (style, explode, shape, raw, value) => {
    const parameter: ParameterDescriptor = { name: "color", in: "path", style, explode };
    expect(decodePathParameter(raw, parameter, shape, defaultLimits)).toEqual(value);
  });
});

describe("headers and cookies", () => {
  it("cut lists at commas and take off spaces", () => {
    const parameter: ParameterDescriptor = { name: "X-Color", in: "header" };
    expect(decodeHeader("a, b", parameter, list, defaultLimits)).toEqual(["a", "b"]);
    expect(decodeHeader("5", parameter, "integer", defaultLimits)).toBe(5);
    expect(decodeHeader("a%20b", parameter, "string", defaultLimits)).toBe("a%20b");
  });

  it("find a cookie by its whole name", () => {
    const header = 'abc=1; a=x%2Cy,z; b="quoted"';
    expect(cookieValue(header, "a")).toBe("x%2Cy,z");
    expect(cookieValue(header, "b")).toBe("quoted");
    expect(cookieValue(header, "c")).toBeUndefined();
    expect(cookieValue(null, "a")).toBeUndefined();
    expect(decodeCookie("x%2Cy,z", { name: "c", in: "cookie" }, list, defaultLimits)).toEqual([
      "x,y",
      "z",
    ]);
  });
});

it("a limit of items holds for delimited lists too", () => {
  const limits: Limits = { ...defaultLimits, arrayLength: 2 };
  const parameter: ParameterDescriptor = { name: "a", in: "path" };
  expect(refused(() => decodePathParameter("1,2,3", parameter, list, limits))).toMatch(/at most 2/);
});

function refused(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 400) return error.message;
    throw error;
  }
  throw new Error("was not refused");
}
