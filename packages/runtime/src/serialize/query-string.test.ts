import { describe, expect, it } from "vitest";
import type { ParameterDescriptor } from "../contract.ts";
import { writeQueryString } from "./query-string.ts";

function whole(contentType: string): ParameterDescriptor {
  return { name: "filter", in: "querystring", contentType };
}

const FORM = "application/x-www-form-urlencoded";

describe("writeQueryString", () => {
  it.each([
    ["a form as it is", FORM, { a: "x y", b: [1, 2] }, "a=x+y&b=1&b=2"],
    ["nothing of an empty form", FORM, {}, ""],
    ["JSON, escaped", "application/json", { a: [1] }, "%7B%22a%22%3A%5B1%5D%7D"],
    ["text, escaped", "application/jsonpath", "$.a.b[1:1]", "%24.a.b%5B1%3A1%5D"],
    ["nothing where there is no value", "application/json", undefined, ""],
  ])("writes %s", (_, contentType, value, expected) => {
    expect(writeQueryString(value, whole(contentType))).toBe(expected && `&${expected}`);
  });

  it("writes properties of a form as their encoding says", () => {
    const parameter: ParameterDescriptor = {
      ...whole(FORM),
      encoding: { tags: { style: "form", explode: false } },
    };
    expect(writeQueryString({ tags: ["a", "b"] }, parameter)).toBe("&tags=a,b");
  });

  it.each([
    ["a form", FORM, "text"],
    ["a form", FORM, [1]],
    ["text", "text/plain", { a: 1 }],
  ])("refuses what is no %s", (_, contentType, value) => {
    expect(() => writeQueryString(value, whole(contentType))).toThrow(TypeError);
  });
});
