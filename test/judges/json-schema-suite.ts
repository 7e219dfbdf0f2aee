import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

/** One case of the JSON-Schema-Test-Suite. */
export interface SuiteCase {
  /** File, group and case, as one line. */
  readonly name: string;
  /** Component that holds the schema of its group. */
  readonly component: string;
  readonly value: unknown;
  readonly valid: boolean;
}

/** A file of the suite as an OpenAPI document: a component for each group of cases. */
export interface SuiteFile {
  readonly name: string;
  readonly document: string;
  readonly cases: readonly SuiteCase[];
}

interface Group {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

const DIALECTS = {
  "draft2020-12": "https://json-schema.org/draft/2020-12/schema",
  draft7: "http://json-schema.org/draft-07/schema#",
} as const;

export type Draft = keyof typeof DIALECTS;

/** The required part of one draft. */
export function readSuite(folder: string, draft: Draft): SuiteFile[] {
  const tests = join(folder, "tests", draft);
  const files = readdirSync(tests).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => suiteFile(file, join(tests, file), folder, draft));
}

function suiteFile(file: string, path: string, folder: string, draft: Draft): SuiteFile {
  const groups: Group[] = JSON.parse(readFileSync(path, "utf8"));
  const name = file.replace(".json", "");
  const own = groups.map(({ schema }, index): [string, unknown] => [
    component(index),
    withUri(schema, `http://suite.test/${name}/${index}`),
  ]);
  const text = JSON.stringify(own);
  const fetched = text.includes("localhost:1234") ? remotes(folder, draft) : [];
  const others = [
    ...fetched,
    ...(/"\$ref":"https?:\/\/json-schema\.org/.test(text + JSON.stringify(fetched))
      ? metaSchemas(draft)
      : []),
  ];
  const document = {
    openapi: "3.1.0",
    info: { title: "Suite", version: "1" },
    jsonSchemaDialect: DIALECTS[draft],
    components: { schemas: Object.fromEntries([...own, ...others]) },
  };
  const cases = groups.flatMap((group, index) =>
    group.tests.map(({ description, data, valid }) => ({
      name: `${name}: ${group.description}: ${description}`,
      component: component(index),
      value: data,
      valid,
    })),
  );
  return { name, document: JSON.stringify(document), cases };
}

// Words, since names of components become names of types.
function component(index: number): string {
  return `Case${String(index).replace(/\d/g, (digit) => "ABCDEFGHIJ".charAt(Number(digit)))}`;
}

// A schema with a URI is a document of its own, so that its references start from itself.
function withUri(schema: unknown, uri: string): unknown {
  const isObject = typeof schema === "object" && schema !== null;
  if (!isObject || "$id" in schema || ("$ref" in schema && !uri.includes("suite"))) return schema;
  return { $id: uri, ...schema };
}

/** What the suite expects at `http://localhost:1234/`, bundled as schemas that have these URIs. */
function remotes(folder: string, draft: Draft): [string, unknown][] {
  const home = join(folder, "remotes");
  const entries = readdirSync(home, { recursive: true, encoding: "utf8" });
  return entries
    .filter((entry) => entry.endsWith(".json"))
    .filter((entry) => !/^(?:draft|v1)/.test(entry) || entry.startsWith(draft))
    .flatMap((entry, index): [string, unknown][] => {
      const schema: unknown = JSON.parse(readFileSync(join(home, entry), "utf8"));
      const uri = `http://localhost:1234/${relative(home, join(home, entry))}`;
      if (typeof schema !== "object" || schema === null) return [];
      return [[`Remote${component(index)}`, retrieved(schema, uri)]];
    });
}

/** The schemas of schemas. */
function metaSchemas(draft: Draft): [string, unknown][] {
  const refs = join(
    dirname(createRequire(import.meta.url).resolve("ajv/package.json")),
    "dist/refs",
  );
  const home = join(refs, "json-schema-2020-12");
  const paths =
    draft === "draft7"
      ? [join(refs, "json-schema-draft-07.json")]
      : [
          join(home, "schema.json"),
          ...readdirSync(join(home, "meta")).map((file) => join(home, "meta", file)),
        ];
  return paths.map((path, index) => [
    `Meta${component(index)}`,
    JSON.parse(readFileSync(path, "utf8")),
  ]);
}

// Found under one URI, it may call itself by another one: then it stands inside of a schema that has the first.
function retrieved(schema: object, uri: string): unknown {
  return "$id" in schema
    ? { $id: uri, definitions: { own: schema }, allOf: [{ $ref: "#/definitions/own" }] }
    : { $id: uri, ...schema };
}
