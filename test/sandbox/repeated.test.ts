import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "@specwright/sandbox";
import { temporaryFolder } from "../helpers/command.ts";
import { call, paymentsSandbox, type Values } from "../helpers/sandbox.ts";

const PLAN = { currency: "usd", interval: "month", product: "prod_1", amount: 100 };
const QUOTE = { customer: "cus_1", line_items: [{ price: "price_1", quantity: 2 }] };
const DECLINED = { amount: 100, currency: "usd", source: "tok_chargeDeclined" };
const KEY = { "idempotency-key": "k1" };

async function countOf(sandbox: Sandbox, path: string): Promise<number> {
  const { body } = await call(sandbox, `GET ${path}`);
  return Array.isArray(body["data"]) ? body["data"].length : 0;
}

const STORES = {
  memory: () => "memory",
  "a file": () => join(temporaryFolder(), "state.sqlite"),
};

describe.each(Object.entries(STORES))("a repeated request, with answers in %s", (_, store) => {
  const fresh = (options = {}): Promise<Sandbox> => paymentsSandbox({ store: store(), ...options });

  it("gets the same answer for the same key, and makes nothing more", async () => {
    const sandbox = await fresh();
    const first = await call(sandbox, "POST /v1/plans", PLAN, KEY);
    const again = await call(sandbox, "POST /v1/plans", PLAN, KEY);
    expect(again.body).toEqual(first.body);
    expect(first.headers.get("idempotent-replayed")).toBe(null);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(await countOf(sandbox, "/v1/plans")).toBe(1);
  });

  it.each<[string, string, Values]>([
    ["other params", "POST /v1/plans", { ...PLAN, amount: 200 }],
    ["another operation", "POST /v1/quotes", QUOTE],
  ])("with the same key and %s is refused, as the reference has it", async (_name, line, body) => {
    const sandbox = await fresh();
    await call(sandbox, "POST /v1/plans", PLAN, KEY);
    const other = await call(sandbox, line, body, KEY);
    expect(other).toMatchObject({
      status: 400,
      body: { error: { type: "idempotency_error", message: expect.any(String) } },
    });
    expect((await call(sandbox, "POST /v1/plans", PLAN, KEY)).status).toBe(200);
  });

  it("gets the refusal again that came once the work had begun, even where it would now succeed", async () => {
    const sandbox = await fresh();
    const update = (): ReturnType<typeof call> =>
      call(sandbox, "POST /v1/plans/gold", { nickname: "Gold" }, KEY);
    const first = await update();
    expect(first).toMatchObject({ status: 404, body: { error: { code: "resource_missing" } } });
    await call(sandbox, "POST /v1/plans", { ...PLAN, id: "gold" });
    const again = await update();
    expect({ status: again.status, body: again.body }).toEqual({ status: 404, body: first.body });
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    const other = await call(sandbox, "POST /v1/plans/gold", { nickname: "Gold" });
    expect(other.status).toBe(200);
  });

  it("gets the same decline, and the key of a decline is spent", async () => {
    const sandbox = await fresh();
    const first = await call(sandbox, "POST /v1/topups", DECLINED, KEY);
    const again = await call(sandbox, "POST /v1/topups", DECLINED, KEY);
    expect([first.status, again.status]).toEqual([402, 402]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    const { source, ...mended } = DECLINED;
    expect(source).toBeDefined();
    expect((await call(sandbox, "POST /v1/topups", mended, KEY)).status).toBe(400);
    expect(await countOf(sandbox, "/v1/topups")).toBe(0);
  });

  it.each<[string, Values, Readonly<Record<string, string>>]>([
    ["params that are not valid", { ...PLAN, colour: "red" }, {}],
    ["no credentials", PLAN, { authorization: "" }],
    ["a fault that was asked for", PLAN, { "sandbox-fault": "429" }],
  ])("after a refusal for %s is as good as the first", async (_name, body, headers) => {
    const sandbox = await fresh();
    const refused = await call(sandbox, "POST /v1/plans", body, { ...KEY, ...headers });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    const { status, headers: told } = await call(sandbox, "POST /v1/plans", PLAN, KEY);
    expect([status, told.get("idempotent-replayed")]).toEqual([200, null]);
  });

  it("is a new one once its key has expired", async () => {
    // With a seed, the clock moves a second with each change.
    const sandbox = await fresh({ keyLifetime: 2 });
    const send = (headers = {}): ReturnType<typeof call> =>
      call(sandbox, "POST /v1/plans", PLAN, headers);
    const first = await send(KEY);
    await send();
    expect((await send(KEY)).body["id"]).toBe(first.body["id"]);
    await send();
    const late = await send(KEY);
    expect(late.status).toBe(200);
    expect(late.body["id"]).not.toBe(first.body["id"]);
    expect(Object.keys(sandbox.snapshot().answers)).toEqual(["k1"]);
  });

  it("is known again from a snapshot, refusals included", async () => {
    const sandbox = await fresh();
    const first = await call(sandbox, "POST /v1/plans/gold", { nickname: "Gold" }, KEY);
    const other = await fresh();
    other.load(JSON.parse(JSON.stringify(sandbox.snapshot())));
    await call(other, "POST /v1/plans", { ...PLAN, id: "gold" });
    const again = await call(other, "POST /v1/plans/gold", { nickname: "Gold" }, KEY);
    expect({ status: again.status, body: again.body }).toEqual({ status: 404, body: first.body });
  });

  it("with a key that is too long is refused", async () => {
    const sandbox = await fresh();
    const answer = (length: number): ReturnType<typeof call> =>
      call(sandbox, "POST /v1/plans", PLAN, { "idempotency-key": "k".repeat(length) });
    expect((await answer(255)).status).toBe(200);
    expect(await answer(256)).toMatchObject({
      status: 400,
      body: { error: { param: "Idempotency-Key" } },
    });
  });
});

it("keeps answers for a day where nothing else was said", async () => {
  const sandbox = await paymentsSandbox();
  await call(sandbox, "POST /v1/plans", PLAN, KEY);
  const { counters, ...snapshot } = sandbox.snapshot();
  const repeat = async (later: number): Promise<string | null> => {
    sandbox.load({ ...snapshot, counters: { ...counters, time: 1 + later } });
    const { headers } = await call(sandbox, "POST /v1/plans", PLAN, KEY);
    return headers.get("idempotent-replayed");
  };
  expect([await repeat(86_399), await repeat(86_400)]).toEqual(["true", null]);
});

it("answers 409 to a key with another body where the document has no error of its own for that", async () => {
  const sandbox = await createSandbox(join(import.meta.dirname, "tickets.yaml"));
  const post = (title: string): Promise<Response> =>
    sandbox.fetch(
      new Request("http://localhost/tickets", {
        method: "POST",
        headers: { "content-type": "application/json", ...KEY },
        body: JSON.stringify({ title }),
      }),
    );
  expect([(await post("a")).status, (await post("a")).status, (await post("b")).status]).toEqual([
    201, 201, 409,
  ]);
});
