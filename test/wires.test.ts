import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TypeOptions } from "../packages/generator/src/model/model-options.ts";
import { generateDocument } from "./helpers/generate.ts";
import { lay, workbench } from "./helpers/workbench.ts";

// Integers, decimals and dates in every place that a value can have: from a call of the client through a request into a
// handler, and back.

type Send = (...args: readonly unknown[]) => Promise<unknown>;

interface Api {
  readonly WiresClient: new (options: {
    readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
    readonly maxRetries?: number;
  }) => Readonly<Record<string, Readonly<Record<string, Send>>>>;
  readonly wiresWebhooks: {
    sign(body: string, options: object): Promise<Readonly<Record<string, string>>>;
    unwrap(message: object, options: object): Promise<unknown>;
  };
  readonly createWiresHandler: (options: {
    readonly handlers: object;
    readonly onError?: (error: unknown) => void;
  }) => (request: Request) => Promise<Response>;
}

const loaded = new Map<string, Promise<Api>>();

/** Made once for each choice of options, by the first test that needs it. */
function apiOf(types: TypeOptions): Promise<Api> {
  const key = JSON.stringify(types);
  const api = loaded.get(key) ?? load(types);
  loaded.set(key, api);
  return api;
}

async function load(types: TypeOptions): Promise<Api> {
  const folder = workbench("wires");
  const path = join(import.meta.dirname, "specs/wires.yaml");
  lay(folder, await generateDocument({ path }, "inline", types));
  const all = 'export * from "./index.ts"; export * from "./server-stubs/index.ts";';
  lay(folder, new Map([["all.ts", all]]));
  const outfile = join(folder, "all.cjs");
  const entryPoints = [join(folder, "all.ts")];
  await build({ entryPoints, outfile, bundle: true, format: "cjs", platform: "node" });
  return createRequire(import.meta.url)(outfile);
}

interface Travel {
  readonly request: Request;
  readonly sent: string;
  readonly given: unknown;
  readonly output: unknown;
  readonly received: string;
}

/** Makes one call of the client, which the handler `answer` answers. */
async function travel(
  api: Api,
  method: string,
  args: readonly unknown[],
  answer: (input: unknown) => unknown = () => undefined,
): Promise<Travel> {
  const [resource = "", name = ""] = method.split(".");
  const seen: { request?: Request; sent?: string; given?: unknown; received?: string } = {};
  const errors: unknown[] = [];
  const handle = api.createWiresHandler({
    handlers: {
      [resource]: {
        [name]: (input: unknown) => {
          seen.given = input;
          return answer(input);
        },
      },
    },
    onError: (error) => errors.push(error),
  });
  const client = new api.WiresClient({
    maxRetries: 0,
    fetch: async (url, init) => {
      const request = new Request(url, init);
      seen.request = request;
      seen.sent = await request.clone().text();
      const response = await handle(request);
      seen.received = await response.clone().text();
      return response;
    },
  });
  const send = client[resource]?.[name];
  if (!send) throw new Error(`${method} is no method`);
  const output = await send.call(client[resource], ...args);
  expect(errors).toEqual([]);
  const { request, sent = "", given, received = "" } = seen;
  if (!request) throw new Error("nothing was sent");
  return { request, sent, given, output, received };
}

/** What values look like under an option. */
interface Form {
  readonly int64: (value: bigint) => unknown;
  readonly date: (value: Date) => unknown;
  readonly decimal: (cents: number) => unknown;
}

const date = fc.date({
  min: new Date("0000-01-01T00:00:00Z"),
  max: new Date("9999-12-31T23:59:59.999Z"),
  noInvalidDate: true,
});
const positive = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n });
const any64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n });
const cents = fc.integer({ min: 0, max: 99_999_999 });
const key = fc.string().filter((text) => text !== "label" && text !== "__proto__");
const partly = <T extends object>(
  model: { [K in keyof T]: fc.Arbitrary<T[K]> },
  required: (keyof T)[],
) => fc.record(model, { requiredKeys: required });

