import { describe, expect, it } from "vitest";
import { createReporter } from "../diagnostics/reporter.ts";
import { findResources } from "../load/schema-resources.ts";
import type { SpecFiles } from "../load/spec-files.ts";
import { getMember, getValue, parsePointer } from "../resolve/json-pointer.ts";
import { upgradeSpec } from "./upgrade-spec.ts";

/** One file, without links to others. */
function oneFile(value: unknown): SpecFiles {
  const file = { path: "spec.yaml", text: "", resources: findResources("spec.yaml", value), value };
  return { entry: file.path, files: new Map([[file.path, file]]), links: new Map() };
}

async function upgrade(members: object): Promise<{
  value: unknown;
  codes: string[];
  original: (pointer: string) => string;
}> {
  const { report, diagnostics } = createReporter();
  const given = oneFile({ swagger: "2.0", info: { title: "Shop", version: "1" }, ...members });
  const { files, originalPlace } = await upgradeSpec(given, report);
  return {
    value: files.files.get("spec.yaml")?.value,
    codes: diagnostics.map(({ code, at }) => `${code} ${at?.pointer}`),
    original: (pointer) => originalPlace({ file: "spec.yaml", pointer }).pointer,
  };
}

/** Whether a pointer leads somewhere, so that no row of a table below speaks of what is not there. */
function exists(root: unknown, pointer: string): boolean {
  let value = root;
  for (const token of parsePointer(pointer) ?? ["?"]) {
    const member = getMember(value, token);
    if (!member) return false;
    value = member.value;
  }
  return true;
}

const DOCUMENT = {
  host: "shop.example.com",
  definitions: { Coupon: { type: "object", discriminator: "kind" } },
  parameters: { body: { in: "body", name: "b", schema: { type: "object", title: "B" } } },
  responses: { failed: { description: "No.", schema: { type: "string" } } },
  securityDefinitions: { key: { type: "apiKey", in: "header", name: "X-Key" } },
  paths: {
    "/a": {
      post: {
        parameters: [
          { in: "formData", name: "f", type: "string" },
          { in: "query", name: "q", type: "string" },
        ],
        responses: {
          200: {
            description: "Yes.",
            schema: { type: "object" },
            headers: { "X-A": { type: "integer" } },
          },
        },
      },
      put: { parameters: [{ $ref: "#/parameters/body" }], responses: {} },
    },
  },
};

const FORM = "/paths/~1a/post/requestBody/content/application~1x-www-form-urlencoded/schema";
const ANSWER = "/paths/~1a/post/responses/200";

describe("a place in an upgraded document", () => {
  it.each([
    ["/openapi", "/swagger"],
    ["/info/title", "/info/title"],
    ["/servers/0/url", "/host"],
    ["/components/schemas/Coupon/type", "/definitions/Coupon/type"],
    ["/components/schemas/Coupon/discriminator/propertyName", "/definitions/Coupon/discriminator"],
    [
      "/components/responses/failed/content/application~1json/schema/type",
      "/responses/failed/schema/type",
    ],
    ["/components/securitySchemes/key/name", "/securityDefinitions/key/name"],
    ["/paths/~1a/post/parameters/0/schema/type", "/paths/~1a/post/parameters/1/type"],
    [`${FORM}/properties/f/type`, "/paths/~1a/post/parameters/0/type"],
    [
      `${ANSWER}/content/application~1json/schema/type`,
      "/paths/~1a/post/responses/200/schema/type",
    ],
    [`${ANSWER}/headers/X-A/schema/type`, "/paths/~1a/post/responses/200/headers/X-A/type"],
    [
      "/paths/~1a/put/requestBody/content/application~1json/schema/title",
      "/parameters/body/schema/title",
    ],
  ])("%s was %s", async (pointer, original) => {
    const upgraded = await upgrade(DOCUMENT);
    expect(exists(upgraded.value, pointer)).toBe(true);
    expect(upgraded.original(pointer)).toBe(original);
  });
});

