import { describe, expect, it } from "vitest";
import { createOrigins } from "./origins.ts";

const at = (pointer: string, file = "a.yaml"): { file: string; pointer: string } => ({
  file,
  pointer,
});

describe("origins", () => {
  const origins = createOrigins();
  origins.record(at("/components/schemas"), at("/definitions"));
  origins.record(at("/paths/~1a/get/requestBody"), at("/parameters/body", "b.yaml"));
  origins.record(at("/paths/~1a/post/requestBody"), at("/parameters/body", "b.yaml"));

  it.each([
    [at(""), at("")],
    [at("/info/title"), at("/info/title")],
    [at("/components/schemas/A/type"), at("/definitions/A/type")],
    [at("/components/schemasAndMore"), at("/components/schemasAndMore")],
    [at("/paths/~1a/get/requestBody/content"), at("/parameters/body/content", "b.yaml")],
    [at("/components/schemas/A", "c.yaml"), at("/components/schemas/A", "c.yaml")],
  ])("lead from %o back to %o", (place, original) => {
    expect(origins.originalPlace(place)).toEqual(original);
  });

  it("lead references to the first of two places that came from one", () => {
    const original = at("/parameters/body/schema", "b.yaml");
    expect(origins.upgradedPlace(original)).toEqual(at("/paths/~1a/get/requestBody/schema"));
  });

  it("keep that the key is meant", () => {
    const place = { ...at("/components/schemas/A"), key: true };
    expect(origins.originalPlace(place)).toEqual({ ...at("/definitions/A"), key: true });
  });
});
