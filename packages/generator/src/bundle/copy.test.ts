import { describe, expect, it } from "vitest";
import type { Link } from "../load/spec-files.ts";
import { createSpecDocument } from "../resolve/create-document.ts";
import { bundleDocument } from "./bundle-document.ts";
import { findResources } from "../load/schema-resources.ts";

type Values = Readonly<Record<string, unknown>>;

/** Bundles files that lie in one folder. The first is the entry document. */
function bundled(values: Values): { readonly value: unknown; readonly codes: readonly string[] } {
  const paths = Object.keys(values);
  const files = new Map(
    paths.map((path) => {
      const value = values[path];
      return [path, { path, text: "", value, resources: findResources(path, value) }];
    }),
  );
  const names = new Map<string, Link>(paths.map((path) => [path, { file: path }]));
  const links = new Map(paths.map((path) => [path, names]));
  const codes: string[] = [];
  const report = ({ code }: { readonly code: string }): void => void codes.push(code);
  const document = createSpecDocument({ entry: paths[0] ?? "", files, links }, report);
  return { value: bundleDocument(document, report), codes };
}

const componentRef = (name: string): Values => ({ $ref: `#/components/schemas/${name}` });

describe("a Path Item of another file", () => {
  const answer = { responses: { 204: { description: "Done." } } };
  const files = {
    "a.yaml": { one: { get: answer, summary: "Theirs." }, two: { $ref: "#/one" } },
  };

  it.each([
    ["path", "paths", "/v1/a"],
    ["webhook", "webhooks", "paid"],
  ])("is put in the place of its reference as a %s", (_, field, name) => {
    const { value } = bundled({
      "openapi.yaml": { [field]: { [name]: { $ref: "a.yaml#/one" } } },
      ...files,
    });
    expect(value).toEqual({ [field]: { [name]: { get: answer, summary: "Theirs." } } });
  });

  it("is found behind a second reference", () => {
    const { value } = bundled({
      "openapi.yaml": { paths: { "/a": { $ref: "a.yaml#/two" } } },
      ...files,
    });
    expect(value).toEqual({ paths: { "/a": { get: answer, summary: "Theirs." } } });
  });

  it("is put into a callback", () => {
    const { value } = bundled({
      "openapi.yaml": {
        components: { callbacks: { done: { "{$url}": { $ref: "a.yaml#/one" } } } },
      },
      ...files,
    });
    const item = { get: answer, summary: "Theirs." };
    expect(value).toEqual({ components: { callbacks: { done: { "{$url}": item } } } });
  });

  it("yields to what stands beside the reference", () => {
    const { value } = bundled({
      "openapi.yaml": { paths: { "/a": { summary: "Ours.", $ref: "a.yaml#/one" } } },
      ...files,
    });
    expect(value).toEqual({ paths: { "/a": { get: answer, summary: "Ours." } } });
  });

  it("of the entry document stays where it is", () => {
    const entry = {
      paths: { "/a": { $ref: "#/components/pathItems/a" } },
      components: { pathItems: { a: { get: answer } } },
    };
    expect(bundled({ "openapi.yaml": entry }).value).toEqual(entry);
  });

  it("that holds itself ends in a reference to where it stands", () => {
    const item = (inner: unknown): Values => ({
      post: { callbacks: { done: { "{$url}": inner } } },
    });
    const { value, codes } = bundled({
      "openapi.yaml": { paths: { "/v1/~a": { $ref: "a.yaml" } } },
      "a.yaml": item({ $ref: "#" }),
    });
    expect(value).toEqual({ paths: { "/v1/~a": item({ $ref: "#/paths/~1v1~1~0a" }) } });
    expect(codes).toEqual([]);
  });
});

describe("recursion", () => {
  it.each([
    ["of one schema", { "tree.yaml": { items: { $ref: "#" } } }, { Tree: "Tree" }],
    [
      "of two schemas",
      {
        "tree.yaml": { items: { $ref: "leaf.yaml" } },
        "leaf.yaml": { items: { $ref: "tree.yaml" } },
      },
      { Leaf: "Tree", Tree: "Leaf" },
    ],
  ])("%s stays a reference", (_, files, links) => {
    const { value } = bundled({
      "openapi.yaml": { components: { schemas: { Own: { items: { $ref: "tree.yaml" } } } } },
      ...files,
    });
    const pairs = Object.entries({ Own: "Tree", ...links });
    const schemas = Object.fromEntries(
      pairs.map(([from, to]) => [from, { items: componentRef(to) }]),
    );
    expect(value).toEqual({ components: { schemas } });
  });

  it("of references alone is reported and ends", () => {
    const { value, codes } = bundled({
      "openapi.yaml": { paths: { "/a": { $ref: "a.yaml" } } },
      "a.yaml": { $ref: "openapi.yaml#/paths/~1a" },
    });
    expect(value).toEqual({ paths: { "/a": { $ref: "a.yaml" } } });
    expect(codes).toEqual(["circular-ref"]);
  });
});

