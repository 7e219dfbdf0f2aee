import { createServer, type IncomingHttpHeaders } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Stripe } from "stripe-acacia";
import { paymentsWebhooks } from "@specwright/generated-client";
import type { Sandbox } from "@specwright/sandbox";
import { call, paymentsSandbox } from "../helpers/sandbox.ts";

const PLAN = { currency: "usd", interval: "month", product: "prod_1", amount: 100 };
const QUOTE = { customer: "cus_1", line_items: [{ price: "price_1", quantity: 2 }] };
const secret = "whsec_test";

interface Message {
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

/** What has arrived at the receiver. */
let received: Message[] = [];
/** What it answers to one after the other; 200 once they are used up. */
let answers: number[] = [];
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    received.push({ body: Buffer.concat(chunks).toString(), headers: request.headers });
    const status = answers.shift() ?? 200;
    response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end();
  });
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => void server.close());

function receiving(statuses: readonly number[] = []): Promise<Sandbox> {
  received = [];
  answers = [...statuses];
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return paymentsSandbox({ webhook: { url: `http://127.0.0.1:${port}/`, secret } });
}

function typesOf(messages: readonly Message[]): unknown[] {
  return messages.map(({ body }) => JSON.parse(body).type);
}

describe("webhooks", () => {
  it("are sent in the order of the changes that they tell of, and none for what changes nothing", async () => {
    const sandbox = await receiving();
    const made = await call(sandbox, "POST /v1/plans", PLAN);
    const path = `/v1/plans/${String(made.body["id"])}`;
    await call(sandbox, `POST ${path}`, { nickname: "Gold" });
    await call(sandbox, `POST ${path}`, { nickname: "Gold" });
    await call(sandbox, `DELETE ${path}`);
    const quote = await call(sandbox, "POST /v1/quotes", QUOTE);
    await call(sandbox, `POST /v1/quotes/${String(quote.body["id"])}/cancel`);
    await sandbox.settled();
    expect(typesOf(received)).toEqual([
      "plan.created",
      "plan.updated",
      "plan.deleted",
      "quote.created",
      "quote.canceled",
    ]);
    expect(JSON.parse(received[1]?.body ?? "")).toMatchObject({
      object: "event",
      data: {
        object: { id: made.body["id"], nickname: "Gold" },
        previous_attributes: { nickname: null },
      },
    });
  });

  it("are taken by our own client and by the official one, and by neither when they were changed", async () => {
    const sandbox = await receiving();
    await call(sandbox, "POST /v1/plans", PLAN);
    await sandbox.settled();
    const [message] = received;
    const { body = "", headers = {} } = message ?? {};
    const signature = String(headers["stripe-signature"]);
    const ours = await paymentsWebhooks.unwrap(
      { body, headers: { "stripe-signature": signature } },
      { secret },
    );
    const theirs = new Stripe("sk_test_123").webhooks.constructEvent(body, signature, secret);
    expect(ours).toMatchObject({ type: "plan.created", data: { object: { amount: 100 } } });
    expect(theirs).toEqual(ours);
    const forged = body.replace('"amount":100', '"amount":900');
    expect(forged).not.toBe(body);
    const headersOnly = { "stripe-signature": signature };
    await expect(
      paymentsWebhooks.unwrap({ body: forged, headers: headersOnly }, { secret }),
    ).rejects.toThrow();
    expect(() =>
      new Stripe("sk_test_123").webhooks.constructEvent(forged, signature, secret),
    ).toThrow();
  });

  it("are sent again where they were not taken, each signed anew, before the next one", async () => {
    const sandbox = await receiving([500, 302]);
    await call(sandbox, "POST /v1/plans", { ...PLAN, id: "gold" });
    await call(sandbox, "DELETE /v1/plans/gold");
    await sandbox.settled();
    expect(typesOf(received)).toEqual([
      "plan.created",
      "plan.created",
      "plan.created",
      "plan.deleted",
    ]);
    expect(new Set(received.slice(0, 3).map(({ body }) => body)).size).toBe(1);
    expect(sandbox.deliveries).toMatchObject([
      { event: "plan.created", attempts: 3, status: 200 },
      { event: "plan.deleted", attempts: 1, status: 200 },
    ]);
  });

  it("are given up after three times, and the next one is sent", async () => {
    const sandbox = await receiving([500, 500, 503]);
    await call(sandbox, "POST /v1/plans", { ...PLAN, id: "gold" });
    await call(sandbox, "DELETE /v1/plans/gold");
    await sandbox.settled();
    expect(sandbox.deliveries).toMatchObject([
      { event: "plan.created", attempts: 3, status: 503 },
      { event: "plan.deleted", attempts: 1, status: 200 },
    ]);
  });
});
