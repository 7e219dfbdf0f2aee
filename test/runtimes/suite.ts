import { connectPayments, PaymentsClient, paymentsWebhooks } from "@specwright/generated-client";
import { ApiError, call, ConnectionError, NotFoundError, TimeoutError } from "@specwright/runtime";
import { WebhookVerificationError } from "@specwright/runtime/webhooks";
import { equal, failure, isA } from "./assert.ts";
import { createFile, streamEvents } from "./descriptors.ts";

// The client where there is no test runner: Bun, Deno, workers, browsers, older Node.js. See server.ts for the answers.

/** What came of one case; `error` is absent when it held. */
export interface Outcome {
  readonly name: string;
  readonly error?: string;
}

/** Runs every case against the server of server.ts. */
export async function runSuite(origin: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [name, run] of Object.entries(CASES)) {
    try {
      await run(origin);
      outcomes.push({ name });
    } catch (error) {
      outcomes.push({ name, error: error instanceof Error ? error.message : String(error) });
    }
  }
  return outcomes;
}

const open = (origin: string, options: object = {}): PaymentsClient =>
  new PaymentsClient({ apiKey: "sk_test_1", baseUrl: origin, backoff: () => 1, ...options });

const unique = (): string => `${Date.now()}${Math.random().toString(36).slice(2)}`;

const CASES: Readonly<Record<string, (origin: string) => Promise<void>>> = {
  async "reads a JSON answer"(origin) {
    const price = await open(origin).prices.retrieve("price_ü/1");
    equal(price.id, "price_ü/1");
  },
  async "gives the raw response beside the value"(origin) {
    const { data, response } = await open(origin).prices.retrieve("price_1").withResponse();
    equal([data.id, response.status, response.requestId], ["price_1", 200, "req_1"]);
  },
  async "sends a nested form, and the key that makes it safe to repeat"(origin) {
    const price = await open(origin).prices.create({
      currency: "usd",
      product_data: { name: "Gold & ü" },
      metadata: { order: "1 2" },
    });
    const { form, key, authorization } = Object(price);
    equal(form["product_data[name]"], "Gold & ü");
    equal(form["metadata[order]"], "1 2");
    equal([typeof key, authorization], ["string", `Basic ${btoa("sk_test_1:")}`]);
  },
  async "tries again after 503"(origin) {
    const price = await open(origin).prices.retrieve(`price_flaky_${unique()}`);
    equal(Object(price).attempt, 2);
  },
  async "stops when it is aborted"(origin) {
    const controller = new AbortController();
    const slow = open(origin).prices.retrieve("price_slow", {}, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 20);
    equal(Object(await failure(slow)).message, "enough");
  },
  async "ends after its time-out"(origin) {
    const client = open(origin, { timeout: 50, maxRetries: 0 });
    isA(await failure(client.prices.retrieve("price_slow")), TimeoutError);
  },
  async "tells that nobody answers"() {
    const client = open("http://127.0.0.1:9", { maxRetries: 0, timeout: 5_000 });
    isA(await failure(client.prices.retrieve("price_1")), ConnectionError);
  },
  async "walks a list over its pages"(origin) {
    const ids: string[] = [];
    for await (const { id } of open(origin).prices.list()) ids.push(id);
    equal(ids, ["price_1", "price_2", "price_3"]);
    equal((await open(origin).prices.list().toArray({ limit: 2 })).length, 2);
  },
  async "throws an error of the status, with its body"(origin) {
    const error = await failure(open(origin).prices.retrieve("price_missing"));
    isA(error, NotFoundError);
    isA(error, ApiError);
    equal([error.status, error.requestId], [404, "req_1"]);
    equal(Object(error.body).error.code, "resource_missing");
    equal(`${String(error)}${JSON.stringify(error)}`.includes("sk_test_1"), false);
  },
  async "gives a result instead of throwing"(origin) {
    const found = await open(origin).prices.retrieve("price_1").safe();
    const missing = await open(origin).prices.retrieve("price_missing").safe();
    equal([found.ok, missing.ok], [true, false]);
  },
  async "reads server-sent events as they come"(origin) {
    const numbers: number[] = [];
    const events = await call(connectPayments({ baseUrl: origin }), streamEvents, {});
    for await (const { n } of events) numbers.push(n);
    equal(numbers, [1, 2, 3]);
  },
  async "leaves a stream of events early"(origin) {
    const events = await call(connectPayments({ baseUrl: origin }), streamEvents, {});
    for await (const { n } of events) {
      equal(n, 1);
      break;
    }
  },
  async "sends a file in parts"(origin) {
    const file = new File(["pixels"], "ü.png", { type: "image/png" });
    const transport = connectPayments({ baseUrl: origin });
    const sent = await call(transport, createFile, { params: { purpose: "logo", file } });
    equal(sent, { purpose: "logo", name: "ü.png", type: "image/png", text: "pixels" });
  },
  async "takes a webhook that is signed, and refuses one that was changed"() {
    const secret = "whsec_c2VjcmV0";
    const body = JSON.stringify({ id: "evt_1", type: "invoice.paid", data: { object: {} } });
    const headers = await paymentsWebhooks.sign(body, { secret });
    const event = await paymentsWebhooks.unwrap({ body, headers }, { secret });
    equal(event.type, "invoice.paid");
    const changed = { body: body.replace("evt_1", "evt_2"), headers };
    isA(await failure(paymentsWebhooks.unwrap(changed, { secret })), WebhookVerificationError);
  },
  async "refuses a path parameter that is no segment"(origin) {
    const refused = await failure((async () => open(origin).prices.retrieve(".."))());
    equal(refused instanceof Error && !(refused instanceof ApiError), true);
  },
};
