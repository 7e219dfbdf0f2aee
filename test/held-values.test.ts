import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { generateFrom, ONE_FOLDER } from "./helpers/generate.ts";
import { compile } from "./helpers/tsc.ts";
import { lay, workbench } from "./helpers/workbench.ts";

// Values that programs hold in another form than JSON has: 64-bit integers, decimals, moments.

const SPEC = `openapi: 3.2.0
info: { title: Shop API, version: "1" }
servers: [{ url: https://shop.example }]
paths:
  /orders/{order}:
    parameters: [{ name: order, in: path, required: true, schema: { type: integer, format: int64 } }]
    post:
      operationId: orders.update
      parameters:
        - { name: since, in: query, schema: { type: string, format: date-time } }
        - { name: ids, in: query, schema: { type: array, items: { type: integer, format: int64 } } }
        - { name: X-Number, in: header, schema: { type: integer, format: int64 } }
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } }
      responses:
        "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
    get:
      operationId: orders.follow
      responses:
        "200": { description: As they come., content: { application/jsonl: { itemSchema: { $ref: "#/components/schemas/Order" } } } }
    put:
      operationId: orders.form
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema: { type: object, properties: { number: { type: integer, format: int64 }, at: { type: string, format: date-time } } }
      responses: { "204": { description: Done. } }
components:
  schemas:
    Order:
      type: object
      required: [id]
      properties:
        id: { type: integer, format: int64, minimum: 1, maximum: 9223372036854775807, multipleOf: 1 }
        none: { type: [integer, "null"], format: int64 }
        price: { type: number, format: decimal, minimum: 0 }
        made: { type: string, format: date-time }
        day: { type: string, format: date }
        count: { type: integer }
        parts: { type: array, items: { $ref: "#/components/schemas/Order" } }
        byName: { type: object, additionalProperties: { type: integer, format: int64 } }
        pair: { type: array, prefixItems: [{ type: string }, { type: integer, format: int64 }], items: false }
        event: { $ref: "#/components/schemas/Event" }
        either: { anyOf: [{ type: integer, format: int64 }, { type: string }] }
    Event:
      oneOf: [{ $ref: "#/components/schemas/Paid" }, { $ref: "#/components/schemas/Sent" }]
      discriminator: { propertyName: kind }
    Paid: { type: object, required: [kind], properties: { kind: { const: paid }, at: { type: string, format: date-time } } }
    Sent: { type: object, required: [kind], properties: { kind: { const: sent }, at: { type: integer } } }
`;

type Types = NonNullable<(typeof ONE_FOLDER)["types"]>;

async function generated(types: Types): Promise<ReadonlyMap<string, string>> {
  const config = { ...ONE_FOLDER, runtime: "inline", types } as const;
  const { files, diagnostics } = await generateFrom(
    { "openapi.yaml": SPEC },
    "openapi.yaml",
    config,
  );
  expect(diagnostics).toEqual([]);
  return files;
}

const OPTIONS: readonly Types[] = [
  { int64: "bigint", decimal: "string", dates: "Date" },
  { int64: "string", decimal: "string" },
  { dates: "Date" },
];

interface Shop {
  readonly ShopClient: new (options: {
    readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  }) => { readonly orders: Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>> };
  readonly createShopHandler: (options: object) => (request: Request) => Promise<Response>;
}

async function shop(types: Types): Promise<Shop> {
  const folder = workbench("held");
  lay(folder, await generated(types));
  const all = 'export * from "./index.ts"; export * from "./server-stubs/index.ts";';
  lay(folder, new Map([["all.ts", all]]));
  const outfile = join(folder, "all.cjs");
  const entryPoints = [join(folder, "all.ts")];
  await build({ entryPoints, outfile, bundle: true, format: "cjs", platform: "node" });
  return createRequire(import.meta.url)(outfile);
}

interface Seen {
  readonly url: string;
  readonly body: string;
  readonly given: unknown;
  readonly output: unknown;
  readonly answer: string;
}

/** A call, what went over the wire, and what came of it. */
async function seen(
  { ShopClient, createShopHandler }: Shop,
  method: string,
  args: readonly unknown[],
  answer: (params: unknown) => unknown,
): Promise<Seen> {
  let given: { readonly params?: unknown } = {};
  let [url, body, text] = ["", "", ""];
  const handle = createShopHandler({
    handlers: {
      orders: {
        [method]: (input: { readonly params?: unknown }) => {
          given = input;
          return answer(input.params);
        },
      },
    },
    onInvalidResponse: (_: string, issues: unknown) => expect(issues).toEqual([]),
  });
  const client = new ShopClient({
    fetch: async (target, init) => {
      const request = new Request(target, init);
      [url, body] = [target, await request.clone().text()];
      const response = await handle(request);
      text = await response.clone().text();
      return response;
    },
  });
  const call = client.orders[method];
  if (!call) throw new Error(`there is no ${method}`);
  const output = await call.call(client.orders, ...args);
  return { url, body, given, output: await collected(output), answer: text };
}

