import { describe, expect, it } from "vitest";
import { call, paymentsSandbox, type Values } from "../helpers/sandbox.ts";

const PLAN = { currency: "usd", interval: "month", product: "prod_1", amount: 100 };
const QUOTE = { customer: "cus_1", line_items: [{ price: "price_1", quantity: 2 }] };

function data({ body }: { readonly body: Values }): Values[] {
  const { data: items } = body;
  return Array.isArray(items) ? items : [];
}

describe("a new object", () => {
  it("has what was given, defaults, nulls, and the rest as the document shows it", async () => {
    const sandbox = await paymentsSandbox();
    const { body } = await call(sandbox, "POST /v1/plans", { ...PLAN, metadata: { a: "1" } });
    expect(body).toMatchObject({
      object: "plan",
      amount: 100,
      currency: "usd",
      interval: "month",
      metadata: { a: "1" },
      nickname: null,
      trial_period_days: null,
      livemode: false,
      created: 1735689601,
    });
  });

  it("begins in a state that no action leads to", async () => {
    const sandbox = await paymentsSandbox();
    const { body } = await call(sandbox, "POST /v1/quotes", QUOTE);
    expect(body).toMatchObject({ status: "draft", customer: "cus_1" });
  });

  it("takes an id that the caller may choose, once", async () => {
    const sandbox = await paymentsSandbox();
    expect((await call(sandbox, "POST /v1/plans", { ...PLAN, id: "gold" })).body["id"]).toBe(
      "gold",
    );
    const again = await call(sandbox, "POST /v1/plans", { ...PLAN, id: "gold" });
    expect(again).toMatchObject({
      status: 400,
      body: { error: { param: "id", code: "resource_already_exists" } },
    });
  });

  it("lies under the parent of its path", async () => {
    const sandbox = await paymentsSandbox();
    const path = "/v1/customers/cus_1/balance_transactions";
    const { body } = await call(sandbox, `POST ${path}`, { amount: -500, currency: "usd" });
    expect(body).toMatchObject({ customer: "cus_1", amount: -500 });
    expect((await call(sandbox, `GET ${path}/${String(body["id"])}`)).status).toBe(200);
    expect(
      (await call(sandbox, `GET /v1/customers/cus_2/balance_transactions/${String(body["id"])}`))
        .status,
    ).toBe(404);
    expect(data(await call(sandbox, "GET /v1/customers/cus_2/balance_transactions"))).toEqual([]);
  });
});

describe("a change", () => {
  it("puts metadata over what is there: an empty text takes a key away, or all of them", async () => {
    const sandbox = await paymentsSandbox();
    const { body } = await call(sandbox, "POST /v1/plans", {
      ...PLAN,
      metadata: { a: "1", b: "2" },
    });
    const path = `/v1/plans/${String(body["id"])}`;
    expect(
      (await call(sandbox, `POST ${path}`, { metadata: { a: "", c: "3" } })).body["metadata"],
    ).toEqual({ b: "2", c: "3" });
    expect((await call(sandbox, `POST ${path}`, { metadata: "" })).body["metadata"]).toEqual({});
  });

  it("clears by an empty text, and leaves alone what it does not name", async () => {
    const sandbox = await paymentsSandbox();
    const { body } = await call(sandbox, "POST /v1/quotes", {
      ...QUOTE,
      header: "Hello",
      footer: "Bye",
    });
    const changed = await call(sandbox, `POST /v1/quotes/${String(body["id"])}`, { header: "" });
    expect(changed.body).toMatchObject({ header: null, footer: "Bye" });
  });
});

