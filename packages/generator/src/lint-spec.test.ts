import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { commandLineConfig } from "./config/command-line-config.ts";
import { resolveConfig } from "./config/resolve-config.ts";
import { lintSpec } from "./lint-spec.ts";
import type { FileRead } from "./load/read-file.ts";
import { startRun } from "./run.ts";

const CWD = resolve("/project");

type Spec = Readonly<Record<string, unknown>>;

/** What is found in a spec of files that exist nowhere but here, as `code file#pointer`. */
async function lint(entry: Spec, others: Readonly<Record<string, unknown>> = {}) {
  const files: Readonly<Record<string, unknown>> = { "spec.json": entry, ...others };
  const readFile = (path: string): FileRead => {
    const value = files[path.slice(CWD.length + 1).replaceAll("\\", "/")];
    return value === undefined
      ? { kind: "missing" }
      : { kind: "text", text: JSON.stringify(value) };
  };
  const config = resolveConfig(
    commandLineConfig(resolve(CWD, "spec.json")),
    { root: CWD },
    () => undefined,
  );
  if (!config) throw new Error("the configuration of this test is wrong");
  const run = startRun(config, { cwd: CWD, readFile });
  await lintSpec(run, CWD);
  const diagnostics = (await run.findings()).map(({ diagnostic }) => diagnostic);
  return {
    messages: diagnostics.map(({ message }) => message),
    found: diagnostics.map(({ code, at }) =>
      at ? `${code} ${at.file === "spec.json" ? "" : at.file}#${at.pointer}` : code,
    ),
  };
}

/** A spec with one operation, of which nothing bad can be said. */
function spec(operation: Spec = {}, document: Spec = {}): Spec {
  return {
    openapi: "3.1.0",
    info: { title: "Shop API", version: "1" },
    tags: [{ name: "Coupons", description: "What makes a price smaller." }],
    paths: {
      "/coupons": {
        // A body has no meaning in a GET.
        [operation["requestBody"] ? "post" : "get"]: {
          operationId: "coupons.list",
          tags: ["Coupons"],
          summary: "Lists coupons.",
          responses: { "204": { description: "There is nothing to tell." } },
          ...operation,
        },
      },
    },
    ...document,
  };
}

const withSchema = (schema: Spec): Spec => spec({ responses: { "200": answer(schema) } });

function answer(schema: unknown, media: Spec = {}): Spec {
  const content = { "application/json": { schema, ...media } };
  return { description: "One.", content };
}

const described = { description: "Said." };
const ref = (name: string) => ({ $ref: `#/components/${name}` });
const GET = "#/paths/~1coupons/get";
const POST = "#/paths/~1coupons/post";

describe("the rule operation-without-id", () => {
  it.each<[string, Spec, string[]]>([
    ["has nothing against an id", spec(), []],
    ["misses an id", spec({ operationId: undefined }), [`operation-without-id ${GET}`]],
    ["takes no blank for one", spec({ operationId: " " }), [`operation-without-id ${GET}`]],
    [
      "leaves webhooks alone",
      spec({}, { webhooks: { made: { post: { summary: "a", responses: { "200": described } } } } }),
      [],
    ],
  ])("%s", async (_, document, found) => {
    const all = (await lint(document)).found;
    expect(all.filter((one) => !one.startsWith("standard-rule"))).toEqual(found);
  });
});

describe("the rules for operations", () => {
  it.each<[string, Spec, string[]]>([
    ["miss a summary", spec({ summary: "" }), [`operation-without-summary ${GET}`]],
    [
      "miss the summary of a webhook",
      spec({}, { webhooks: { made: { post: { responses: { "200": described } } } } }),
      ["operation-without-summary #/webhooks/made/post"],
    ],
    ["miss a tag", spec({ tags: [] }), [`operation-without-tag ${GET}`]],
    ["want tags declared", spec({ tags: ["Coupns"] }), [`operation-without-tag ${GET}/tags/0`]],
    [
      "miss success among failures",
      spec({ responses: { "400": described, "5XX": described } }),
      [`operation-without-success ${GET}`],
    ],
    [
      "miss success without responses",
      spec({ responses: {} }),
      [`operation-without-success ${GET}`],
    ],
    ["take a redirection for success", spec({ responses: { "302": described } }), []],
    ["take a range for success", spec({ responses: { "2XX": described } }), []],
    ["take the default for success", spec({ responses: { default: described } }), []],
  ])("%s", async (_, document, found) => {
    expect((await lint(document)).found).toEqual(found);
  });

  it("propose the tag that was meant", async () => {
    const { messages } = await lint(spec({ tags: ["Coupns"] }));
    expect(messages).toEqual(['The tag "Coupns" is not declared under "tags" of the document.']);
  });
});

