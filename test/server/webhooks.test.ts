import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { paymentsWebhooks, type PaymentsWebhook } from "@specwright/generated-client";
import { createPartialPaymentsHandler } from "@specwright/generated-server-stubs";
import { toNodeListener, webhookRoute } from "@specwright/runtime/server";
import { isRecord, validator } from "@specwright/runtime/validate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

// Webhooks as routes of a generated server, beside its operations: over the handler alone, and over a socket.

const secret = "whsec_test";
const paid = JSON.stringify({ object: "event", type: "topup.failed", id: "evt_1", text: "☃  " });

/** Stands for the validator of the whole event, of which these messages have little. */
const withId = validator(
  "Event",
  (value): value is PaymentsWebhook => isRecord(value) && typeof value["id"] === "string",
  (_value, issues, at) => issues.missing(`${at}/id`),
);

const seen: string[] = [];
const errors: unknown[] = [];
/** Whether every message counts as one that came before. */
let isKnown = false;
const handler = createPartialPaymentsHandler({
  authenticate: {},
  handlers: {},
  limits: { bodyBytes: 1_000 },
  onError: (error) => errors.push(error),
  receivers: [
    webhookRoute({
      path: "/webhooks/payments",
      receiver: paymentsWebhooks,
      secret,
      validator: withId,
      isReplay: () => isKnown,
      handle: paymentsWebhooks.on({
        "topup.failed": (event) => {
          if (event.id === "evt_bad") throw new Error("the queue is gone");
          seen.push(event.id);
        },
        otherwise: (event) => seen.push(`otherwise ${event.id}`),
      }),
    }),
  ],
});

type Ask = (init: RequestInit, path?: string) => Promise<Response>;

const server: Server = createServer(toNodeListener(handler));
const servers: Readonly<Record<string, Ask>> = {
  "Request and Response": (init, path = "/webhooks/payments") =>
    handler(new Request(`http://localhost${path}`, init)),
  "node:http": (init, path = "/webhooks/payments") => {
    const { port } = server.address() as AddressInfo;
    return fetch(`http://127.0.0.1:${port}${path}`, init);
  },
};

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => server.close().closeAllConnections());
beforeEach(() => {
  seen.length = 0;
  errors.length = 0;
  isKnown = false;
});

async function signed(body: string, timestamp?: number): Promise<RequestInit> {
  const options = timestamp === undefined ? { secret } : { secret, timestamp };
  const headers = await paymentsWebhooks.sign(body, options);
  return { method: "POST", body, headers: { ...headers, "content-type": "application/json" } };
}

describe.each(Object.entries(servers))("a webhook that comes over %s", (_, ask) => {
  it("is given to its handler, and answered without a body", async () => {
    const response = await ask(await signed(paid));
    expect([response.status, await response.text()]).toEqual([204, ""]);
    expect(seen).toEqual(["evt_1"]);
  });

  it("may be of any media type, for its bytes are what is signed", async () => {
    const { headers, ...init } = await signed(paid);
    const own = { ...(headers as Record<string, string>), "content-type": "text/plain" };
    expect((await ask({ ...init, headers: own })).status).toBe(204);
  });

  it("is refused when it was changed, is old, or bears no signature", async () => {
    const genuine = await signed(paid);
    const changed = await ask({ ...genuine, body: paid.replace("evt_1", "evt_2") });
    const old = await ask(await signed(paid, 1_000));
    const bare = await ask({ method: "POST", body: paid });
    expect([changed, old, bare].map(({ status }) => status)).toEqual([400, 400, 400]);
    const bodies = await Promise.all([changed, old, bare].map((one) => one.json()));
    expect(bodies.map((body) => (body as { error: { code: string } }).error.code)).toEqual([
      "wrong-signature",
      "too-old",
      "missing-header",
    ]);
    expect([seen, errors]).toEqual([[], []]);
  });

  it("is refused when it is signed, but no JSON or no event", async () => {
    expect((await ask(await signed("{"))).status).toBe(400);
    const response = await ask(await signed('{"type":"topup.failed"}'));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { param: "id" } });
    expect(seen).toEqual([]);
  });

  it("is refused when it was dealt with before", async () => {
    const genuine = await signed(paid);
    expect((await ask(genuine)).status).toBe(204);
    isKnown = true;
    expect((await ask(genuine)).status).toBe(400);
    expect(seen).toEqual(["evt_1"]);
  });

  it("is refused when it is too large, or asks for another method", async () => {
    expect((await ask(await signed("x".repeat(1_001)))).status).toBe(413);
    const response = await ask({ method: "GET" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "OPTIONS, POST"]);
  });

  it("is answered with 500 where its handler fails, so that it is sent again", async () => {
    const response = await ask(await signed(paid.replace("evt_1", "evt_bad")));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("queue");
    expect(errors).toEqual([new Error("the queue is gone")]);
  });

  it("leaves the operations of the API where they are", async () => {
    expect((await ask({ method: "GET" }, "/v1/prices/price_1")).status).toBe(501);
  });
});
