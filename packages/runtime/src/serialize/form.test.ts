import { describe, expect, it } from "vitest";
import type { EncodingDescriptor } from "../contract.ts";
import { writeForm } from "./form.ts";

const cases: [string, Record<string, unknown>, string, Record<string, EncodingDescriptor>?][] = [
  ["numbers and text", { amount: -500, currency: "usd" }, "amount=-500&currency=usd"],
  ["an object", { metadata: { order_id: "6735" } }, "metadata[order_id]=6735"],
  ["a list of scalars", { expand: ["a", "b"] }, "expand=a&expand=b"],
  ["a list of objects", { items: [{ price: "p", q: 2 }] }, "items[0][price]=p&items[0][q]=2"],
  ["a list of lists", { m: [[1, 2], [3]] }, "m[0][0]=1&m[0][1]=2&m[1][0]=3"],
  ["null as empty, undefined not at all", { a: null, b: undefined, c: { d: null } }, "a=&c[d]="],
  ["a space as plus", { "a b": "c d+e", m: { "x y": "z" } }, "a+b=c+d%2Be&m[x+y]=z"],
  ["text beyond ASCII", { name: "Zoë 😀\ud800" }, "name=Zo%C3%AB+%F0%9F%98%80%EF%BF%BD"],
  ["nothing", {}, ""],
  ["a list by its encoding", { expand: ["a"] }, "expand[0]=a", { expand: { style: "deepObject" } }],
  ["a list in one value", { ids: [1, 2] }, "ids=1,2", { ids: { explode: false } }],
  ["an object in pieces", { o: { a: 1 } }, "a=1", { o: { style: "form" } }],
  ["names of Object.prototype", { constructor: "a", toString: ["b"] }, "constructor=a&toString=b"],
];

describe("a form body", () => {
  it.each(cases)("writes %s", (_, values, text, encoding) => {
    expect(writeForm(values, encoding)).toBe(text);
  });

  it("is read back by the platform as it was meant", () => {
    const odd = "&=+%[] \n\"'<>é😀;/?#";
    const pairs = [
      ...new URLSearchParams(writeForm({ [odd]: odd, o: { [odd]: [odd, { a: odd }] } })),
    ];
    expect(pairs).toEqual([
      [odd, odd],
      [`o[${odd}][0]`, odd],
      [`o[${odd}][1][a]`, odd],
    ]);
  });

  it("writes an own property named __proto__ and none that are inherited", () => {
    const values: Record<string, unknown> = JSON.parse('{"__proto__":{"x":1}}');
    expect(writeForm(values)).toBe("__proto__[x]=1");
    expect(writeForm(Object.create({ inherited: 1 }))).toBe("");
  });
});