describe("a list", () => {
  it.each([
    ["an equal name", "customer=cus_2", ["b"]],
    ["a state", "status=draft", ["b", "a"]],
    ["a state that none is in", "status=accepted", []],
  ])("is filtered by %s", async (_, query, expected) => {
    const sandbox = await paymentsSandbox();
    await call(sandbox, "POST /v1/quotes", { ...QUOTE, description: "a" });
    await call(sandbox, "POST /v1/quotes", { ...QUOTE, customer: "cus_2", description: "b" });
    const list = await call(sandbox, `GET /v1/quotes?${query}`);
    expect(data(list).map(({ description }) => description)).toEqual(expected);
  });

  it("is filtered by a range of time", async () => {
    const sandbox = await paymentsSandbox();
    const made = [];
    for (let index = 0; index < 3; index += 1)
      made.push((await call(sandbox, "POST /v1/plans", PLAN)).body);
    const [, second] = made;
    const list = await call(
      sandbox,
      `GET /v1/plans?created%5Bgt%5D=${String(second?.["created"])}`,
    );
    expect(data(list).map(({ id }) => id)).toEqual([made[2]?.["id"]]);
  });

  it("goes back as it went forth, and past objects that are gone", async () => {
    const sandbox = await paymentsSandbox();
    for (const id of ["a", "b", "c", "d"]) await call(sandbox, "POST /v1/plans", { ...PLAN, id });
    const ids = async (query: string): Promise<unknown[]> =>
      data(await call(sandbox, `GET /v1/plans?${query}`)).map(({ id }) => id);
    expect(await ids("limit=2")).toEqual(["d", "c"]);
    expect(await ids("limit=2&starting_after=c")).toEqual(["b", "a"]);
    expect(await ids("limit=2&ending_before=a")).toEqual(["c", "b"]);
    await call(sandbox, "DELETE /v1/plans/c");
    expect(await ids("starting_after=c")).toEqual(["b", "a"]);
  });

  it("refuses a cursor that names nothing", async () => {
    const sandbox = await paymentsSandbox();
    const { status, body } = await call(sandbox, "GET /v1/plans?starting_after=nobody");
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { error: { param: "starting_after" } },
    });
  });

  it("of parts is read from what holds them", async () => {
    const sandbox = await paymentsSandbox();
    const { body } = await call(sandbox, "POST /v1/quotes", QUOTE);
    const { status } = await call(sandbox, `GET /v1/quotes/${String(body["id"])}/line_items`);
    expect(status).toBe(200);
  });

  it.each([
    ['currency:"usd" AND metadata["tier"]:"gold"', ["b"]],
    ['-metadata["tier"]:"gold"', ["a"]],
    ['unit_amount>100 OR metadata["tier"]:"gold"', ["b"]],
    ['active:"false"', []],
  ])("is searched by %s", async (query, expected) => {
    const sandbox = await paymentsSandbox();
    const price = { currency: "usd", product: "prod_1", unit_amount: 100 };
    await call(sandbox, "POST /v1/prices", { ...price, nickname: "a" });
    await call(sandbox, "POST /v1/prices", { ...price, nickname: "b", metadata: { tier: "gold" } });
    const found = await call(sandbox, `GET /v1/prices/search?query=${encodeURIComponent(query)}`);
    expect(data(found).map(({ nickname }) => nickname)).toEqual(expected);
  });

  it("refuses a search that is none", async () => {
    const sandbox = await paymentsSandbox();
    const { status, body } = await call(sandbox, "GET /v1/prices/search?query=hello");
    expect({ status, body }).toMatchObject({ status: 400, body: { error: { param: "query" } } });
  });
});

describe("an action", () => {
  it("moves the state and notes the time", async () => {
    const sandbox = await paymentsSandbox();
    const { body } = await call(sandbox, "POST /v1/quotes", QUOTE);
    const path = `/v1/quotes/${String(body["id"])}`;
    const open = await call(sandbox, `POST ${path}/finalize`);
    expect(open.body).toMatchObject({
      status: "open",
      status_transitions: { finalized_at: 1735689602 },
    });
    const done = await call(sandbox, `POST ${path}/accept`);
    expect(done.body).toMatchObject({
      status: "accepted",
      status_transitions: { finalized_at: 1735689602, accepted_at: 1735689603 },
    });
  });
});

