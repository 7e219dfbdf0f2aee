import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isConfig } from "./check-config.ts";

function check(value: unknown) {
  const reported: Diagnostic[] = [];
  const isSound = isConfig(value, (one) => reported.push(one));
  return { isSound, reported };
}

const SOUND = { input: "a.yaml", packages: [{ dir: "src", targets: { schemas: "schemas" } }] };

describe("isConfig", () => {
  it.each([
    SOUND,
    { ...SOUND, targets: ["schemas"], templates: [], runtime: "inline", mend: "pnpm generate" },
    { ...SOUND, runtime: undefined },
    { ...SOUND, packages: [{ ...SOUND.packages[0], name: "@a/b", surface: "api.md" }] },
    { ...SOUND, packages: [{ ...SOUND.packages[0], readme: false }] },
    { ...SOUND, packages: [{ ...SOUND.packages[0], readme: "README.md" }] },
  ])("accepts %j", (config) => {
    expect(check(config)).toEqual({ isSound: true, reported: [] });
  });

  it.each([
    [null, "wrong-config-value", '"default"'],
    [[], "wrong-config-value", '"default"'],
    [{ packages: SOUND.packages }, "wrong-config-value", '"input"'],
    [{ input: "a.yaml" }, "wrong-config-value", '"packages"'],
    [{ ...SOUND, input: "" }, "wrong-config-value", '"input"'],
    [{ ...SOUND, input: "a\0b" }, "wrong-config-value", '"input"'],
    [{ ...SOUND, packages: [] }, "wrong-config-value", '"packages"'],
    [{ ...SOUND, packages: [{ dir: "src" }] }, "wrong-config-value", '"packages[0].targets"'],
    [
      { ...SOUND, packages: [{ dir: 1, targets: { schemas: "." } }] },
      "wrong-config-value",
      '"packages[0].dir"',
    ],
    [
      { ...SOUND, packages: [{ dir: ".", targets: {} }] },
      "wrong-config-value",
      '"packages[0].targets"',
    ],
    [
      { ...SOUND, packages: [{ ...SOUND.packages[0], readme: true }] },
      "wrong-config-value",
      '"packages[0].readme"',
    ],
    [{ ...SOUND, targets: [] }, "wrong-config-value", '"targets"'],
    [{ ...SOUND, templates: [1] }, "wrong-config-value", '"templates[0]"'],
    [{ ...SOUND, runtime: "cdn" }, "wrong-config-value", '"runtime"'],
    [{ ...SOUND, targets: ["shemas"] }, "unknown-target", '"shemas"'],
    [
      { ...SOUND, packages: [{ dir: ".", targets: { clients: "." } }] },
      "unknown-target",
      '"clients"',
    ],
    [{ ...SOUND, inptu: "a" }, "unknown-config-key", '"inptu"'],
    [{ ...SOUND, constructor: "a" }, "unknown-config-key", '"constructor"'],
    [
      JSON.parse('{"input":"a","packages":[{"dir":".","targets":{"schemas":"."}}],"__proto__":{}}'),
      "unknown-config-key",
      '"__proto__"',
    ],
  ])("refuses %j as %s at %s", (config, code, path) => {
    const { isSound, reported } = check(config);
    expect(isSound).toBe(false);
    expect(reported).toMatchObject([{ code, severity: "error" }]);
    expect(reported[0]?.message).toContain(path);
  });

  it("knows the targets of extensions when it is told of them", () => {
    const config = { ...SOUND, targets: ["routes"], extensions: ["./routes"] };
    expect(isConfig(config, () => undefined, ["schemas", "routes"])).toBe(true);
    expect(check(config).reported).toMatchObject([{ code: "unknown-target" }]);
    expect(check({ ...SOUND, extensions: "./routes" }).reported).toMatchObject([
      { code: "wrong-config-value", hint: "write a list" },
    ]);
  });

  it("proposes what was probably meant", () => {
    expect(check({ ...SOUND, template: [] }).reported[0]?.hint).toBe('did you mean "templates"?');
  });

  it("tells all that is wrong at once", () => {
    const { reported } = check({
      inptu: "a",
      runtime: "cdn",
      packages: [{ dri: "a", targets: { x: "" } }],
    });
    expect(reported.map(({ code }) => code).sort()).toEqual([
      "unknown-config-key",
      "unknown-config-key",
      "unknown-target",
      "wrong-config-value",
      "wrong-config-value",
      "wrong-config-value",
      "wrong-config-value",
    ]);
  });
});
