import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Link } from "../load/spec-files.ts";
import { parsePointer } from "../resolve/json-pointer.ts";
import { createSpecDocument } from "../resolve/create-document.ts";
import { bundleDocument } from "./bundle-document.ts";
import { findResources } from "../load/schema-resources.ts";

type Values = Readonly<Record<string, unknown>>;

/** Bundles files that lie in one folder, so that a name is a path. The entry document is `openapi.yaml`. */
function bundleOf(entry: unknown, others: Values = {}) {
  const values: Values = { "openapi.yaml": entry, ...others };
  const paths = Object.keys(values);
  const files = new Map(
    paths.map((path) => {
      const value = values[path];
      return [path, { path, text: "", value, resources: findResources(path, value) }];
    }),
  );
  const names = new Map<string, Link>(paths.map((path) => [path, { file: path }]));
  const links = new Map(paths.map((path) => [path, names]));
  const reported: Diagnostic[] = [];
  const report = (one: Diagnostic): void => void reported.push(one);
  const document = createSpecDocument({ entry: "openapi.yaml", files, links }, report);
  const value = bundleDocument(document, report);
  return { value, codes: reported.map(({ code }) => code) };
}

/** A document that holds `value` at `pointer` and nothing else; a number in the pointer makes a list. */
function holding(pointer: string, value: unknown): unknown {
  const tokens = parsePointer(pointer) ?? [];
  return tokens.reduceRight(
    (inner, token) => (token === "0" ? [inner] : { [token]: inner }),
    value,
  );
}

function at(pointer: string, value: unknown): unknown {
  const tokens = parsePointer(pointer) ?? [];
  return tokens.reduce(
    (inner, token) => Object.getOwnPropertyDescriptor(Object(inner), token)?.value,
    value,
  );
}

const GET = "/paths/~1a/get";
const BODY = `${GET}/requestBody/content/text~1plain`;
const RESPONSE = `${GET}/responses/200`;
const SCHEMA = "/components/schemas/Own";

/** Where references may stand, and the section in which what they lead to becomes a component. */
const PLACES: readonly (readonly [string, string])[] = [
  ["schemas", `${BODY}/schema`],
  ["schemas", `${GET}/parameters/0/schema`],
  ["schemas", `${GET}/parameters/0/content/text~1plain/schema`],
  ["schemas", `${RESPONSE}/headers/X-Count/schema`],
  ["schemas", "/webhooks/paid/post/requestBody/content/text~1plain/schema"],
  ["schemas", `${GET}/callbacks/done/{$url}/post/requestBody/content/text~1plain/schema`],
  ...["items", "not", "if", "additionalProperties", "unevaluatedProperties", "propertyNames"].map(
    (keyword) => ["schemas", `${SCHEMA}/${keyword}`] as const,
  ),
  ...["allOf/0", "anyOf/0", "oneOf/0", "prefixItems/0"].map(
    (keyword) => ["schemas", `${SCHEMA}/${keyword}`] as const,
  ),
  ...["properties", "patternProperties", "dependentSchemas", "$defs"].map(
    (keyword) => ["schemas", `${SCHEMA}/${keyword}/default`] as const,
  ),
  ["parameters", "/paths/~1a/parameters/0"],
  ["parameters", `${GET}/parameters/0`],
  ["parameters", "/webhooks/paid/post/parameters/0"],
  ["requestBodies", `${GET}/requestBody`],
  ["responses", RESPONSE],
  ["responses", "/components/callbacks/done/{$url}/post/responses/default"],
  ["headers", `${RESPONSE}/headers/X-Count`],
  ["headers", `${BODY}/encoding/file/headers/X-Count`],
  ["examples", `${BODY}/examples/value`],
  ["examples", `${GET}/parameters/0/examples/one`],
  ["links", `${RESPONSE}/links/next`],
  ["callbacks", `${GET}/callbacks/done`],
];