describe("a deletion", () => {
  it("answers with the shape that is documented for it, and is not found afterwards", async () => {
    const sandbox = await paymentsSandbox();
    await call(sandbox, "POST /v1/plans", { ...PLAN, id: "gold" });
    const { status, body } = await call(sandbox, "DELETE /v1/plans/gold");
    expect({ status, body }).toEqual({
      status: 200,
      body: { id: "gold", object: "plan", deleted: true },
    });
    for (const line of ["GET", "POST", "DELETE"].map((method) => `${method} /v1/plans/gold`)) {
      expect((await call(sandbox, line, line.startsWith("POST") ? {} : undefined)).status).toBe(
        404,
      );
    }
    expect(data(await call(sandbox, "GET /v1/plans"))).toEqual([]);
  });
});

describe("expand", () => {
  it("puts the object in the place of its id, in objects and in lists", async () => {
    const sandbox = await paymentsSandbox();
    const transfer = await call(sandbox, "POST /v1/transfers", {
      amount: 400,
      currency: "usd",
      destination: "acct_1",
    });
    const id = String(transfer.body["id"]);
    const path = `/v1/transfers/${id}/reversals`;
    const made = await call(sandbox, `POST ${path}`, { expand: ["transfer"] });
    expect(made.body["transfer"]).toMatchObject({ id, object: "transfer", amount: 400 });
    const list = await call(sandbox, `GET ${path}?expand%5B%5D=data.transfer`);
    expect(data(list)[0]?.["transfer"]).toMatchObject({ id, amount: 400 });
  });

  it("expands what leads on to something inside of it", async () => {
    const sandbox = await paymentsSandbox();
    const form = { amount: 400, currency: "usd", destination: "acct_1" };
    const { body: transfer } = await call(sandbox, "POST /v1/transfers", form);
    const { body } = await call(sandbox, `POST /v1/transfers/${String(transfer["id"])}/reversals`, {
      expand: ["transfer.destination"],
    });
    expect(body["transfer"]).toMatchObject({
      amount: 400,
      destination: { id: "acct_1", object: "account" },
    });
  });

  it("makes up what the sandbox does not keep, under the id that was given", async () => {
    const sandbox = await paymentsSandbox();
    const { body } = await call(sandbox, "POST /v1/quotes", { ...QUOTE, expand: ["customer"] });
    expect(body["customer"]).toMatchObject({ id: "cus_1", object: "customer" });
  });

  it("refuses what cannot be expanded", async () => {
    const sandbox = await paymentsSandbox();
    const { status, body } = await call(sandbox, "POST /v1/quotes", {
      ...QUOTE,
      expand: ["header"],
    });
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { error: { param: "expand[0]" } },
    });
  });
});

