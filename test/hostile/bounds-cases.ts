/** A document made by code that asks for more than a reader should give. */
export interface BoundsCase {
  readonly name: string;
  /** Ending of the file's name. Default: json. */
  readonly ending?: "yaml";
  readonly text: () => string;
  /** `"output"`, or the code of the error that the run must end with. */
  readonly ends: string;
}

const HEAD = { openapi: "3.1.0", info: { title: "Bounds", version: "1" } };
const YAML_HEAD = 'openapi: 3.1.0\ninfo: { title: Bounds, version: "1" }\npaths: {}\n';

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const named = <T>(count: number, make: (index: number) => T): Record<string, T> =>
  Object.fromEntries(times(count, (index) => [`N${index}`, make(index)]));

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

const withSchemas = (schemas: object): string =>
  JSON.stringify({
    ...HEAD,
    paths: {
      "/x": {
        get: { responses: { 200: { description: "x", content: json(ref("N0")) } } },
        post: {
          parameters: [{ name: "q", in: "query", style: "deepObject", schema: ref("N0") }],
          requestBody: { content: { "application/x-www-form-urlencoded": { schema: ref("N0") } } },
          responses: { 204: { description: "x" } },
        },
      },
    },
    components: { schemas },
  });

const json = (schema: object): object => ({ "application/json": { schema } });

const operation = (index: number): object => ({
  [`/things/${index}/{id}`]: {
    get: {
      operationId: `things.read${index}`,
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      responses: { 200: { description: "x", content: json({ type: "object" }) } },
    },
  },
});

/** A schema in a row of levels, outermost first: `level(level(level({})))`. */
const nested = (depth: number, open: string, inner: string, close: string): string =>
  withSchemas({ N0: 0 }).replace(
    '"N0":0',
    `"N0":${open.repeat(depth)}${inner}${close.repeat(depth)}`,
  );

const inYaml = (rest: string): string => YAML_HEAD + rest;

/** Each schema is made of the next, or of the next twice; the last is a plain one. */
const chain = (length: number, make: (next: object, index: number) => object): string =>
  withSchemas(
    named(length + 1, (index) =>
      index === length
        ? { type: "object", properties: { end: { type: "string" } } }
        : make(ref(`N${index + 1}`), index),
    ),
  );

/** The GET takes what a call asks to expand. */
const withExpand = (text: string): string =>
  text.replace(
    '"get":{',
    '"get":{"parameters":[{"name":"expand","in":"query","schema":{"type":"array","items":{"type":"string"}}}],',
  );

/** The first schema is what a stream of events, errors and webhooks bring, too. */
const everywhere = (text: string): string => {
  const document = JSON.parse(text);
  const content = { "text/event-stream": { schema: ref("N0") } };
  document.paths["/x"].get.responses = {
    200: { description: "x", content },
    default: { description: "x", content: json(ref("N0")) },
  };
  const requestBody = { content: json(ref("N0")) };
  document.webhooks = { x: { post: { requestBody, responses: { 204: { description: "x" } } } } };
  return JSON.stringify(document);
};

const circular = (make: (self: object) => object): string =>
  withSchemas({
    N0: make(ref("N0")),
    N1: make(ref("N2")),
    N2: make(ref("N1")),
    N3: { allOf: [ref("N0"), ref("N1"), { type: "object", properties: { a: ref("N2") } }] },
    N4: { oneOf: [ref("N3"), ref("N1")], discriminator: { propertyName: "a" } },
    N5: {
      type: "object",
      properties: { a: ref("N0"), b: { allOf: [ref("N1")], minProperties: 1 } },
    },
  });

const yamlBomb = (levels: number): string =>
  inYaml(
    `x-bomb:\n  a0: &a0 [x, x, x, x, x, x, x, x, x]\n${times(levels, (at) => `  a${at + 1}: &a${at + 1} [${times(9, () => `*a${at}`).join(", ")}]\n`).join("")}`,
  );

