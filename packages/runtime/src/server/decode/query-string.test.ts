import { describe, expect, it } from "vitest";
import type { ParameterDescriptor } from "../../contract.ts";
import type { Shape } from "../contract.ts";
import { defaultLimits } from "../limits.ts";
import { ProblemError } from "../problem.ts";
import { decodeQueryString } from "./query-string.ts";

const FORM = "application/x-www-form-urlencoded";
const SHAPE: Shape = { object: { limit: "integer", ids: { array: "string" } } };

function decode(
  text: string,
  parameter: Partial<ParameterDescriptor>,
  secrets: readonly string[] = [],
): unknown {
  const whole = { name: "filter", in: "querystring", ...parameter } as const;
  return decodeQueryString(text, whole, SHAPE, new Set(secrets), defaultLimits);
}

describe("decodeQueryString", () => {
  it.each([
    ["a form, as its shape tells", FORM, "limit=5&ids=1", { limit: 5, ids: ["1"] }],
    ["JSON", "application/json", "%7B%22limit%22%3A5%7D", { limit: 5 }],
    ["JSON of a type of its own", "application/vnd.a+json", "5", 5],
    ["text", "text/plain", "a+b%20c", "a+b c"],
    ["nothing as nothing", "application/json", "", undefined],
    ["an empty form that may be left out as nothing", FORM, "", undefined],
  ])("reads %s", (_, contentType, text, expected) => {
    expect(decode(text, { contentType })).toEqual(expected);
  });

  it("reads an empty form that must be there as an empty object", () => {
    expect(decode("", { contentType: FORM, required: true })).toEqual({});
  });

  it.each([
    ["of a form", FORM, "limit=5&key=s3cret", { limit: 5 }],
    ["behind JSON", "application/json", "%7B%7D&key=s3cret", {}],
    ["with an escaped name", "application/json", "%7B%7D&%6Bey=s3cret", {}],
    ["alone", FORM, "key=s3cret", undefined],
  ])("leaves out pairs with credentials: %s", (_, contentType, text, expected) => {
    expect(decode(text, { contentType }, ["key"])).toEqual(expected);
  });

  it.each([
    ["broken escapes", "text/plain", "%E0%A4"],
    ["broken JSON", "application/json", "%7B"],
  ])("refuses %s", (_, contentType, text) => {
    expect(() => decode(text, { contentType })).toThrow(ProblemError);
  });

  it("makes no property of every object of a name in a form", () => {
    const read = decode("__proto__[polluted]=1&limit=1", { contentType: FORM });
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});