describe("an upgrade", () => {
  it("leaves documents of OpenAPI 3 as they are", async () => {
    const files = oneFile({ openapi: "3.0.0", definitions: {} });
    expect((await upgradeSpec(files, () => undefined)).files).toBe(files);
  });

  it("tells a reference that leads nowhere by its own words, once", async () => {
    const { codes } = await upgrade({
      definitions: { A: { properties: { b: { $ref: "#/definitions/B" } } } },
    });
    expect(codes).toEqual(["unresolved-ref /definitions/A/properties/b/$ref"]);
  });

  it("does not take the author's own values for references", async () => {
    const example = { $ref: "#/definitions/Nobody" };
    const { codes } = await upgrade({ definitions: { A: { type: "object", example } } });
    expect(codes).toEqual([]);
  });

  it("lets schemas be found by their URI and their anchors", async () => {
    const definitions = {
      A: { $id: "https://shop.test/a", properties: { b: { $anchor: "b" } } },
      C: {
        properties: { d: { $ref: "https://shop.test/a" }, e: { $ref: "https://shop.test/a#b" } },
      },
    };
    const { value, codes } = await upgrade({ definitions });
    expect(codes).toEqual([]);
    expect(getValue(value, ["components", "schemas", "C", "properties"])?.value).toEqual({
      d: { $ref: "#/components/schemas/A" },
      e: { $ref: "#/components/schemas/A/properties/b" },
    });
  });

  it("takes a list of schemas for items as alternatives, with a warning", async () => {
    const items = [{ type: "string" }, { $ref: "#/definitions/A" }];
    const { value, codes } = await upgrade({ definitions: { A: { type: "array", items } } });
    expect(codes).toEqual(["no-counterpart /definitions/A/items"]);
    const anyOf = [{ type: "string" }, { $ref: "#/components/schemas/A" }];
    expect(value).toMatchObject({ components: { schemas: { A: { items: { anyOf } } } } });
  });

  it.each([
    [["application/pdf"], { type: "file" }, ["application/pdf"]],
    [["application/json", "image/png"], { type: "file" }, ["image/png"]],
    [["application/json"], { type: "file" }, ["application/octet-stream"]],
    [[], { type: "file" }, ["application/octet-stream"]],
    [[], { type: "string" }, ["application/json"]],
    [["application/pdf"], { $ref: "#/definitions/A" }, ["application/json"]],
    [["application/pdf"], { type: "string" }, ["application/pdf"]],
    [["text/csv"], { type: "array", items: {} }, ["text/csv"]],
    [["application/xml", "application/json"], {}, ["application/xml", "application/json"]],
  ])("gives %j with %j the media types %j", async (produces, schema, types) => {
    const responses = { 200: { description: "Yes.", schema } };
    const paths = { "/a": { get: { produces, responses } } };
    const { value } = await upgrade({ paths, definitions: { A: {} } });
    const response = getValue(value, ["paths", "/a", "get", "responses", "200", "content"]);
    expect(Object.keys(Object(response?.value))).toEqual(types);
  });

  it.each([
    [[], false, ["application/x-www-form-urlencoded"]],
    [[], true, ["multipart/form-data"]],
    [["application/json"], false, ["application/x-www-form-urlencoded"]],
    [["multipart/form-data"], false, ["multipart/form-data"]],
    [["application/x-www-form-urlencoded"], true, ["multipart/form-data"]],
  ])(
    "sends a form that is taken as %j, with a file: %j, as %j",
    async (consumes, isFile, types) => {
      const parameters = [{ in: "formData", name: "f", type: isFile ? "file" : "string" }];
      const paths = { "/a": { post: { consumes, parameters, responses: {} } } };
      const { value } = await upgrade({ paths });
      const body = getValue(value, ["paths", "/a", "post", "requestBody"])?.value;
      expect(Object.keys(Object(getValue(body, ["content"])?.value))).toEqual(types);
      expect(body).not.toHaveProperty("required");
    },
  );

  it.each(["items", "headers", "properties", "default", "examples"])(
    "takes no longer for files below %s, however deep",
    async (key) => {
      let schema: object = { type: "file" };
      for (let depth = 0; depth < 250; depth += 1) schema = { type: "file", [key]: schema };
      const { codes } = await upgrade({ definitions: { A: schema } });
      expect(codes).toEqual([]);
    },
    2_000,
  );

  it("takes files for binary strings, but not in values of the author's own", async () => {
    const example = { type: "file" };
    const A = { type: "object", properties: { type: { type: "file" } }, example };
    const { value } = await upgrade({ definitions: { A } });
    expect(getValue(value, ["components", "schemas", "A"])?.value).toEqual({
      ...A,
      properties: { type: { type: "string", format: "binary" } },
    });
  });

  it("changes no file it was given", async () => {
    const before = JSON.stringify(DOCUMENT);
    await upgrade(DOCUMENT);
    expect(JSON.stringify(DOCUMENT)).toBe(before);
  });

  it.each(["__proto__", "constructor", "toString", "a/b", "a~b", "ü", "%41", "$ref"])(
    "keeps the name %s",
    async (name) => {
      const definitions = Object.fromEntries([[name, { type: "string" }]]);
      const { value, codes } = await upgrade({
        definitions,
        parameters: Object.fromEntries([[name, { in: "query", name, type: "string" }]]),
        responses: Object.fromEntries([[name, { description: name }]]),
      });
      const token = name.replaceAll("~", "~0").replaceAll("/", "~1");
      for (const section of ["schemas", "parameters", "responses"]) {
        expect(exists(value, `/components/${section}/${token}`), section).toBe(true);
      }
      expect(codes).toEqual([]);
    },
  );

  it("goes on beside what it cannot read", async () => {
    const odd = [null, 5, "x", true, [], {}];
    for (const value of odd) {
      const members = ["definitions", "parameters", "responses", "paths", "host", "schemes"];
      for (const key of [...members, "securityDefinitions", "consumes", "basePath"]) {
        expect((await upgrade({ [key]: value })).codes, `${key}: ${String(value)}`).toEqual([]);
        expect((await upgrade({ [key]: { a: value, "/a": { get: value } } })).codes).toEqual([]);
      }
    }
  });
});