const KEYWORDS: readonly (readonly [string, (self: object) => object])[] = [
  ["$ref", (self) => self],
  ["allOf", (self) => ({ allOf: [self] })],
  ["oneOf", (self) => ({ oneOf: [self, { type: "string" }] })],
  ["anyOf", (self) => ({ anyOf: [self] })],
  ["not", (self) => ({ not: self })],
  ["if", (self) => ({ if: self, then: self, else: self })],
  ["properties", (self) => ({ type: "object", properties: { self } })],
  ["patternProperties", (self) => ({ type: "object", patternProperties: { "^x": self } })],
  ["additionalProperties", (self) => ({ type: "object", additionalProperties: self })],
  ["propertyNames", (self) => ({ type: "object", propertyNames: self })],
  ["unevaluatedProperties", (self) => ({ type: "object", unevaluatedProperties: self })],
  ["dependentSchemas", (self) => ({ type: "object", dependentSchemas: { x: self } })],
  ["items", (self) => ({ type: "array", items: self })],
  ["prefixItems", (self) => ({ type: "array", prefixItems: [self] })],
  ["contains", (self) => ({ type: "array", contains: self })],
  ["$ref beside allOf", (self) => ({ ...self, allOf: [self] })],
  ["$ref beside properties", (self) => ({ ...self, properties: { self } })],
  ["$defs", (self) => ({ $defs: { self }, type: "object", properties: { self } })],
];

/** Anything but a crash will do: whether such a circle has a meaning is another question. */
export const CIRCLES: readonly BoundsCase[] = KEYWORDS.map(([keyword, make]) => ({
  name: `a circle through ${keyword}`,
  text: () => circular(make),
  ends: "anything",
}));

export const DEEP: readonly BoundsCase[] = [
  { name: "100,000 arrays in JSON", text: () => nested(100_000, "[", "", "]"), ends: "too-deep" },
  {
    name: "100,000 objects in JSON",
    text: () => nested(100_000, '{"items":', "{}", "}"),
    ends: "too-deep",
  },
  {
    name: "100,000 arrays that never close",
    text: () => "[".repeat(100_000),
    ends: "invalid-syntax",
  },
  {
    name: "100,000 arrays in YAML",
    ending: "yaml",
    text: () => inYaml(`x-deep: ${"[".repeat(100_000)}${"]".repeat(100_000)}\n`),
    ends: "too-deep",
  },
  {
    name: "100,000 arrays in YAML that never close",
    ending: "yaml",
    text: () => inYaml(`x-deep: ${"[".repeat(100_000)}\n`),
    ends: "too-deep",
  },
  {
    name: "100,000 maps in YAML",
    ending: "yaml",
    text: () => inYaml(`x-deep: ${"{a: ".repeat(100_000)}${"}".repeat(100_000)}\n`),
    ends: "too-deep",
  },
  {
    name: "100,000 sequences on a line of YAML",
    ending: "yaml",
    text: () => inYaml(`x-deep:\n  ${"- ".repeat(100_000)}x\n`),
    ends: "too-deep",
  },
  {
    name: "3,000 levels of indentation",
    ending: "yaml",
    text: () => inYaml(`x-deep:\n${times(3000, (at) => `${" ".repeat(at + 1)}a:\n`).join("")}`),
    ends: "too-deep",
  },
  {
    name: "100,000 explicit keys of YAML",
    ending: "yaml",
    text: () => inYaml(`x-deep:\n  ${"? ".repeat(100_000)}x\n`),
    ends: "anything",
  },
  {
    name: "300 levels of items",
    text: () => nested(300, '{"type":"array","items":', "{}", "}"),
    ends: "output",
  },
  {
    name: "150 levels of properties",
    text: () => nested(150, '{"type":"object","properties":{"a":', "{}", "}}"),
    ends: "output",
  },
  {
    name: "250 levels of allOf",
    text: () => nested(240, '{"allOf":[', "{}", "]}"),
    ends: "output",
  },
  {
    name: "250 levels of oneOf",
    text: () => nested(240, '{"oneOf":[{"type":"string"},', "{}", "]}"),
    ends: "output",
  },
];

