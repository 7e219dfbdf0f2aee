import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Link } from "../load/spec-files.ts";
import { child } from "./child.ts";
import { createSpecDocument } from "./create-document.ts";
import type { Node } from "./spec-document.ts";
import { findResources } from "../load/schema-resources.ts";

function documentOf(values: Readonly<Record<string, unknown>>, refused: readonly string[] = []) {
  const reported: Diagnostic[] = [];
  const paths = Object.keys(values);
  const files = new Map(
    paths.map((path) => {
      const value = values[path];
      return [path, { path, text: "", value, resources: findResources(path, value) }];
    }),
  );
  // All files lie in one folder, so that a name is a path.
  const names = new Map<string, Link>(paths.map((path) => [path, { file: path }]));
  for (const name of refused) names.set(name, "refused");
  const links = new Map(paths.map((path) => [path, names]));
  const document = createSpecDocument({ entry: paths[0] ?? "", files, links }, (one) =>
    reported.push(one),
  );
  return { document, reported };
}

function ref($ref: unknown, file = "a"): Node {
  return { value: { $ref }, at: { file, pointer: "/here" } };
}

const SPEC = {
  a: {
    components: {
      schemas: { Coupon: { type: "object" }, Alias: { $ref: "#/components/schemas/Coupon" } },
    },
    paths: { "/v1/coupons": { $ref: "b#/coupons" } },
    list: [{ x: 1 }],
    "100%": 1,
    named: { $anchor: "spot", type: "string" },
  },
  b: { coupons: { get: { id: 1 } }, loop: { $ref: "#/loop" }, two: { $ref: "a#/list/0" } },
};

describe("createSpecDocument", () => {
  it.each([
    ["#/components/schemas/Coupon", "a", "/components/schemas/Coupon"],
    ["#/components/schemas/Alias", "a", "/components/schemas/Coupon"],
    ["#/%6Cist/0", "a", "/list/0"],
    ["#/100%", "a", "/100%"],
    ["#/100%25", "a", "/100%"],
    ["#spot", "a", "/named"],
    ["a#spot", "a", "/named"],
    ["b", "b", ""],
    ["b#", "b", ""],
    ["#", "a", ""],
    ["", "a", ""],
    ["b#/two", "a", "/list/0"],
    ["#/paths/~1v1~1coupons", "b", "/coupons"],
    ["#/paths/~1v1~1coupons/get", "b", "/coupons/get"],
  ])("follows %j to %s#%s", (text, file, pointer) => {
    const { document, reported } = documentOf(SPEC);
    expect(document.follow(ref(text))?.at).toEqual({ file, pointer });
    expect(reported).toEqual([]);
  });

  it("goes one reference at a time when asked for a step", () => {
    const { document } = documentOf(SPEC);
    const alias = document.step(ref("#/components/schemas/Alias"));
    expect(alias?.at.pointer).toBe("/components/schemas/Alias");
    expect(alias && document.step(alias)?.at.pointer).toBe("/components/schemas/Coupon");
  });

  it("copies nothing", () => {
    const { document } = documentOf(SPEC);
    expect(document.follow(ref("#/list/0"))?.value).toBe(SPEC.a.list[0]);
  });

  it("gives a value that is not a reference back", () => {
    const { document, reported } = documentOf(SPEC);
    for (const value of [1, null, "x", [], {}, { $ref: { type: "string" } }]) {
      const node = { value, at: { file: "a", pointer: "" } };
      expect(document.follow(node)).toBe(node);
    }
    expect(reported).toEqual([]);
  });

  it.each([
    ["#/components/schemas/Cupon", 'did you mean "#/components/schemas/Coupon"?'],
    ["#/component/schemas/Coupon", 'did you mean "#/components/schemas/Coupon"?'],
    ["b#/cupons/get", 'did you mean "b#/coupons/get"?'],
    ["#spit", 'did you mean "#spot"?'],
    ["#/nothing/like/it", "add it, or refer to something else"],
    ["#/list/1", 'did you mean "#/list/0"?'],
    ["#/components/toString", "add it, or refer to something else"],
    ["gone.yaml", "add it, or refer to something else"],
  ])("reports %j, with the hint: %s", (text, hint) => {
    const { document, reported } = documentOf(SPEC);
    expect(document.follow(ref(text))).toBeUndefined();
    const at = { file: "a", pointer: "/here/$ref" };
    expect(reported).toMatchObject([{ code: "unresolved-ref", severity: "error", at, hint }]);
  });

  it("reports each place once, however often it is asked", () => {
    const { document, reported } = documentOf(SPEC);
    document.follow(ref("#/gone"));
    document.follow(ref("#/gone"));
    document.follow({ ...ref("#/gone"), at: { file: "a", pointer: "/there" } });
    expect(reported.map(({ at }) => at?.pointer)).toEqual(["/here/$ref", "/there/$ref"]);
  });

  it.each([[5], [true], [null], ["#/a~2"]])("refuses %j as a reference", (text) => {
    const { document, reported } = documentOf(SPEC);
    expect(document.follow(ref(text))).toBeUndefined();
    expect(reported).toMatchObject([{ code: "invalid-ref" }]);
  });

  it("is silent about what loading has reported", () => {
    const { document, reported } = documentOf(SPEC, ["secret.yaml"]);
    expect(document.follow(ref("secret.yaml#/x"))).toBeUndefined();
    expect(reported).toEqual([]);
  });

  it("finds circles of bare references", () => {
    const circle = { a: { x: { $ref: "#/y" }, y: { $ref: "b#/z" } }, b: { z: { $ref: "a#/x" } } };
    for (const start of ["#/x", "#/y", "b#/z"]) {
      const { document, reported } = documentOf(circle);
      expect(document.follow(ref(start))).toBeUndefined();
      expect(reported).toMatchObject([{ code: "circular-ref" }]);
    }
    const { document, reported } = documentOf(SPEC);
    expect(document.follow(ref("b#/loop"))).toBeUndefined();
    expect(reported).toMatchObject([{ code: "circular-ref" }]);
  });

  it("ends when pointers lead through references that need each other", () => {
    const { document, reported } = documentOf({
      a: { x: { $ref: "#/y/in" }, y: { $ref: "#/x/in" }, z: { $ref: "#/z/in" } },
    });
    expect(document.follow(ref("#/x/in"))).toBeUndefined();
    expect(document.follow(ref("#/z/in"))).toBeUndefined();
    expect(reported.length).toBeGreaterThan(0);
  });
});

describe("child", () => {
  it("keeps the place, escaped as a pointer", () => {
    const { document } = documentOf(SPEC);
    const paths = child(document.root, "paths");
    expect(paths && child(paths, "/v1/coupons")?.at).toEqual({
      file: "a",
      pointer: "/paths/~1v1~1coupons",
    });
    expect(child(document.root, "toString")).toBeUndefined();
  });
});
