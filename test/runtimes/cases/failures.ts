import {
  ApiError,
  AuthenticationError,
  ConnectionError,
  DecodingError,
  NotFoundError,
  TimeoutError,
} from "@specwright/runtime";
import { CardError } from "@specwright/generated-client";
import { equal, failure, isA } from "./assert.ts";
import { type Cases, open, requestsFor, unique } from "./case.ts";

/** What an attempt fails with that another one mends. */
const MENDED = ["flaky", "busy", "dated", "reset", "cut", "stalled", "again"];

const mended: Cases = Object.fromEntries(
  MENDED.map((how): [string, Cases[string]] => [
    `tries again after an attempt that is ${how}`,
    async (origin) => {
      const name = `price_${how}_${unique()}`;
      const price = await open(origin, { timeout: 1_000 }).prices.retrieve(name);
      equal(Object(price).attempt, 2);
    },
  ]),
);

export const FAILURES: Cases = {
  ...mended,
  async "keeps the key of a POST over its attempts, and does its work once"(origin) {
    const name = unique();
    const metadata = { name, how: "reset" };
    await open(origin).prices.create({ currency: "usd", product: "prod_1", metadata });
    equal(await requestsFor(origin, name), { requests: 2, keys: 1, effects: 1 });
  },
  async "sends a POST without a key no more often than the platform does by itself"(origin) {
    const [bare, name] = [unique(), unique()];
    // Browsers and Deno repeat what breaks a kept connection, whatever it is.
    await (await fetch(`${origin}/echo`)).text();
    const body = new URLSearchParams({ "metadata[name]": bare, "metadata[how]": "reset" });
    await fetch(`${origin}/v1/prices`, { method: "POST", body }).catch(() => undefined);
    const params = { currency: "usd", product: "prod_1", metadata: { name, how: "reset" } };
    const options = { headers: { "idempotency-key": undefined } };
    const { error } = await open(origin).prices.create(params, options).safe();
    if (error !== undefined) isA(error, ConnectionError);
    const [least, sent] = [await requestsFor(origin, bare), await requestsFor(origin, name)];
    equal(Object(sent).requests <= Object(least).requests, true);
  },
  async "gives up after as many retries as it may make"(origin) {
    const name = `price_down_${unique()}`;
    const error = await failure(open(origin, { maxRetries: 3 }).prices.retrieve(name));
    isA(error, ApiError);
    equal(
      [error.status, await requestsFor(origin, name)],
      [503, { requests: 4, keys: 0, effects: 0 }],
    );
  },
  async "throws an error of the status, with its body"(origin) {
    const error = await failure(open(origin).prices.retrieve("price_missing"));
    isA(error, NotFoundError);
    isA(error, ApiError);
    equal([error.status, error.requestId], [404, "req_1"]);
    equal(Object(error.body).error.code, "resource_missing");
    equal(`${String(error)}${JSON.stringify(error)}`.includes("sk_test_1"), false);
  },
  async "throws an error of the type that its body tells"(origin) {
    const error = await failure(open(origin).prices.retrieve("price_declined"));
    isA(error, CardError);
    equal(error.body.error.decline_code, "stolen_card");
  },
  async "takes secrets out of an answer that quotes them"(origin) {
    const error = await failure(open(origin).prices.retrieve("price_refused"));
    isA(error, AuthenticationError);
    const told = `${error.message} ${String(error.stack)} ${JSON.stringify(error)}`;
    equal([told.includes(btoa("sk_test_1:")), told.includes("[secret]")], [false, true]);
  },
  async "follows no redirect"(origin) {
    const error = await failure(open(origin).prices.retrieve("price_moved"));
    isA(error, ApiError);
    // Browsers keep the status of a redirect to themselves.
    equal([0, 307].includes(error.status), true);
    equal(await requestsFor(origin, "elsewhere"), { requests: 0, keys: 0, effects: 0 });
  },
  async "tells that JSON was cut short"(origin) {
    const error = await failure(open(origin).prices.retrieve(`price_truncated_${unique()}`));
    isA(error, DecodingError);
  },
  async "stops when it is aborted"(origin) {
    const controller = new AbortController();
    const slow = open(origin).prices.retrieve("price_slow", {}, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 20);
    equal(Object(await failure(slow)).message, "enough");
  },
  async "stops when it is aborted while it waits for another attempt"(origin) {
    const controller = new AbortController();
    const client = open(origin, { backoff: () => 60_000, maxRetries: 5 });
    const call = client.prices.retrieve(
      `price_down_${unique()}`,
      {},
      { signal: controller.signal },
    );
    setTimeout(() => controller.abort(new Error("enough")), 50);
    equal(Object(await failure(call)).message, "enough");
  },
  async "stops before anything is sent when it is aborted already"(origin) {
    const name = `price_counted_${unique()}`;
    const signal = AbortSignal.abort(new Error("enough"));
    const call = open(origin).prices.retrieve(name, {}, { signal });
    equal(Object(await failure(call)).message, "enough");
    equal(await requestsFor(origin, name), { requests: 0, keys: 0, effects: 0 });
  },
  async "ends after its time-out"(origin) {
    const client = open(origin, { timeout: 50, maxRetries: 0 });
    isA(await failure(client.prices.retrieve("price_slow")), TimeoutError);
  },
  async "ends after its deadline, whatever it may repeat"(origin) {
    const client = open(origin, { timeout: 50, maxRetries: 1_000, deadline: 300 });
    const begun = performance.now();
    isA(await failure(client.prices.retrieve("price_slow")), TimeoutError);
    const elapsed = performance.now() - begun;
    // The least is what the client promises; the most is for machines that are busy.
    equal([elapsed > 270, elapsed < 3_000], [true, true]);
  },
  async "tells that nobody answers"() {
    const client = open("http://127.0.0.1:9", { maxRetries: 0, timeout: 5_000 });
    isA(await failure(client.prices.retrieve("price_1")), ConnectionError);
  },
};
