import { describe, expect, it } from "vitest";
import { serverUrl } from "./server-url.ts";

const regional = "https://{region}.shop.test:{port}/{base}/v1";
const variables = {
  region: { default: "eu", values: ["eu", "us"] },
  port: { default: "443" },
  base: { default: "api" },
};
const tenant = (value: string): string =>
  serverUrl("https://{tenant}.shop.test/v1", { tenant: { default: "a" } }, { tenant: value });

describe("the URL of a server", () => {
  it("has the defaults of the spec, and what is given instead", () => {
    expect(serverUrl(regional, variables)).toBe("https://eu.shop.test:443/api/v1");
    expect(serverUrl(regional, variables, { region: "us", base: "a/b" })).toBe(
      "https://us.shop.test:443/a/b/v1",
    );
    expect(serverUrl("https://shop.test", {})).toBe("https://shop.test");
  });

  it("may be a variable from its beginning on", () => {
    const all = { root: { default: "https://shop.test" }, version: { default: "v1" } };
    expect(serverUrl("{root}/{version}", all)).toBe("https://shop.test/v1");
    expect(serverUrl("{root}/{version}", all, { root: "http://localhost:80/a" })).toBe(
      "http://localhost:80/a/v1",
    );
    expect(() => serverUrl("{root}/{version}", all, { root: "https://a@b" })).toThrow(TypeError);
    expect(serverUrl("/{version}", all)).toBe("/v1");
  });

  it("takes no value that the spec does not list", () => {
    expect(() => serverUrl(regional, variables, { region: "cn" })).toThrow(
      'The server variable "region" cannot have this value. It is one of eu, us.',
    );
  });

  it("needs a value for each variable", () => {
    expect(() => serverUrl("https://{a}.test", {})).toThrow(TypeError);
    expect(() => serverUrl("https://{constructor}.test", {}, {})).toThrow(TypeError);
  });

  it.each([
    "evil.test/",
    "evil.test#",
    "evil.test?",
    "evil.test\\",
    "a@evil.test",
    "",
    "a b",
    "a%2f",
  ])("is that of no other server, whatever stands in its host: %j", (value) =>
    expect(() => tenant(value)).toThrow(TypeError),
  );

  it.each(["..", "a/../b", "%2e%2e", "a?b", "a#b", "a\\b", "."])(
    "does not climb, whatever stands in its path: %j",
    (base) => expect(() => serverUrl(regional, variables, { base })).toThrow(TypeError),
  );
});