/** The items of a stream, anything else as it is. */
async function collected(output: unknown): Promise<unknown> {
  if (typeof output !== "object" || output === null || !(Symbol.asyncIterator in output)) {
    return output;
  }
  const items: unknown[] = [];
  for await (const item of output as AsyncIterable<unknown>) items.push(item);
  return items;
}

const HUGE = 9_223_372_036_854_775_807n;
const moment = new Date("2026-02-03T04:05:06.789Z");

const order = {
  id: HUGE,
  none: null,
  price: "12345678901234567890.10",
  made: moment,
  day: "2026-02-03",
  count: 3,
  parts: [{ id: 1n }, { id: 9_007_199_254_740_993n, made: moment }],
  byName: { a: 2n, __proto_: HUGE },
  pair: ["a", HUGE],
  event: { kind: "paid", at: moment },
  either: "text",
};

describe('types: { int64: "bigint", decimal: "string", dates: "Date" }', () => {
  it("travels both ways without the loss of a digit", async () => {
    const params = { ...order, since: moment, ids: [1n, HUGE], "X-Number": -HUGE };
    const api = await shop({ int64: "bigint", decimal: "string", dates: "Date" });
    const { url, body, given, output, answer } = await seen(
      api,
      "update",
      [HUGE, params],
      () => order,
    );
    expect(url).toBe(
      `https://shop.example/orders/${HUGE}?since=2026-02-03T04%3A05%3A06.789Z&ids=1&ids=${HUGE}`,
    );
    const wire = JSON.stringify({ ...order, id: 0, price: 0, parts: 0, byName: 0, pair: 0 })
      .replace('"id":0', `"id":${HUGE}`)
      .replace('"price":0', '"price":12345678901234567890.10')
      .replace(
        '"parts":0',
        `"parts":[{"id":1},{"id":9007199254740993,"made":${JSON.stringify(moment)}}]`,
      )
      .replace('"byName":0', `"byName":{"a":2,"__proto_":${HUGE}}`)
      .replace('"pair":0', `"pair":["a",${HUGE}]`);
    expect(body).toBe(wire);
    expect(answer).toBe(wire);
    expect(given).toEqual({ order: HUGE, params });
    expect(output).toEqual(order);
  });

  it("travels as items of a stream and in a form", async () => {
    const api = await shop({ int64: "bigint", decimal: "string", dates: "Date" });
    const items = [order, { id: 2n }];
    const stream = await seen(api, "follow", [1n], async function* () {
      yield* items;
    });
    expect(stream.output).toEqual(items);
    const params = { number: HUGE, at: moment };
    const form = await seen(api, "form", [1n, params], () => undefined);
    expect(form.body).toBe(`number=${HUGE}&at=2026-02-03T04%3A05%3A06.789Z`);
    expect(form.given).toEqual({ order: 1n, params });
  });

  it("tells a variant by its discriminator, where the same name is a moment in one and a number in the other", async () => {
    const api = await shop({ int64: "bigint", dates: "Date" });
    const sent = { id: 1n, event: { kind: "sent", at: 5 } };
    const { output } = await seen(api, "update", [1n, sent], () => sent);
    expect(output).toEqual(sent);
  });

  it("is refused by the server where it is out of range, with the place", async () => {
    const api = await shop({ int64: "bigint" });
    const call = seen(api, "update", [1n, { id: 0n }], () => order);
    await expect(call).rejects.toMatchObject({ status: 400 });
  });
});

describe('types: { int64: "string" }', () => {
  it("is a number on the wire all the same", async () => {
    const api = await shop({ int64: "string" });
    const params = { id: String(HUGE), byName: { a: "-5" } };
    const { body, output } = await seen(api, "update", ["7", params], () => params);
    expect(body).toBe(`{"id":${HUGE},"byName":{"a":-5}}`);
    expect(output).toEqual(params);
  });
});

describe("the output with", () => {
  it.each(OPTIONS)("types: %o satisfies the compiler", async (types) => {
    const folder = workbench("held");
    lay(folder, await generated(types));
    expect(await compile(folder, "typescript-7")).toEqual([]);
  });

  it("no such types carries no codec", async () => {
    const files = await generated({});
    const text = [...files].filter(([path]) => !path.startsWith("runtime/")).join();
    expect(text).not.toMatch(/jsonCodec|Wire/);
  });
});