describe("the rule undescribed", () => {
  const body = (schema: unknown): Spec =>
    spec({ requestBody: { content: { "application/x-www-form-urlencoded": { schema } } } });
  const component = (schema: unknown): Spec => ({
    ...withSchema(ref("schemas/Coupon")),
    components: { schemas: { Coupon: schema, Said: { ...described, type: "string" } } },
  });
  const coupon = "undescribed #/components/schemas/Coupon";

  it.each<[string, Spec, string[]]>([
    [
      "misses the description of a parameter",
      spec({ parameters: [{ name: "a", in: "query", schema: { type: "string", ...described } }] }),
      [`undescribed ${GET}/parameters/0`],
    ],
    ["misses that of a tag", spec({}, { tags: [{ name: "Coupons" }] }), ["undescribed #/tags/0"]],
    [
      "misses that of a security scheme",
      spec(
        { security: [{ key: [] }] },
        { components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } } },
      ),
      ["undescribed #/components/securitySchemes/key"],
    ],
    [
      "misses those of a component and its properties",
      component({ type: "object", properties: { a: { type: "string" }, b: described } }),
      [coupon, `${coupon}/properties/a`],
    ],
    [
      "looks into the parts of a component",
      component({
        ...described,
        allOf: [{ type: "object", properties: { a: { type: "string" } } }],
      }),
      [`${coupon}/allOf/0/properties/a`],
    ],
    [
      "looks no deeper",
      component({ ...described, properties: { a: { ...described, properties: { b: {} } } } }),
      [],
    ],
    [
      "takes the description of what a reference leads to",
      component({
        ...described,
        properties: {
          a: ref("schemas/Said"),
          b: { deprecated: true, allOf: [ref("schemas/Said")] },
        },
      }),
      [],
    ],
    [
      "misses those of the fields of a request",
      body({ type: "object", properties: { a: { type: "string" } } }),
      [
        `undescribed ${POST}/requestBody/content/application~1x-www-form-urlencoded/schema/properties/a`,
      ],
    ],
    ["has nothing against a nameless answer", withSchema({ properties: { a: {} } }), []],
  ])("%s", async (_, document, found) => {
    const unused = "unused-component #/components/schemas/Said";
    const all = (await lint(document)).found;
    expect(all.filter((one) => one !== unused)).toEqual(found);
  });

  it("misses the description of a response, which the standard does, too", async () => {
    const { found } = await lint(spec({ responses: { "204": {} } }));
    expect(found).toContain(`undescribed ${GET}/responses/204`);
  });
});

describe("the rule example-mismatch", () => {
  const SCHEMA = { type: "integer", minimum: 1 };
  const media = `${GET}/responses/200/content/application~1json`;

  it.each<[string, Spec, string[]]>([
    [
      "looks at the example of a parameter",
      spec({
        parameters: [{ name: "a", in: "query", ...described, schema: SCHEMA, example: "1" }],
      }),
      [`example-mismatch ${GET}/parameters/0/example`],
    ],
    [
      "looks at the examples of a body, by reference too",
      {
        ...spec({
          responses: {
            "200": answer(SCHEMA, { examples: { a: { value: 0 }, b: ref("examples/B") } }),
          },
        }),
        components: { examples: { B: { value: -1 } } },
      },
      [
        "example-mismatch #/components/examples/B/value",
        `example-mismatch ${media}/examples/a/value`,
      ],
    ],
    [
      "looks at examples and default of a schema",
      withSchema({ ...SCHEMA, example: 0, examples: [1, 2.5], default: null }),
      ["default", "example", "examples/1"].map((key) => `example-mismatch ${media}/schema/${key}`),
    ],
    [
      "points into the example",
      withSchema({ type: "object", additionalProperties: SCHEMA, example: { a: 1, b: [] } }),
      [`example-mismatch ${media}/schema/example/b`],
    ],
    [
      "holds a form against its schema as JSON",
      spec({
        requestBody: {
          content: {
            "application/x-www-form-urlencoded": {
              schema: { type: "object", properties: { a: { ...SCHEMA, ...described } } },
              example: { a: 1 },
            },
          },
        },
      }),
      [],
    ],
    [
      "passes over the text of XML",
      spec({
        responses: {
          "200": {
            description: "One.",
            content: { "application/xml": { schema: { type: "object" }, example: "<a/>" } },
          },
        },
      }),
      [],
    ],
  ])("%s", async (_, document, found) => {
    expect((await lint(document)).found.sort()).toEqual(found);
  });
});