describe("an error", () => {
  it.each([
    [
      "an unknown parameter",
      "POST /v1/plans",
      { ...PLAN, colour: "red" },
      {},
      400,
      { param: "colour", code: "parameter_unknown", type: "invalid_request_error" },
    ],
    [
      "a missing parameter",
      "POST /v1/plans",
      { currency: "usd" },
      {},
      400,
      { param: "interval", code: "parameter_missing" },
    ],
    [
      "a wrong value inside",
      "POST /v1/quotes",
      { line_items: [{ quantity: "many" }] },
      {},
      400,
      { param: "line_items[0][quantity]" },
    ],
    [
      "an unknown id",
      "GET /v1/plans/nobody",
      undefined,
      {},
      404,
      { param: "plan", code: "resource_missing" },
    ],
    ["an unknown path", "GET /v1/nothing", undefined, {}, 404, {}],
    ["no credentials", "GET /v1/plans", undefined, { authorization: "" }, 401, {}],
    [
      "a payment that is declined",
      "POST /v1/topups",
      { amount: 100, currency: "usd", source: "tok_chargeDeclined" },
      {},
      402,
      { param: "source", type: "card_error", code: "card_declined" },
    ],
    [
      "a fault that was asked for",
      "GET /v1/plans",
      undefined,
      { "sandbox-fault": "429" },
      429,
      { code: "rate_limit" },
    ],
  ])("tells of %s in the API's own words", async (_, line, body, headers, status, error) => {
    const sandbox = await paymentsSandbox();
    const answer = await call(sandbox, line, body, headers);
    expect(answer).toMatchObject({
      status,
      body: { error: { message: expect.any(String), ...error } },
    });
  });

  it("comes as often as was asked for", async () => {
    const sandbox = await paymentsSandbox({ faults: [{ status: 503, chance: 0.5 }] });
    const statuses = [];
    for (let index = 0; index < 40; index += 1)
      statuses.push((await call(sandbox, "GET /v1/plans")).status);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
  });

  it("waits as long as was asked for", async () => {
    const sandbox = await paymentsSandbox();
    const began = performance.now();
    await call(sandbox, "GET /v1/plans", undefined, { "sandbox-latency": "60" });
    expect(performance.now() - began).toBeGreaterThanOrEqual(59);
  });
});

describe("a seed", () => {
  it("makes all ids and times come out the same", async () => {
    const run = async (seed: string): Promise<unknown[]> => {
      const sandbox = await paymentsSandbox({ seed });
      const made = [];
      for (let index = 0; index < 3; index += 1)
        made.push((await call(sandbox, "POST /v1/quotes", QUOTE)).body);
      return made;
    };
    expect(await run("a")).toEqual(await run("a"));
    expect(await run("a")).not.toEqual(await run("b"));
  });
});

describe("what is kept", () => {
  it("comes back from a snapshot, keys of repeated requests included", async () => {
    const sandbox = await paymentsSandbox();
    const key = { "idempotency-key": "k1" };
    const made = await call(sandbox, "POST /v1/plans", PLAN, key);
    const snapshot = JSON.parse(JSON.stringify(sandbox.snapshot()));
    sandbox.reset();
    expect(data(await call(sandbox, "GET /v1/plans"))).toEqual([]);
    const other = await paymentsSandbox({ seed: 2 });
    other.load(snapshot);
    expect((await call(other, `GET /v1/plans/${String(made.body["id"])}`)).body).toEqual(made.body);
    expect((await call(other, "POST /v1/plans", PLAN, key)).body).toEqual(made.body);
    const next = await call(other, "POST /v1/plans", PLAN);
    expect(next.body["id"]).not.toBe(made.body["id"]);
  });

  it("may be put in as objects, of which only what matters is told", async () => {
    const sandbox = await paymentsSandbox();
    sandbox.seed({
      plans: [{ id: "gold", amount: 5000 }],
      "/v1/quotes": [{ id: "qt_1", status: "open" }],
    });
    expect((await call(sandbox, "GET /v1/plans/gold")).body).toMatchObject({
      object: "plan",
      amount: 5000,
    });
    expect((await call(sandbox, "POST /v1/quotes/qt_1/accept")).body).toMatchObject({
      status: "accepted",
    });
    expect(() => sandbox.seed({ unicorns: [{}] })).toThrow(
      '"unicorns" is no resource that the sandbox keeps.',
    );
  });

  it.each([
    [null],
    [{}],
    [{ version: 1, objects: [{}], counters: {} }],
    [{ version: 1, objects: [], counters: { a: -1 } }],
  ])("refuses %j as a snapshot and stays as it is", async (snapshot) => {
    const sandbox = await paymentsSandbox();
    await call(sandbox, "POST /v1/plans", PLAN);
    expect(() => sandbox.load(snapshot)).toThrow(TypeError);
    expect(data(await call(sandbox, "GET /v1/plans"))).toHaveLength(1);
  });
});
