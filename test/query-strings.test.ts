import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { generateDocument } from "./helpers/generate.ts";
import { lay, workbench } from "./helpers/workbench.ts";

// Whole queries, from a call of the client through a URL into a handler. OpenAPI 3.2, section 4.12.1.

type Send = (params?: object) => Promise<unknown>;

interface Api {
  readonly QueriesClient: new (
    options: object,
  ) => Readonly<Record<string, Readonly<Record<string, Send>>>>;
  readonly createQueriesHandler: (options: object) => (request: Request) => Promise<Response>;
}

let loading: Promise<Api> | undefined;

async function load(): Promise<Api> {
  const folder = workbench("query-strings");
  const path = join(import.meta.dirname, "specs/query-strings.yaml");
  lay(folder, await generateDocument({ path }, "inline"));
  const all = 'export * from "./index.ts"; export * from "./server-stubs/index.ts";';
  lay(folder, new Map([["all.ts", all]]));
  const outfile = join(folder, "all.cjs");
  const entryPoints = [join(folder, "all.ts")];
  await build({ entryPoints, outfile, bundle: true, format: "cjs", platform: "node" });
  return createRequire(import.meta.url)(outfile);
}

/** Makes one call; `change` is what a stranger would do to its URL. */
async function travel(
  resource: string,
  params: object | undefined,
  change = (url: string): string => url,
): Promise<{ readonly query: string; readonly given: unknown; readonly status: number }> {
  const api = await (loading ??= load());
  let given: unknown;
  let query = "";
  let status = 0;
  const search = (input: { readonly params?: unknown }): void => {
    given = input.params;
  };
  const handle = api.createQueriesHandler({
    handlers: { forms: { search }, values: { search }, texts: { search } },
    authenticate: { key: () => ({}) },
  });
  const client = new api.QueriesClient({
    key: "s3cret",
    maxRetries: 0,
    fetch: async (url: string, init: RequestInit) => {
      query = new URL(url).search;
      const response = await handle(new Request(change(url), init));
      status = response.status;
      return response;
    },
  });
  await client[resource]?.["search"]?.(params).catch(() => undefined);
  return { query, given, status };
}

const FILTER = {
  words: ["a", "b,c", "ä&=+ %"],
  limit: 5,
  whole: { a: true },
  deep: { b: [1, 2] },
};

describe("a query that is one value arrives as it was sent", () => {
  it.each([
    ["forms", { filter: FILTER }],
    ["forms", { filter: {} }],
    ["values", { filter: FILTER }],
    ["values", { filter: {}, "X-Trace": "t" }],
    ["values", {}],
    ["texts", { path: "$.a['b'][1:2]&c=d+e" }],
    ["texts", {}],
  ])("%s %j", async (resource, params) => {
    const { given, status } = await travel(resource, params);
    expect({ given, status }).toEqual({ given: params, status: 204 });
  });
});

describe("a query that is one value", () => {
  it("stands beside a key of the API", async () => {
    const { query } = await travel("values", { filter: { limit: 1 } });
    expect(query).toBe("?%7B%22limit%22%3A1%7D&key=s3cret");
  });

  it("is a form as browsers write it", async () => {
    const { query } = await travel("forms", {
      filter: { words: ["a b", "c"], whole: { a: true } },
    });
    expect(query).toBe("?words=a+b,c&whole=%7B%22a%22%3Atrue%7D&key=s3cret");
  });

  it.each([
    ["a form with a name that its schema forbids", "forms", "?nobody=knows&key=s3cret"],
    ["a form with a text for a number", "forms", "?limit=many&key=s3cret"],
    ["broken JSON", "values", "?%7B&key=s3cret"],
    ["JSON of another type", "values", "?5&key=s3cret"],
    ["broken escapes", "texts", "?%E0%A4"],
  ])("is refused as %s", async (_, resource, query) => {
    const change = (url: string): string => url.replace(/(?:\?.*)?$/, query);
    const params = resource === "forms" ? { filter: {} } : {};
    const { given, status } = await travel(resource, params, change);
    expect({ given, status }).toEqual({ given: undefined, status: 400 });
  });
});