describe("a reference into another file", () => {
  it.each(PLACES)("becomes one to a component of %s at %s", (section, pointer) => {
    const thing = { description: "Thing.", example: [1] };
    const { value, codes } = bundleOf(holding(pointer, { $ref: "f.yaml#/x/thing" }), {
      "f.yaml": { x: { thing } },
    });
    expect(at(pointer, value)).toEqual({ $ref: `#/components/${section}/Thing` });
    expect(at(`/components/${section}/Thing`, value)).toEqual(thing);
    expect(codes).toEqual([]);
  });

  it("to a whole file is named after the file", () => {
    const { value } = bundleOf(holding(GET, { parameters: [{ $ref: "page-size.yaml" }] }), {
      "page-size.yaml": { name: "size", in: "query" },
    });
    expect(at(`${GET}/parameters/0/$ref`, value)).toBe("#/components/parameters/PageSize");
  });

  it("keeps the keywords beside it, in their order, and theirs are bundled too", () => {
    const before = { description: "Ours.", $ref: "f.yaml#/Money" };
    const beside = { ...before, properties: { tax: { $ref: "f.yaml#/Tax" } } };
    const { value } = bundleOf(holding(`${SCHEMA}/items`, beside), {
      "f.yaml": { Money: { type: "object" }, Tax: { type: "string" } },
    });
    const items = at(`${SCHEMA}/items`, value);
    expect(JSON.stringify(items)).toBe(
      JSON.stringify({
        description: "Ours.",
        $ref: "#/components/schemas/Money",
        properties: { tax: { $ref: "#/components/schemas/Tax" } },
      }),
    );
  });

  it("leads to one component however many there are", () => {
    const ref = { $ref: "f.yaml#/Money" };
    const { value } = bundleOf(holding(`${SCHEMA}/properties`, { a: ref, b: ref }), {
      "f.yaml": { Money: { properties: { again: { $ref: "#/Money" } } } },
    });
    const money = { $ref: "#/components/schemas/Money" };
    expect(at("/components/schemas", value)).toEqual({
      Own: { properties: { a: money, b: money } },
      Money: { properties: { again: money } },
    });
  });

  it("that leads nowhere stays, and is reported once", () => {
    const entry = holding(`${SCHEMA}/items`, { $ref: "f.yaml#/Mony" });
    const { value, codes } = bundleOf(entry, { "f.yaml": { Money: {} } });
    expect(value).toEqual(entry);
    expect(codes).toEqual(["unresolved-ref"]);
  });
});

describe("a reference within the bundle", () => {
  it.each([
    ["#/components/schemas/Own", "#/components/schemas/Own"],
    ["#/components/schemas/%4Fwn", "#/components/schemas/%4Fwn"],
    ["#spot", "#spot"],
    ["openapi.yaml#/components/schemas/Own", "#/components/schemas/Own"],
    ["openapi.yaml#spot", "#/components/schemas/Spot"],
    ["openapi.yaml#/x-odd/a~1b%20%23", "#/x-odd/a~1b%20%23"],
  ])("%s of the entry document is %s", (text, expected) => {
    const { value, codes } = bundleOf({
      components: {
        schemas: { Own: { type: "string" }, Spot: { $anchor: "spot" }, Here: { $ref: text } },
      },
      "x-odd": { "a/b #": { type: "string" } },
    });
    expect(at("/components/schemas/Here", value)).toEqual({ $ref: expected });
    expect(at("/components/schemas/Spot", value)).toEqual({ $anchor: "spot" });
    expect(codes).toEqual([]);
  });

  it.each([
    ["openapi.yaml#/components/schemas/Own", "#/components/schemas/Own"],
    ["#/Two", "#/components/schemas/Two"],
    ["#two", "#/components/schemas/Two"],
    ["g.yaml#three", "#/components/schemas/Three"],
  ])("%s of another file comes to be %s", (text, expected) => {
    const own = { type: "string" };
    const { value, codes } = bundleOf(
      { components: { schemas: { Own: own, Here: { items: { $ref: "f.yaml#/One" } } } } },
      {
        "f.yaml": { One: { items: { $ref: text } }, Two: { $anchor: "two", type: "number" } },
        "g.yaml": { Three: { $anchor: "three", type: "boolean" } },
      },
    );
    expect(at("/components/schemas/One", value)).toEqual({ items: { $ref: expected } });
    expect(JSON.stringify(value)).not.toContain("$anchor");
    expect(codes).toEqual([]);
  });
});

describe("a component of the entry document", () => {
  it("that only points into another file is what stands there, under its own name", () => {
    const { value } = bundleOf(
      {
        components: {
          schemas: { Price: { $ref: "f.yaml#/Money" }, Own: { items: { $ref: "f.yaml#/Money" } } },
          responses: { Gone: { $ref: "f.yaml#/NotFound" } },
          pathItems: { shop: { $ref: "f.yaml#/item" } },
          securitySchemes: { key: { $ref: "f.yaml#/key" } },
        },
      },
      {
        "f.yaml": {
          Money: { properties: { tax: { $ref: "#/Money" } } },
          NotFound: { description: "Gone." },
          item: { get: { summary: "It." } },
          key: { type: "apiKey", name: "k", in: "header" },
        },
      },
    );
    expect(at("/components", value)).toEqual({
      schemas: {
        Price: { properties: { tax: { $ref: "#/components/schemas/Price" } } },
        Own: { items: { $ref: "#/components/schemas/Price" } },
      },
      responses: { Gone: { description: "Gone." } },
      pathItems: { shop: { get: { summary: "It." } } },
      securitySchemes: { key: { type: "apiKey", name: "k", in: "header" } },
    });
  });

  it("that says more than a reference keeps it, and all it says", () => {
    const { value } = bundleOf(
      holding("/components/schemas/Price", { $ref: "f.yaml#/Money", description: "A price." }),
      { "f.yaml": { Money: { type: "object" } } },
    );
    expect(at("/components/schemas", value)).toEqual({
      Price: { $ref: "#/components/schemas/Money", description: "A price." },
      Money: { type: "object" },
    });
  });
});