export const CHAINS: readonly BoundsCase[] = [
  { name: "5,000 references in a row", text: () => chain(5000, (next) => next), ends: "anything" },
  { name: "90 references in a row", text: () => chain(90, (next) => next), ends: "output" },
  {
    name: "5,000 allOf in a row",
    text: () => chain(5000, (next) => ({ allOf: [next] })),
    ends: "output",
  },
  {
    name: "2,000 allOf in a row, each with a property",
    text: () => chain(5000, (next, at) => ({ allOf: [next, { properties: { [`p${at}`]: {} } }] })),
    ends: "anything",
  },
  {
    name: "5,000 properties in a row that may be expanded",
    text: () =>
      withExpand(
        chain(5000, (next) => ({
          type: "object",
          properties: { next: { anyOf: [{ type: "string" }, next], "x-expandable": true } },
        })),
      ),
    ends: "output",
  },
  {
    name: "5,000 properties in a row",
    text: () => chain(5000, (next) => ({ type: "object", properties: { next } })),
    ends: "output",
  },
  {
    name: "5,000 items in a row",
    text: () => chain(5000, (items) => ({ type: "array", items })),
    ends: "output",
  },
  {
    name: "5,000 oneOf in a row",
    text: () => chain(5000, (next) => ({ oneOf: [next, { type: "string" }] })),
    ends: "output",
  },
  {
    name: "5,000 references beside a keyword in a row",
    text: () => chain(5000, (next) => ({ ...next, properties: { a: {} } })),
    ends: "anything",
  },
  {
    name: "40 allOf of the same twice",
    text: () => chain(40, (next) => ({ allOf: [next, next] })),
    ends: "output",
  },
  {
    name: "2,000 oneOf in a row, wherever schemas are asked for something",
    text: () => everywhere(chain(2000, (next, at) => ({ oneOf: [next, { maxLength: at }] }))),
    ends: "anything",
  },
  {
    name: "2,000 allOf in a row, wherever schemas are asked for something",
    text: () => everywhere(chain(2000, (next) => ({ allOf: [next], minProperties: 1 }))),
    ends: "anything",
  },
  {
    name: "40 oneOf of the same twice, with a discriminator",
    text: () =>
      chain(40, (next) => ({ oneOf: [next, next], discriminator: { propertyName: "end" } })),
    ends: "output",
  },
  {
    name: "40 anyOf of the same twice, beside a type",
    text: () => chain(40, (next) => ({ type: "object", anyOf: [next, next] })),
    ends: "output",
  },
  {
    name: "40 oneOf of the same twice",
    text: () => chain(40, (next) => ({ oneOf: [next, next] })),
    ends: "output",
  },
  {
    name: "40 anyOf of the same twice",
    text: () => chain(40, (next) => ({ anyOf: [next, next] })),
    ends: "output",
  },
  {
    name: "40 oneOf of lists of the same",
    text: () => chain(40, (next) => ({ oneOf: [{ type: "array", items: next }, next] })),
    ends: "output",
  },
  {
    name: "40 allOf of oneOf of the same",
    text: () =>
      chain(40, (next) => ({ allOf: [{ oneOf: [next, next] }, { oneOf: [next, next] }] })),
    ends: "output",
  },
  {
    name: "40 maps of the same in a union",
    text: () =>
      chain(40, (next) => ({
        anyOf: [
          { type: "object", additionalProperties: next },
          { type: "array", items: next },
        ],
      })),
    ends: "output",
  },
];

export const EVALUATED: readonly BoundsCase[] = [
  ["allOf", (next: object) => ({ allOf: [next, next] })],
  ["oneOf", (next: object) => ({ oneOf: [next, next] })],
  ["if", (next: object) => ({ if: next, then: next, else: next })],
  ["dependentSchemas", (next: object) => ({ dependentSchemas: { a: next, b: next } })],
  ["not", (next: object) => ({ not: { not: next } })],
  ["contains", (next: object) => ({ type: "array", contains: next, prefixItems: [next, next] })],
].flatMap(([keyword, make]) =>
  [30, 2000].map((length) => ({
    name: `unevaluated members of ${length} ${String(keyword)} of the same`,
    text: () =>
      chain(length, (next) => ({
        ...(typeof make === "function" ? make(next) : {}),
        unevaluatedProperties: false,
        unevaluatedItems: next,
      })),
    ends: "anything",
  })),
);

/** Inline schemas in each other, and each of them in need of another component. */
export const ENTANGLED: readonly BoundsCase[] = [60, 1000].map((length) => ({
  name: `${length} components of 200 levels that need each other`,
  text: () =>
    chain(length, (next) => {
      let schema: object = { allOf: [next, { properties: { a: { type: "string" } } }] };
      for (let level = 0; level < 200; level += 1) schema = { allOf: [schema] };
      return schema;
    }),
  ends: "output",
}));

