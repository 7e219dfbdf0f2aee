import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { checkVersion } from "./check-version.ts";

function check(value: unknown) {
  const reported: Diagnostic[] = [];
  const version = checkVersion({ value, at: { file: "a.yaml", pointer: "" } }, (one) =>
    reported.push(one),
  );
  return { version, reported };
}

describe("checkVersion", () => {
  it.each([
    ["3.0.0", "3.0"],
    ["3.0.4", "3.0"],
    ["3.1.0", "3.1"],
    ["3.1.1", "3.1"],
    ["3.1.0-rc1", "3.1"],
    ["3.2.0", "3.2"],
  ])("reads %s as %s", (openapi, version) => {
    expect(check({ openapi })).toEqual({ version, reported: [] });
  });

  it.each([
    [{ swagger: "1.2" }, "unsupported-version", "/swagger", "convert"],
    [{ openapi: "3.3.0" }, "unsupported-version", "/openapi", "3.2.0"],
    [{ openapi: 3.1 }, "unsupported-version", "/openapi", '"3.1.0"'],
    [{ openapi: "3.1" }, "unsupported-version", "/openapi", '"3.1.0"'],
    [{ openapi: "4.0.0" }, "unsupported-version", "/openapi", "3.1.0"],
    [{ openapi: { a: 1 } }, "unsupported-version", "/openapi", "3.1.0"],
    [{ openapi: null }, "unsupported-version", "/openapi", "3.1.0"],
    [{ info: {} }, "missing-version", "", "openapi: 3.1.0"],
    [JSON.parse('{"__proto__": {"openapi": "3.1.0"}}'), "missing-version", "", "openapi"],
  ])("refuses %j as %s at %j", (value, code, pointer, hint) => {
    const { version, reported } = check(value);
    expect(version).toBeUndefined();
    expect(reported).toMatchObject([{ code, severity: "error", at: { file: "a.yaml", pointer } }]);
    expect(reported[0]?.hint).toContain(hint);
  });
});
