import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { applyOverlays, type Overlaid } from "./apply-overlay.ts";

const SPEC = {
  info: { title: "Shop" },
  tags: [{ name: "a" }, { name: "b" }, { name: "c" }],
  paths: { "/a": { get: { deprecated: true } }, "/b": { get: {} } },
};

function overlaid(...actions: readonly unknown[]): Overlaid & { readonly codes: string[] } {
  const reported: Diagnostic[] = [];
  const overlay = {
    value: { overlay: "1.0.0", actions },
    at: { file: "overlay.yaml", pointer: "" },
  };
  const document = { value: SPEC, at: { file: "spec.yaml", pointer: "" } };
  const result = applyOverlays(document, [overlay], (one) => reported.push(one));
  return { ...result, codes: reported.map(({ code }) => code) };
}

describe("an action", () => {
  it.each([
    ["$.info", { title: "Store", version: "1" }, { info: { title: "Store", version: "1" } }],
    ["$.tags", { name: "d" }, { tags: [...SPEC.tags, { name: "d" }] }],
    ["$", { tags: ["d"] }, { tags: [...SPEC.tags, "d"] }],
    [
      "$.tags[?@.name == 'b']",
      { x: [1] },
      { tags: [SPEC.tags[0], { name: "b", x: [1] }, SPEC.tags[2]] },
    ],
    [
      "$.paths.*.get",
      { x: 1 },
      { paths: { "/a": { get: { deprecated: true, x: 1 } }, "/b": { get: { x: 1 } } } },
    ],
  ])("updates what %s selects", (target, update, expected) => {
    const { value, codes } = overlaid({ target, update });
    expect(value).toEqual({ ...SPEC, ...expected });
    expect(codes).toEqual([]);
  });

  it("removes what it selects, also several items of one list", () => {
    const { value } = overlaid(
      { target: "$.paths[?@.get.deprecated]", remove: true },
      { target: "$.tags[?@.name != 'b']", remove: true },
    );
    expect(value).toEqual({ ...SPEC, tags: [{ name: "b" }], paths: { "/b": { get: {} } } });
  });

  it("leaves the document that it was given as it was", () => {
    const before = structuredClone(SPEC);
    overlaid({ target: "$.info", update: { title: "Store" } }, { target: "$.tags", remove: true });
    expect(SPEC).toEqual(before);
  });

  it.each([
    [{ target: "$.nowhere", remove: true }, "overlay-without-match"],
    [{ target: "$.info.title", update: { a: 1 } }, "wrong-overlay"],
    [{ target: "$[", remove: true }, "wrong-overlay"],
    [{ target: "$..*..*..*..*", remove: true }, "wrong-overlay"],
    [{ target: "$.info" }, "wrong-overlay"],
    [{ update: {} }, "wrong-overlay"],
  ])("that cannot be carried out, %j, is reported as %s", (action, code) => {
    expect(overlaid(action).codes).toEqual([code]);
  });

  it("takes the name __proto__ for a key", () => {
    const update: unknown = JSON.parse('{"__proto__": {"polluted": true}}');
    const { value } = overlaid({ target: "$.info", update });
    expect(JSON.stringify(value)).toContain('"__proto__":{"polluted":true}');
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

describe("what overlays leave", () => {
  const { originalPlace } = overlaid(
    { target: "$.tags[0]", remove: true },
    { target: "$.paths['/b'].get", update: { operationId: "b", tags: [{ x: { y: 1 } }] } },
  );
  it.each([
    ["/tags/0/name", "spec.yaml", "/tags/1/name"],
    ["/tags/1", "spec.yaml", "/tags/2"],
    ["/paths/~1a/get/deprecated", "spec.yaml", "/paths/~1a/get/deprecated"],
    ["/paths/~1b/get", "spec.yaml", "/paths/~1b/get"],
    ["/paths/~1b/get/operationId", "overlay.yaml", "/actions/1/update/operationId"],
    ["/paths/~1b/get/tags/0/x/y", "overlay.yaml", "/actions/1/update/tags/0/x/y"],
  ])("at %s was written in %s at %s", (pointer, file, original) => {
    expect(originalPlace({ file: "spec.yaml", pointer })).toEqual({ file, pointer: original });
  });
});