describe("the rule unused-component", () => {
  const schemas = (all: Spec): Spec => ({
    ...withSchema(ref("schemas/A")),
    components: { schemas: all },
  });
  const a = { ...described, type: "string" };
  const holding = (name: string): Spec => ({
    ...described,
    properties: { x: ref(`schemas/${name}`) },
  });

  it.each<[string, Spec, string[]]>([
    ["follows references", schemas({ A: holding("B"), B: a }), []],
    [
      "takes what only the unused use for unused",
      schemas({ A: a, B: holding("C"), C: a }),
      ["B", "C"].map((name) => `unused-component #/components/schemas/${name}`),
    ],
    [
      "finds components that use each other and nothing else",
      schemas({ A: a, B: holding("B") }),
      ["unused-component #/components/schemas/B"],
    ],
    ["counts a part", schemas({ A: ref("schemas/B/properties/x"), B: holding("C"), C: a }), []],
    [
      "counts what a discriminator maps to, and what is built on its schema",
      schemas({
        A: {
          ...described,
          type: "object",
          required: ["kind"],
          properties: { kind: { type: "string", ...described } },
          discriminator: { propertyName: "kind", mapping: { b: "B" } },
        },
        B: { ...described, type: "object" },
        C: { ...described, allOf: [ref("schemas/A"), holding("D")] },
        D: a,
      }),
      [],
    ],
    [
      "lets be what is public by itself",
      schemas({ A: a, B: { ...a, "x-specwright": { public: true } } }),
      [],
    ],
    [
      "looks at every section",
      spec(
        {},
        {
          components: {
            headers: { A: { ...described, schema: a } },
            examples: { B: { value: 1 } },
          },
        },
      ),
      ["unused-component #/components/examples/B", "unused-component #/components/headers/A"],
    ],
    [
      "looks for the names of security schemes",
      spec(
        { security: [{ one: [] }] },
        {
          components: {
            securitySchemes: {
              one: { type: "http", scheme: "bearer", ...described },
              two: { type: "http", scheme: "basic", ...described },
            },
          },
        },
      ),
      ["unused-component #/components/securitySchemes/two"],
    ],
  ])("%s", async (_, document, found) => {
    const all = (await lint(document)).found.sort();
    expect(all.filter((one) => one.startsWith("unused-component"))).toEqual(found);
  });

  it("looks beside the targets of references in other files", async () => {
    const { found } = await lint(withSchema({ $ref: "schemas/a.json#/A" }), {
      "schemas/a.json": { A: { ...described, $ref: "b.json#/all/B" }, Old: a },
      "schemas/b.json": { all: { B: a, Old: a }, "x-notes": {}, left: { Over: a } },
    });
    expect(found.sort()).toEqual([
      "unused-component schemas/a.json#/Old",
      "unused-component schemas/b.json#/all/Old",
      "unused-component schemas/b.json#/left",
    ]);
  });

  it("looks at no part of a file that is one thing, and at no other document", async () => {
    const { found } = await lint(
      spec({
        responses: { "200": answer({ $ref: "a.json" }), "201": answer({ $ref: "b.json#/c/B" }) },
      }),
      { "a.json": { ...a, $defs: { Left: a } }, "b.json": { openapi: "3.1.0", c: { B: a, C: a } } },
    );
    expect(found).toEqual([]);
  });

  it("leaves a library alone", async () => {
    const { found } = await lint({ ...spec(), paths: {}, components: { schemas: { A: a } } });
    expect(found).toEqual(["no-operations #/paths"]);
  });
});

describe("the rules of the standard", () => {
  const TAG = { name: "Coupons", ...described };

  it.each<[string, Spec, string]>([
    ["know which tags are told twice", spec({}, { tags: [TAG, TAG] }), "standard-rule #/tags/1"],
    [
      "follow references into other files",
      withSchema({ $ref: "all%20schemas.json#/A" }),
      "duplicate-entry all schemas.json#/A/enum/1",
    ],
    [
      "know when an extension goes in circles",
      { ...spec(), "x-a": { b: { $ref: "#/x-a/c" }, c: { $ref: "#/x-a/b" } } },
      "standard-failed #",
    ],
  ])("%s", async (_, document, found) => {
    const others = { "all schemas.json": { A: { ...described, enum: ["a", "a"] } } };
    expect((await lint(document, others)).found).toEqual([found]);
  });

  it("read no file and no host that an extension or an example names", async () => {
    const examples = {
      a: { externalValue: "/etc/hostname" },
      b: { externalValue: "http://[::1]:9/" },
    };
    const document = spec({ responses: { "200": answer({}, { examples }) } });
    const more = { "x-a": { $ref: "/etc/hostname" }, "x-b": { $ref: "http://[::1]:9/" } };
    expect((await lint({ ...document, ...more })).found).toEqual([]);
  });
});

describe("lintSpec", () => {
  it("says nothing of style where the spec has errors", async () => {
    const { found } = await lint(spec({ summary: "", parameters: {}, responses: [1] }));
    expect(found).toEqual([`wrong-type ${GET}/responses`, `wrong-type ${GET}/parameters`]);
  });

  it("survives the names that every object inherits", async () => {
    const hostile = JSON.parse(
      '{"__proto__": {"description": "a", "type": "object", "properties": {"constructor": {}}}}',
    );
    const document = { ...withSchema({ $ref: "#/components/schemas/__proto__" }) };
    const { found } = await lint({ ...document, components: { schemas: hostile } });
    expect(found).toContain("undescribed #/components/schemas/__proto__/properties/constructor");
  });
});
