import { describe, expect, it } from "vitest";
import type { Link } from "../load/spec-files.ts";
import { createSpecDocument } from "../resolve/create-document.ts";
import type { Node } from "../resolve/spec-document.ts";
import { createComponents } from "./components.ts";
import type { Section } from "../structure/object-kinds.ts";

function componentsOf(components: unknown = {}) {
  const value = { components };
  const entry = "api/openapi.yaml";
  const files = new Map([[entry, { path: entry, text: "", value, resources: [] }]]);
  const links = new Map<string, ReadonlyMap<string, Link>>();
  return createComponents(createSpecDocument({ entry, files, links }, () => undefined));
}

const node = (place: string): Node => {
  const [file = "", pointer = ""] = place.split("#");
  return { value: {}, at: { file, pointer } };
};

describe("the name of a component", () => {
  it.each<[Section, readonly string[], readonly string[]]>([
    ["parameters", ["api/f.yaml#/page-size"], ["PageSize"]],
    ["parameters", ["api/page-size.yaml"], ["PageSize"]],
    ["parameters", ["api/page.size.v2.yaml"], ["PageSizeV2"]],
    ["parameters", ["api/a/limit.yaml", "api/b/limit.yaml"], ["Limit", "BLimit"]],
    [
      "headers",
      ["api/f.yaml#/x/id", "api/f.yaml#/y/id", "api/g.yaml#/y/id"],
      ["Id", "YId", "GYId"],
    ],
    ["examples", ["api/f.yaml#/a~1b", "api/f.yaml#/a-b"], ["AB", "FAB"]],
    [
      "responses",
      ["api/f.yaml#/a-b", "api/f.yaml#/a_b", "api/f.yaml#/a.b"],
      ["AB", "FAB", "FABValue"],
    ],
    ["links", ["api/f.yaml#/404"], ["404"]],
    ["schemas", ["api/a.yaml#/Money", "api/b.yaml#/Money"], ["Money", "MoneyValue"]],
  ])("in %s for %j is %j: longer for a clash, never counted", (section, places, names) => {
    const { nameOf, adopted } = componentsOf();
    expect(places.map((place) => nameOf(node(place), section))).toEqual(names);
    expect(adopted.map(({ name }) => name)).toEqual(names);
  });

  it("belongs to the entry document first", () => {
    const { nameOf } = componentsOf({ parameters: { Limit: {} }, schemas: { Money: {} } });
    expect(nameOf(node("api/a/limit.yaml"), "parameters")).toBe("ALimit");
    expect(nameOf(node("api/f.yaml#/Money"), "schemas")).toBe("MoneyValue");
    expect(nameOf(node("api/a/limit.yaml"), "headers")).toBe("Limit");
  });

  it("is the same each time, and adopted once", () => {
    const { nameOf, adopted } = componentsOf();
    const names = ["api/f.yaml#/a", "api/f.yaml#/a"].map((at) => nameOf(node(at), "links"));
    expect(names).toEqual(["A", "A"]);
    expect(adopted).toHaveLength(1);
  });

  it("of what the entry document declares is the one it has there", () => {
    const { nameOf, adopted } = componentsOf({ headers: { "x-count": {} } });
    expect(nameOf(node("api/openapi.yaml#/components/headers/x-count"), "headers")).toBe("x-count");
    expect(adopted).toEqual([]);
  });
});