function arbitraries({ int64, date: dateOf, decimal }: Form) {
  const serial = positive.map(int64);
  const number = any64.map(int64);
  const at = date.map(dateOf);
  const amount = cents.map(decimal);
  const entry = partly<Record<string, unknown>>(
    {
      serial,
      made: at,
      day: fc.constant("2024-02-29"),
      amount,
      text: fc.constant("1.10"),
      count: fc.maxSafeInteger(),
      parents: fc.uniqueArray(number, { maxLength: 3 }),
      kind: fc.constantFrom(1n, 2n).map(int64),
      gone: fc.option(at),
    },
    ["serial", "made"],
  );
  const { tree } = fc.letrec((tie) => ({
    tree: partly<Record<string, unknown>>(
      {
        serial: number,
        children: fc.array(tie("tree"), { maxLength: 2, depthIdentifier: "tree" }),
      },
      [],
    ),
  }));
  const ledger = partly<Record<string, unknown>>(
    {
      entries: fc.array(entry, { maxLength: 3 }),
      totals: fc.dictionary(key, fc.option(number)),
      matched: fc.dictionary(
        key.map((word) => `at-${word}`),
        at,
      ),
      pair: fc.oneof(fc.tuple(number, fc.string(), at), fc.tuple(number)),
      tree,
      payment: fc.oneof(
        partly<Record<string, unknown>>({ type: fc.constant("card"), limit: number, opened: at }, [
          "type",
          "limit",
        ]),
        fc.record({ type: fc.constant("cash"), limit: fc.maxSafeInteger() }),
      ),
      loose: fc.oneof(
        fc.record({ a: number, c: fc.constantFrom("", "c", "1") }),
        fc.record({ b: at, c: number }),
      ),
      any: fc.oneof(number, at, fc.boolean()),
      limited: serial,
      mixed: fc
        .tuple(fc.dictionary(key, number), fc.string())
        .map(([rest, label]) => ({ ...rest, label })),
    },
    ["entries"],
  );
  const outside = partly<Record<string, unknown>>(
    {
      after: at,
      serials: fc.array(number, { minLength: 1, maxLength: 3 }),
      filter: fc.record({ least: number, since: at }),
      whole: entry,
      "X-Serial": number,
      seen: at,
    },
    [],
  );
  const form = partly<Record<string, unknown>>(
    {
      serial: number,
      at,
      amount,
      serials: fc.array(number, { minLength: 1, maxLength: 3 }),
      entry,
    },
    ["serial"],
  );
  return { serial, at, entry, ledger, outside, form };
}

