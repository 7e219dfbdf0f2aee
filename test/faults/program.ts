import { connectPayments, createPrice, retrievePrice } from "@specwright/generated-client";
import { call, connect, readEventStream } from "@specwright/runtime";

// A program of its own: it calls a faulty server in every way, prints what is left of it, and should end by itself.

const [url = "", seed = "1", sender] = process.argv.slice(2);
const count = 400;
const unheard: string[] = [];
process.on("unhandledRejection", (reason) => void unheard.push(String(reason)));
process.on("warning", (warning) => void unheard.push(String(warning)));

/** How many of each kind of thing keep the program running, and how many listeners wait for its end. */
const left = (): object => ({
  resources: process.getActiveResourcesInfo().sort(),
  listeners: ["SIGINT", "SIGTERM", "SIGHUP", "exit", "beforeExit"].map((name) => [
    name,
    process.listenerCount(name),
  ]),
});

const options = {
  baseUrl: url,
  apiKey: "sk_test_1",
  timeout: 200,
  deadline: 2_000,
  backoff: () => 3,
  maxResponseBytes: 2 ** 20,
  ...(sender === "fetch" && {
    fetch: (url: string, init: RequestInit) => globalThis.fetch(url, init),
  }),
};
const client = connectPayments(options);
const streams = connect({ server: url, security: {}, headerOptions: {} }, options);

/** Events of a server that has none: the stream ends, breaks off or is left at once. */
const follow = {
  id: "events.follow",
  method: "GET",
  path: "/events",
  parameters: [],
  responses: [{ status: "200", contentType: "text/event-stream", read: readEventStream }],
  security: [],
} as const;

/** Each kind of call, one after the other. */
const KINDS: readonly ((headers: Record<string, string>) => PromiseLike<unknown>)[] = [
  (headers) =>
    call(client, createPrice, { params: { currency: "usd", product: "p" } }, { headers }),
  (headers) =>
    call(
      client,
      createPrice,
      { params: { currency: "usd", product: "p" } },
      { headers: { ...headers, "idempotency-key": undefined } },
    ),
  (headers) => call(client, retrievePrice, { price: "price_1" }, { headers }),
  (headers) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), Number(seed) % 7);
    const { signal } = controller;
    return call(client, retrievePrice, { price: "price_1" }, { headers, signal });
  },
  async (headers) => {
    const events = await call(streams, follow, {}, { headers });
    if (typeof events !== "object" || events === null) return;
    for await (const _ of events as AsyncIterable<unknown>) break;
  },
];

// To look at them opens them.
void [process.stdout, process.stderr];
const before = left();
const ends = Array.from({ length: count }, async (_, index) => {
  const kind = KINDS[index % KINDS.length];
  return kind?.({ "x-call": String(index) });
});
const settled = (await Promise.allSettled(ends)).length;
// Connections are closed in turns of their own, and a busy machine takes its time.
let after = left();
for (let turn = 0; turn < 50 && JSON.stringify(after) !== JSON.stringify(before); turn += 1) {
  await new Promise((resolve) => setTimeout(resolve, 100));
  after = left();
}
console.log(JSON.stringify({ calls: count, settled, before, after, unheard }));
