import { describe, expect, it } from "vitest";
import { createReporter } from "../diagnostics/reporter.ts";
import type { SpecFiles } from "../load/spec-files.ts";
import { upgradeSpec } from "./upgrade-spec.ts";

/** Every construct that an upgrade looks at, once. */
const DOCUMENT = {
  swagger: "2.0",
  info: { title: "Shop", version: "1" },
  host: "shop.example.com",
  basePath: "/v1",
  schemes: ["https"],
  consumes: ["application/json"],
  produces: ["application/json"],
  definitions: {
    Pet: { type: "object", discriminator: "kind", properties: { kind: { type: "string" } } },
    Cat: { allOf: [{ $ref: "#/definitions/Pet" }], "x-ms-discriminator-value": "cat" },
  },
  parameters: {
    body: { in: "body", name: "body", schema: { $ref: "#/definitions/Pet" } },
    list: { in: "query", name: "l", type: "array", items: { type: "string" }, default: ["a"] },
  },
  responses: {
    failed: {
      description: "No.",
      schema: { type: "file" },
      headers: { "X-A": { type: "integer" } },
    },
  },
  securityDefinitions: {
    account: {
      type: "oauth2",
      flow: "implicit",
      authorizationUrl: "https://a",
      scopes: { a: "b" },
    },
  },
  paths: {
    "/a": {
      parameters: [{ $ref: "#/parameters/body" }, { in: "header", name: "h", type: "string" }],
      get: {
        parameters: [{ $ref: "#/parameters/list" }],
        responses: { 200: { $ref: "#/responses/failed" } },
      },
      post: {
        consumes: ["multipart/form-data"],
        parameters: [{ in: "formData", name: "f", type: "file", required: true }],
        responses: { default: { description: "x", examples: { "application/json": {} } } },
      },
    },
    "/b": { $ref: "#/paths/~1a" },
  },
};

const ODD: readonly unknown[] = [
  null,
  true,
  5,
  "",
  "x",
  [],
  [null],
  {},
  { $ref: "#" },
  { $ref: 5 },
  { $ref: "#/paths/~1b" },
  { $ref: "#/parameters/body" },
  JSON.parse('{"__proto__": {"in": "body"}, "constructor": 1}'),
];

/** Copies of `value`, each with one of its parts replaced by `odd`. */
function* withOdd(value: unknown, odd: unknown): Generator {
  yield odd;
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    for (const part of withOdd(member, odd)) {
      if (Array.isArray(value)) yield value.with(Number(key), part);
      else yield { ...value, [key]: part };
    }
  }
}

async function upgrade(value: unknown): Promise<{ files: SpecFiles; codes: string[] }> {
  const { report, diagnostics } = createReporter();
  const file = { path: "spec.yaml", text: "", value, resources: [] };
  const given = { entry: file.path, files: new Map([[file.path, file]]), links: new Map() };
  const { files } = await upgradeSpec(given, report);
  return { files, codes: diagnostics.map(({ code }) => code) };
}

describe("an upgrade of a document in which something is wrong", () => {
  it("finds nothing wrong with the right one", async () => {
    expect((await upgrade(DOCUMENT)).codes).toEqual([]);
  });

  it.each(ODD.map((odd) => [odd]))("ends with a document where %j stands anywhere", async (odd) => {
    for (const document of withOdd(DOCUMENT, odd)) {
      const { files } = await upgrade(document);
      expect(files.files.get("spec.yaml")).toBeDefined();
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("tells parameters that lead to each other in a circle", async () => {
    const parameters = { a: { $ref: "#/parameters/b" }, b: { $ref: "#/parameters/a" } };
    const paths = { "/a": { get: { parameters: [{ $ref: "#/parameters/a" }], responses: {} } } };
    expect((await upgrade({ ...DOCUMENT, parameters, paths })).codes).toContain("circular-ref");
  });
});