const exact: Form = {
  int64: (value) => value,
  date: (value) => value,
  decimal: (value) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`,
};
const texts: Form = {
  ...exact,
  int64: (value) => String(value),
  date: (value) => value.toISOString(),
};
const json: Form = {
  int64: (value) => Number(BigInt.asUintN(52, value)) || 1,
  date: (value) => value.toISOString(),
  decimal: (value) => value / 100,
};

describe.each<[string, TypeOptions, Form]>([
  [
    "bigints, texts of decimals and dates",
    { int64: "bigint", decimal: "string", dates: "Date" },
    exact,
  ],
  ["texts of integers and decimals", { int64: "string", decimal: "string" }, texts],
  ["JSON as it is", {}, json],
])("values arrive as they were sent, as %s:", (_, types, form) => {
  const { serial, at, entry, ledger, outside, form: fields } = arbitraries(form);

  it("in path, query, header, cookie, body and answer", async () => {
    const api = await apiOf(types);
    await fc.assert(
      fc.asyncProperty(serial, at, outside, ledger, async (id, day, others, body) => {
        const params = { ...others, ...body };
        const { given, output } = await travel(
          api,
          "ledgers.replace",
          [id, day, params],
          () => body,
        );
        expect(given).toEqual({ ledger: id, day, params });
        expect(output).toEqual(body);
      }),
      { numRuns: 60 },
    );
  });

  it("in lists, lines, forms and parts", async () => {
    const api = await apiOf(types);
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { minLength: 1, maxLength: 3 }),
        fields,
        async (list, params) => {
          for (const method of ["entries.create", "lines.send"]) {
            const { given } = await travel(api, method, [{ body: list }]);
            expect(given).toEqual({ params: { body: list } });
          }
          const { output } = await travel(api, "entries.list", [], () => list);
          expect(output).toEqual(list);
          expect((await travel(api, "parts.send", [params])).given).toEqual({ params });
          expect((await travel(api, "forms.send", [params])).given).toEqual({ params });
        },
      ),
      { numRuns: 30 },
    );
  });

  it("in the items of streams", async () => {
    const api = await apiOf(types);
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 3 }), async (list) => {
        const lines = await travel(api, "lines.follow", [], () => streamed(list));
        expect(await collected(lines.output)).toEqual(list);
        const events = list.map((data) => ({ data }));
        const told = await travel(api, "events.follow", [], () => streamed(events));
        expect(await collected(told.output)).toEqual(events);
      }),
      { numRuns: 20 },
    );
  });
});

async function* streamed(items: readonly unknown[]): AsyncGenerator {
  yield* items;
}

async function collected(output: unknown): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of output as AsyncIterable<unknown>) items.push(item);
  return items;
}

const moment = new Date("2024-02-29T12:00:00.123Z");
const entry = { serial: 9007199254740993n, made: moment, amount: "1.10" };

describe("on the wire", () => {
  const types = { int64: "bigint", decimal: "string", dates: "Date" } as const;

  it("integers and decimals are numbers with all their digits, dates are RFC 3339", async () => {
    const api = await apiOf(types);
    const { sent } = await travel(api, "entries.create", [{ body: [entry] }]);
    expect(sent).toBe(
      '[{"serial":9007199254740993,"made":"2024-02-29T12:00:00.123Z","amount":1.10}]',
    );
    const { received } = await travel(api, "entries.list", [], () => [entry]);
    expect(received).toBe(sent);
  });

  it("parameters are texts", async () => {
    const api = await apiOf(types);
    const params = { after: moment, serials: [1n, 2n ** 64n], "X-Serial": -1n, entries: [] };
    const { request } = await travel(api, "ledgers.replace", [3n, moment, params], () => ({
      entries: [],
    }));
    expect(decodeURIComponent(request.url)).toBe(
      "https://wires.example/ledgers/3/2024-02-29T12:00:00.123Z" +
        "?after=2024-02-29T12:00:00.123Z&serials=1&serials=18446744073709551616",
    );
    expect(request.headers.get("x-serial")).toBe("-1");
  });

  it.each([
    ["a fraction for an integer", '[{"serial":1.5,"made":"2024-02-29T12:00:00Z"}]'],
    ["an integer below its minimum", '[{"serial":0,"made":"2024-02-29T12:00:00Z"}]'],
    ["a text for an integer", '[{"serial":"1","made":"2024-02-29T12:00:00Z"}]'],
    ["a day that is none", '[{"serial":1,"made":"2024-02-30T12:00:00Z"}]'],
    ["a time of no zone", '[{"serial":1,"made":"2024-02-29T12:00:00"}]'],
    ["a decimal of too many digits", '[{"serial":1,"made":"2024-02-29T12:00:00Z","amount":0.001}]'],
    ["what is no JSON", '[{"serial":01}]'],
    ["too deep a nesting", `${"[".repeat(1e5)}12345678901234567890${"]".repeat(1e5)}`],
  ])("%s is refused with 400", async (_, body) => {
    const api = await apiOf(types);
    const handle = api.createWiresHandler({ handlers: { entries: { create: () => undefined } } });
    const headers = { "content-type": "application/json" };
    const url = "https://wires.example/entries";
    const answer = await handle(new Request(url, { method: "POST", headers, body }));
    expect(answer.status).toBe(400);
  });

  it.each(["1.5", "x", "", "0"])("a path with the integer %j is refused", async (serial) => {
    const api = await apiOf(types);
    const handle = api.createWiresHandler({
      handlers: { ledgers: { replace: () => undefined } },
    });
    const url = `https://wires.example/ledgers/${serial}/2024-02-29T12:00:00Z`;
    const headers = { "content-type": "application/json" };
    const answer = await handle(
      new Request(url, { method: "PUT", headers, body: '{"entries":[]}' }),
    );
    expect([400, 404]).toContain(answer.status);
  });

  it("errors have them too", async () => {
    const api = await apiOf(types);
    const client = new api.WiresClient({
      maxRetries: 0,
      fetch: () =>
        Promise.resolve(
          new Response('{"taken":9007199254740993}', {
            status: 409,
            headers: { "content-type": "application/json" },
          }),
        ),
    });
    const replace = client["ledgers"]?.["replace"];
    await expect(
      replace?.call(client["ledgers"], 1n, moment, { entries: [] }),
    ).rejects.toMatchObject({ status: 409, body: { taken: 9007199254740993n } });
  });

  it("webhooks have them too", async () => {
    const api = await apiOf(types);
    const secret = `whsec_${btoa("s".repeat(24))}`;
    const body = '{"serial":9007199254740993,"made":"2024-02-29T12:00:00.123Z","amount":1.10}';
    const headers = await api.wiresWebhooks.sign(body, { secret });
    const event = await api.wiresWebhooks.unwrap({ body, headers }, { secret });
    expect(event).toEqual(entry);
  });

  it("an answer that is no JSON is told without its text", async () => {
    const api = await apiOf(types);
    const client = new api.WiresClient({
      maxRetries: 0,
      fetch: () => Promise.resolve(new Response('[{"serial":12345678901234567890 secret}]')),
    });
    const list = client["entries"]?.["list"];
    const error: unknown = await list?.call(client["entries"]).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain("not with JSON");
    expect(String(error)).not.toContain("secret");
  });
});

describe("a package without these options", () => {
  it("carries nothing of what they need", async () => {
    const folder = workbench("wires");
    const path = join(import.meta.dirname, "specs/wires.yaml");
    const texts: string[] = [];
    for (const types of [{}, { int64: "bigint" }] as const) {
      lay(folder, await generateDocument({ path }, "inline", types));
      const entryPoints = [join(folder, "client/index.ts")];
      const { outputFiles } = await build({
        entryPoints,
        bundle: true,
        format: "esm",
        write: false,
      });
      texts.push(outputFiles[0]?.text ?? "");
    }
    const [plain, exactText] = texts;
    expect(exactText).toContain("markNumbers");
    expect(plain).not.toMatch(/markNumbers|jsonCodec|bigint/);
  });
});
