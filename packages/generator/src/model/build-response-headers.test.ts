import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { findResources } from "../load/schema-resources.ts";
import { createSpecDocument } from "../resolve/create-document.ts";
import type { ResponseHeader } from "./api-model.ts";
import { buildModel } from "./build-model.ts";

function headersOf(headers: unknown): {
  readonly headers: readonly ResponseHeader[] | undefined;
  readonly codes: readonly string[];
} {
  const reported: Diagnostic[] = [];
  const report = (one: Diagnostic): void => void reported.push(one);
  const value = {
    openapi: "3.1.0",
    info: { title: "Shop API", version: "1" },
    paths: {
      "/notes": { get: { operationId: "notes.list", responses: { "200": { headers } } } },
    },
    components: {
      headers: { Link: { description: "Where more is.", schema: { type: "string" } } },
      schemas: { Rate: { type: "object", properties: { left: { type: "integer" } } } },
    },
  };
  const file = { path: "a", text: "", value, resources: findResources("a", value) };
  const names = new Map([["a", { file: "a" }]]);
  const document = createSpecDocument(
    { entry: "a", files: new Map([["a", file]]), links: new Map([["a", names]]) },
    report,
  );
  const [resource] = buildModel(document, report).resources;
  return {
    headers: resource?.operations[0]?.responses[0]?.headers,
    codes: reported.map(({ code }) => code),
  };
}

const STRING = { kind: "string", nullable: false, docs: {} };

describe("headers of a response", () => {
  it("are absent where none are described", () => {
    expect(headersOf(undefined).headers).toBeUndefined();
  });

  it("are sorted by name, whatever their case", () => {
    const { headers } = headersOf({ "x-b": {}, "X-C": {}, "X-A": {} });
    expect(headers?.map(({ name }) => name)).toEqual(["X-A", "x-b", "X-C"]);
  });

  it("have what the document says of them, references followed", () => {
    const { headers } = headersOf({
      Link: { $ref: "#/components/headers/Link" },
      "X-Rate": {
        required: true,
        explode: true,
        deprecated: true,
        schema: { $ref: "#/components/schemas/Rate" },
      },
    });
    expect(headers).toEqual([
      {
        name: "Link",
        required: false,
        explode: false,
        schema: STRING,
        docs: { description: "Where more is." },
      },
      {
        name: "X-Rate",
        required: true,
        explode: true,
        schema: { kind: "reference", schema: "Rate", nullable: false, docs: {} },
        docs: { deprecated: true },
      },
    ]);
  });

  it("tell the media type of a value that is written in one", () => {
    const content = { "application/json": { schema: { type: "boolean" } } };
    expect(headersOf({ "X-Flag": { content } }).headers).toEqual([
      {
        name: "X-Flag",
        required: false,
        explode: false,
        contentType: "application/json",
        schema: { kind: "boolean", nullable: false, docs: {} },
        docs: {},
      },
    ]);
  });

  it("are text where no schema says otherwise", () => {
    expect(headersOf({ "X-A": {} }).headers?.map(({ schema }) => schema)).toEqual([STRING]);
  });

  it.each([
    ["of Content-Type, which media types tell", "content-TYPE"],
    ["of a name that no header can have", "X\r\nSet-Cookie: a"],
    ["of another spelling of one that is there", "x-a"],
  ])("leave out a description %s", (_, name) => {
    const { headers } = headersOf({ "X-A": {}, [name]: {} });
    expect(headers?.map((header) => header.name)).toEqual(["X-A"]);
  });

  it("are said to be ignored where media types tell them", () => {
    expect(headersOf({ "Content-Type": {} }).codes).toContain("ignored-header");
  });
});