export const WIDE: readonly BoundsCase[] = [
  {
    name: "a union of 10,000 variants",
    text: () =>
      withSchemas({
        ...named(10_001, (at) => ({ type: "object", properties: { [`p${at}`]: {} } })),
        N0: { oneOf: times(10_000, (at) => ref(`N${at + 1}`)) },
      }),
    ends: "output",
  },
  {
    name: "a union of 10,000 constants and objects",
    text: () =>
      withSchemas({
        N0: {
          oneOf: times(10_000, (at) => ({
            type: "object",
            required: ["kind"],
            properties: { kind: { const: `k${at}` } },
          })),
        },
      }),
    ends: "output",
  },
  {
    name: "a union of 10,000 references with a mapping",
    text: () =>
      withSchemas({
        ...named(10_001, () => ({
          type: "object",
          required: ["k"],
          properties: { k: { type: "string" } },
        })),
        N0: {
          oneOf: times(10_000, (at) => ref(`N${at + 1}`)),
          discriminator: {
            propertyName: "k",
            mapping: named(10_001, (at) => `#/components/schemas/N${at}`),
          },
        },
      }),
    ends: "output",
  },
  {
    name: "a mapping of 100,000 names to one schema",
    text: () =>
      withSchemas({
        N0: {
          oneOf: [ref("N1")],
          discriminator: { propertyName: "k", mapping: named(100_000, () => "N1") },
        },
        N1: { type: "object", required: ["k"], properties: { k: { type: "string" } } },
      }),
    ends: "output",
  },
  {
    name: "50,000 properties",
    text: () =>
      withSchemas({
        N0: { type: "object", properties: named(50_000, () => ({ type: "string" })) },
      }),
    ends: "output",
  },
  {
    name: "50,000 required names that no property has",
    text: () => withSchemas({ N0: { type: "object", required: times(50_000, (at) => `r${at}`) } }),
    ends: "output",
  },
  {
    name: "100,000 values of an enum",
    text: () => withSchemas({ N0: { enum: times(100_000, (at) => `value ${at}`) } }),
    ends: "output",
  },
  {
    name: "20,000 components",
    text: () =>
      withSchemas(named(20_000, () => ({ type: "object", properties: { a: { type: "string" } } }))),
    ends: "output",
  },
  {
    name: "500 components of one name in other spellings",
    text: () =>
      withSchemas({
        N0: {},
        ...Object.fromEntries(times(500, (at) => [`n${"-".repeat(at + 1)}a`, { type: "object" }])),
      }),
    ends: "anything",
  },
  {
    name: "10,000 paths",
    text: () => JSON.stringify({ ...HEAD, paths: Object.assign({}, ...times(10_000, operation)) }),
    ends: "output",
  },
  {
    name: "10,000 parts of one path",
    text: () =>
      JSON.stringify({
        ...HEAD,
        paths: { ["/a".repeat(10_000)]: { get: { responses: { 204: { description: "x" } } } } },
      }),
    ends: "output",
  },
  {
    name: "5,000 parameters",
    text: () =>
      JSON.stringify({
        ...HEAD,
        paths: {
          "/x": {
            get: {
              parameters: times(5000, (at) => ({
                name: `p${at}`,
                in: "query",
                schema: { type: "string" },
              })),
              responses: { 204: { description: "x" } },
            },
          },
        },
      }),
    ends: "output",
  },
  {
    name: "texts of 1,000,000 characters",
    text: () =>
      withSchemas({
        N0: {
          description: "word ".repeat(200_000),
          type: "object",
          properties: {
            a: { const: "x".repeat(1_000_000) },
            b: { description: "x".repeat(1_000_000) },
          },
        },
      }),
    ends: "output",
  },
  {
    name: "a text of 1,000,000 lines, stars and marks",
    text: () => withSchemas({ N0: { description: "*/\n\n\n \t@`{@".repeat(100_000) } }),
    ends: "output",
  },
  {
    name: "a text of 1,000,000 blanks before a word",
    text: () =>
      withSchemas({
        N0: { description: `a${" ".repeat(1_000_000)}b`, title: `${" ".repeat(200_000)}x` },
      }),
    ends: "output",
  },
  {
    name: "keys of 100,000 characters",
    text: () =>
      withSchemas({
        N0: {
          type: "object",
          properties: { ["k".repeat(100_000)]: {}, ["- ".repeat(50_000)]: {} },
        },
        ["L".repeat(100_000)]: { type: "object" },
      }),
    ends: "output",
  },
  {
    name: "a pattern of 100,000 characters",
    text: () => withSchemas({ N0: { type: "string", pattern: `^${"a?".repeat(50_000)}$` } }),
    ends: "anything",
  },
  {
    name: "a pattern of 50,000 groups",
    text: () =>
      withSchemas({
        N0: { type: "string", pattern: `${"(".repeat(50_000)}${")".repeat(50_000)}` },
      }),
    ends: "anything",
  },
  {
    name: "10,000 broken references",
    text: () => withSchemas({ N0: {}, N1: { oneOf: times(10_000, (at) => ref(`Gone${at}`)) } }),
    ends: "unresolved-ref",
  },
];