describe("discriminator.mapping", () => {
  const files = {
    "pets.yaml": {
      Pet: { discriminator: { propertyName: "kind", mapping: { dog: "Dog", cat: "#/Cat" } } },
      Dog: { title: "A dog." },
      Cat: { title: "A cat." },
      components: { schemas: { Dog: { title: "Another dog." } } },
    },
    "cat.yaml": { title: "The cat of a file." },
  };

  it.each([
    ["a name", "Own", "Own"],
    ["a name with a dot", "v1.Own", "v1.Own"],
    ["a reference within", "#/components/schemas/Own", "#/components/schemas/Own"],
    [
      "a reference with the file's own name",
      "openapi.yaml#/components/schemas/Own",
      "#/components/schemas/Own",
    ],
    ["a pointer into another file", "pets.yaml#/Dog", "#/components/schemas/Dog"],
    ["a file", "cat.yaml", "#/components/schemas/Cat"],
  ])("keeps the meaning of %s", (_, text, expected) => {
    const { value } = bundled({
      "openapi.yaml": {
        components: {
          schemas: {
            Own: { title: "Own." },
            "v1.Own": { title: "An older one." },
            Pet: { discriminator: { propertyName: "kind", mapping: { it: text } } },
          },
        },
      },
      ...files,
    });
    expect(value).toHaveProperty("components.schemas.Pet.discriminator.mapping.it", expected);
  });

  it("of another file means that file, also by bare names", () => {
    const { value, codes } = bundled({
      "openapi.yaml": { components: { schemas: { Own: { items: { $ref: "pets.yaml#/Pet" } } } } },
      ...files,
    });
    expect(value).toHaveProperty("components.schemas.Pet.discriminator.mapping", {
      dog: "#/components/schemas/Dog",
      cat: "#/components/schemas/Cat",
    });
    expect(value).toHaveProperty("components.schemas.Dog.title", "Another dog.");
    expect(codes).toEqual([]);
  });

  it("leaves what leads nowhere as it is", () => {
    const entry = {
      components: {
        schemas: { Pet: { discriminator: { propertyName: "kind", mapping: { a: "Gone" } } } },
      },
    };
    expect(bundled({ "openapi.yaml": entry }).value).toEqual(entry);
  });
});

describe("what only looks like a reference", () => {
  const ref = { $ref: "f.yaml#/Money" };
  it.each([
    ["an example", { example: ref }],
    ["a default", { default: { inner: ref } }],
    ["a constant", { const: ref }],
    ["an allowed value", { enum: [ref] }],
    ["an example of JSON Schema", { examples: [ref] }],
    ["an extension", { "x-ours": { list: [ref] } }],
    ["a property of that name", { properties: { $ref: { type: "string" } } }],
  ])("stays as it is: %s", (_, schema) => {
    const entry = { components: { schemas: { Own: schema } } };
    const { value } = bundled({ "openapi.yaml": entry, "f.yaml": { Money: { title: "Money." } } });
    expect(value).toEqual(entry);
  });

  it.each(["example", "default", "enum", "x-own", "const", "value"])(
    "is one where %s is the name of a property",
    (name) => {
      const { value } = bundled({
        "openapi.yaml": { components: { schemas: { Own: { properties: { [name]: ref } } } } },
        "f.yaml": { Money: { title: "Money." } },
      });
      expect(value).toEqual({
        components: {
          schemas: {
            Own: { properties: { [name]: componentRef("Money") } },
            Money: { title: "Money." },
          },
        },
      });
    },
  );
});

describe("the order of members", () => {
  it("is that of the sources, and what comes from other files stands behind, by name", () => {
    const own = { Zebra: { title: "Z" }, Ant: { items: { $ref: "f.yaml#/Mole" } } };
    const { value } = bundled({
      "openapi.yaml": {
        paths: {},
        components: { schemas: { ...own, Bee: { items: { $ref: "f.yaml#/Hare" } } }, "x-a": 1 },
        openapi: "3.1.0",
      },
      "f.yaml": {
        Mole: { title: "m", $comment: "c", items: { $ref: "#/Fox" } },
        Hare: {},
        Fox: {},
      },
    });
    expect(JSON.stringify(value)).toBe(
      JSON.stringify({
        paths: {},
        components: {
          schemas: {
            Zebra: own.Zebra,
            Ant: { items: componentRef("Mole") },
            Bee: { items: componentRef("Hare") },
            Fox: {},
            Hare: {},
            Mole: { title: "m", $comment: "c", items: componentRef("Fox") },
          },
          "x-a": 1,
        },
        openapi: "3.1.0",
      }),
    );
  });

  it("lets a key that every object inherits be a plain member", () => {
    const odd = JSON.parse('{"__proto__": {"items": {"$ref": "f.yaml#/__proto__"}}}') as unknown;
    const { value } = bundled({
      "openapi.yaml": { components: { schemas: { Own: { properties: odd } } } },
      "f.yaml": JSON.parse('{"__proto__": {"title": "Odd."}}') as unknown,
    });
    expect(JSON.stringify(value)).toBe(
      '{"components":{"schemas":{"Own":{"properties":{"__proto__":{"items":{"$ref":"#/components/schemas/Proto"}}}},"Proto":{"title":"Odd."}}}}',
    );
  });
});
