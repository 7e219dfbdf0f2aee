import { describe, expect, it } from "vitest";
import { createBases } from "./bases.ts";

describe("the base of references", () => {
  it.each([
    ["spec/a.yaml", undefined, "spec/a.yaml"],
    ["spec/a.yaml", "https://example.com/api/b.yaml", "spec/a.yaml"],
    ["spec/a.yaml", "/api/b.yaml", "spec/a.yaml"],
    ["spec/a.yaml", "parts/b.yaml", "spec/parts/b.yaml"],
    ["spec/a.yaml", "../b.yaml", "b.yaml"],
    ["spec/a.yaml", "b.yaml#/x", "spec/a.yaml"],
    ["https://example.com/a.yaml", undefined, "https://example.com/a.yaml"],
    ["https://example.com/a.yaml", "/api/b.yaml", "https://example.com/api/b.yaml"],
    ["https://example.com/a.yaml", "https://other.test/b.yaml", "https://other.test/b.yaml"],
  ])("of %s that calls itself %s is %s", (path, $self, base) => {
    const bases = createBases();
    bases.add(path, { ...($self !== undefined && { $self }) });
    expect(bases.baseOf(path)).toBe(base);
  });

  it("is where a redirect led", () => {
    const bases = createBases();
    bases.add("https://a.test/x", {}, "https://b.test/dir/y");
    expect(bases.baseOf("https://a.test/x")).toBe("https://b.test/dir/y");
  });

  it("lets a file be found by what it calls itself", () => {
    const bases = createBases();
    bases.add("spec/a.yaml", { $self: "https://example.com/api/a" });
    bases.add("spec/b.yaml", { $self: "https://example.com/api/b" });
    expect(bases.fileCalled("https://example.com/api/b", "spec/a.yaml")).toBe("spec/b.yaml");
    expect(bases.fileCalled("b", "spec/a.yaml")).toBe("spec/b.yaml");
    expect(bases.fileCalled("c", "spec/a.yaml")).toBeUndefined();
    expect(bases.addressOf("c", "spec/a.yaml")).toBe("https://example.com/api/c");
    expect(bases.addressOf("c", "spec/other.yaml")).toBeUndefined();
  });

  it.each([[null], [5], ["x"], [[]], [{ $self: 5 }], [{ $self: "" }]])(
    "is the file itself when it is %j",
    (value) => {
      const bases = createBases();
      bases.add("a.yaml", value);
      expect(bases.baseOf("a.yaml")).toBe("a.yaml");
    },
  );
});
