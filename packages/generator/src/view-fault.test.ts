import { describe, expect, it } from "vitest";
import { viewFault } from "./view-fault.ts";

const twice = { a: 1 };
const loop: Record<string, unknown> = {};
loop["self"] = [loop];

describe("viewFault", () => {
  it.each([
    "text",
    0,
    false,
    null,
    [],
    {},
    Object.create(null),
    JSON.parse('{ "__proto__": { "a": 1 } }'),
    { a: { b: [{ c: null }] }, left: undefined },
    [twice, twice],
  ])("takes %j", (view) => {
    expect(viewFault(view, "view")).toBeUndefined();
  });

  it.each<[unknown, string]>([
    [undefined, "view is undefined"],
    [Number.NaN, "view is NaN"],
    [{ a: [Number.POSITIVE_INFINITY] }, "view.a[0] is Infinity"],
    [{ a: 1n }, "view.a is bigint"],
    [{ a: Symbol("a") }, "view.a is symbol"],
    [{ a: { b: () => 1 } }, "view.a.b is function"],
    [[1, undefined], "view[1] is undefined"],
    [[new Date(0)], "view[0] is an object of a class"],
    [{ a: new Map() }, "view.a is an object of a class"],
    [loop, "view.self[0] is an object that holds itself"],
  ])("refuses what is no JSON, and says where: %#", (view, fault) => {
    expect(viewFault(view, "view")).toBe(`its view must be plain JSON, but ${fault}`);
  });
});
