import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { findResources } from "../../load/schema-resources.ts";
import { createSpecDocument } from "../../resolve/create-document.ts";
import { lint } from "../index.ts";
import type { Schemas } from "../rule.ts";

// What is legal but unwise, and what only looks like it.

const ANYTHING: Schemas = {
  at: () => ({ kind: "unknown", nullable: false, docs: {} }),
  content: () => undefined,
};

const COMPONENTS = {
  schemas: {
    Open: { type: "object", properties: { a: {} } },
    Closed: { type: "object", properties: { a: {} }, additionalProperties: false },
    Named: { type: "object", required: ["b"], properties: { b: {} } },
    Circle: { allOf: [{ $ref: "#/components/schemas/Circle" }], additionalProperties: false },
    Text: { type: "string" },
    Word: { type: "string", pattern: "^[a-z]+$" },
  },
};

/** Places, below `place`, of what the rule of `code` reports in a document. */
function told(code: string, place: string, parts: object): readonly string[] {
  const reported: Diagnostic[] = [];
  const value = { openapi: "3.1.0", info: {}, components: COMPONENTS, ...parts };
  const file = { path: "a", text: "", value, resources: findResources("a", value) };
  const document = createSpecDocument(
    {
      entry: "a",
      files: new Map([["a", file]]),
      links: new Map([["a", new Map([["a", { file: "a" }]])]]),
    },
    () => undefined,
  );
  lint(document, ANYTHING, (diagnostic) => reported.push(diagnostic));
  return reported
    .filter((one) => one.code === code)
    .map(({ at }) => at?.pointer ?? "")
    .filter((pointer) => pointer.startsWith(place))
    .map((pointer) => pointer.slice(place.length))
    .sort();
}

function inSchema(code: string, schema: object): readonly string[] {
  const content = { "application/json": { schema } };
  const paths = { "/a": { post: { requestBody: { content }, responses: {} } } };
  const place = "/paths/~1a/post/requestBody/content/application~1json/schema";
  return told(code, place, { paths });
}

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

describe("ineffective-keyword", () => {
  it.each([
    [{ type: "integer", pattern: "a", minLength: 1 }, ["/minLength", "/pattern"]],
    [{ type: "string", minimum: 1 }, ["/minimum"]],
    [{ type: "array", properties: {} }, ["/properties"]],
    [{ type: ["string", "null"], items: {} }, ["/items"]],
    [{ type: ["string", "integer"], minimum: 1, pattern: "a" }, []],
    [{ type: "integer", minimum: 1 }, []],
    [{ pattern: "a", minimum: 1 }, []],
    [{ type: "null", pattern: "a" }, []],
  ])("of %j tells of %j", (schema, places) => {
    expect(inSchema("ineffective-keyword", schema)).toEqual(places);
  });
});

describe("overlapping-variants", () => {
  it.each([
    [[{ type: "integer" }, { type: "number" }], ["/oneOf/0"]],
    [[{ type: "number" }, { type: "integer" }], ["/oneOf/1"]],
    [
      [
        { type: "string", format: "date" },
        { type: "string", format: "uuid" },
      ],
      ["/oneOf/0"],
    ],
    [[ref("Text"), ref("Word")], ["/oneOf/1"]],
    [[ref("Named"), ref("Named")], ["/oneOf/0"]],
    [[{ enum: ["a"] }, {}], ["/oneOf/0"]],
    [[{ type: "string" }, { type: "number" }], []],
    [[ref("Open"), ref("Named")], []],
    [
      [
        { type: "string", maxLength: 1 },
        { type: "string", minLength: 2 },
      ],
      [],
    ],
    [[{ type: ["string", "null"] }, { type: "string" }], ["/oneOf/1"]],
  ])("of %j tells of %j", (oneOf, places) => {
    expect(inSchema("overlapping-variants", { oneOf })).toEqual(places);
  });
});

describe("closed-part", () => {
  it.each([
    [{ allOf: [ref("Closed"), ref("Named")] }, ["/allOf/0"]],
    [
      { allOf: [ref("Named")], properties: { a: {} }, additionalProperties: false },
      ["/additionalProperties"],
    ],
    [{ allOf: [ref("Closed"), ref("Open")] }, []],
    [{ allOf: [ref("Open"), ref("Named")] }, []],
    [{ allOf: [ref("Closed"), { description: "More." }] }, []],
    [{ allOf: [ref("Circle")] }, []],
  ])("of %j tells of %j", (schema, places) => {
    expect(inSchema("closed-part", schema)).toEqual(places);
  });
});

describe("nullable-enum", () => {
  it.each([
    [{ nullable: true, enum: ["a"] }, ["/enum"]],
    [{ type: ["string", "null"], enum: ["a"] }, ["/enum"]],
    [{ type: ["string", "null"], enum: ["a", null] }, []],
    [{ type: "string", enum: ["a"] }, []],
    [{ type: ["string", "null"] }, []],
  ])("of %j tells of %j", (schema, places) => {
    expect(inSchema("nullable-enum", schema)).toEqual(places);
  });
});

describe("ineffective-default", () => {
  it.each([
    [{ required: true, schema: { default: 1 } }, ["/schema/default"]],
    [{ required: false, schema: { default: 1 } }, []],
    [{ required: true, schema: {} }, []],
    [{ required: true, schema: { default: 1 }, "x-specwright": { option: "a" } }, []],
  ])("of %j tells of %j", (parameter, places) => {
    const parameters = [{ name: "a", in: "query", ...parameter }];
    const paths = { "/a": { get: { parameters, responses: {} } } };
    expect(told("ineffective-default", "/paths/~1a/get/parameters/0", { paths })).toEqual(places);
  });
});

describe("unused-tag", () => {
  const paths = { "/a": { get: { operationId: "billing.meters.list", tags: ["used"] } } };
  it.each([
    [[{ name: "used" }, { name: "left" }], ["/1/name"]],
    [[{ name: "used", parent: "above" }, { name: "above", parent: "top" }, { name: "top" }], []],
    [[{ name: "used", parent: "used" }], []],
    [[{ name: "Billing" }, { name: "Billing Meters" }], []],
    [[{ name: "List" }], ["/0/name"]],
  ])("of %j tells of %j", (tags, places) => {
    expect(told("unused-tag", "/tags", { paths, tags })).toEqual(places);
  });

  it("says nothing of a document without operations", () => {
    expect(told("unused-tag", "/tags", { tags: [{ name: "left" }] })).toEqual([]);
  });
});