export const YAML: readonly BoundsCase[] = (
  [
    ["an alias bomb of 9 levels", yamlBomb(9), "too-many-aliases"],
    ["an alias bomb of 200 levels", yamlBomb(200), "too-many-aliases"],
    ["an alias of what it stands in", inYaml("x-loop: &a [*a]\n"), "anything"],
    ["a map that holds itself", inYaml("x-loop: &a { b: *a }\n"), "anything"],
    ["an alias without an anchor", inYaml("x: *gone\n"), "invalid-syntax"],
    [
      "50,000 anchors and aliases",
      inYaml(`x:\n${times(50_000, (at) => `  - &a${at} x\n  - *a${at}\n`).join("")}`),
      "output",
    ],
    ["a merge key", inYaml("x-base: &b { a: 1 }\nx: { <<: *b }\n"), "anything"],
    ["an anchor at a key", inYaml("&k x: 1\ny: *k\n"), "output"],
    ["an alias as a key", inYaml("x: &k y\n*k : 1\n"), "anything"],
    ["a tag of a language", inYaml('x: !!js/function "function () {}"\n'), "unsupported-syntax"],
    ["a tag of the spec's own", inYaml("x: !mine 1\n"), "unsupported-syntax"],
    ["a binary value", inYaml("x: !!binary aGVsbG8=\n"), "unsupported-syntax"],
    ["a set", inYaml("x: !!set { a, b }\n"), "unsupported-syntax"],
    ["two documents in one file", inYaml("---\nopenapi: 3.1.0\n"), "unsupported-syntax"],
    ["a number beyond all", inYaml("x: 1e999999\n"), "output"],
    ["numbers in other bases", inYaml("x: [0o17, 0xff, 017, 0b11]\n"), "output"],
    ["infinity and no number", inYaml("x: [.inf, -.Inf, .nan]\n"), "unsupported-syntax"],
    ["a date", inYaml("x: 2001-12-14t21:59:43.10-05:00\n"), "output"],
    ["a key that stands twice", inYaml("x: 1\nx: 2\n"), "duplicate-key"],
    ["a key that is a list", inYaml("? [a, b]\n: 1\n"), "unsupported-syntax"],
    ["a tab for indentation", inYaml("x:\n\ty: 1\n"), "invalid-syntax"],
    ["a prototype", inYaml("x: { __proto__: { polluted: true }, constructor: 1 }\n"), "output"],
    ["a directive", `%YAML 1.1\n---\n${YAML_HEAD}`, "anything"],
    ["nothing but a comment", "# nothing\n", "anything"],
    ["a text of 1,000,000 characters", inYaml(`x: "${"y ".repeat(500_000)}"\n`), "output"],
    ["200,000 items", inYaml(`x:\n${"  - 1\n".repeat(200_000)}`), "output"],
    ["50,000 faults", inYaml(`x:\n${"  - }\n".repeat(50_000)}`), "invalid-syntax"],
  ] as const
).map(([name, text, ends]) => ({ name, ending: "yaml" as const, text: () => text, ends }));

export const NUMBERS: readonly BoundsCase[] = [
  {
    name: "numbers that nobody can count to",
    text: () =>
      withSchemas({ N0: {} }).replace(
        '"N0":{}',
        `"N0":{"type":"object","properties":{"a":{"type":"number","minimum":1e400,"maximum":1e999999},"b":{"type":"string","maxLength":1e400},"c":{"const":1e999},"d":{"type":"integer","default":${"9".repeat(100_000)}},"e":{"type":"array","minItems":-1},"f":{"type":"number","multipleOf":0},"g":{"type":"number","multipleOf":5e-324}}}`,
      ),
    ends: "anything",
  },
];
