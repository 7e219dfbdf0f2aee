import { getEventListeners } from "node:events";
import { ServerResponse } from "node:http";
import { inspect } from "node:util";
import { connectPayments, createPrice, retrievePrice } from "@specwright/generated-client";
import { ApiError, call, ConnectionError, DecodingError, TimeoutError } from "@specwright/runtime";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "../hostile/random.ts";
import {
  CALL,
  type FaultServer,
  type Script,
  seededScript,
  startFaultServer,
} from "./fault-server.ts";
import { BUSY, type Fault, LASTING, PASSING, SILENCE } from "./faults.ts";

const seed = Number(process.env["SPECWRIGHT_FAULT_SEED"] ?? 1);
/** Logical calls of the largest run. */
const calls = Number(process.env["SPECWRIGHT_FAULTS"] ?? 10_000);

const secret = "sk_live_FaultSecret42";
const encoded = btoa(`${secret}:`);
const price = { params: { currency: "usd", product: "prod_1" } } as const;

let server: FaultServer | undefined;
const unhandled: unknown[] = [];
const errors: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
beforeAll(() => void process.on("unhandledRejection", note));
afterEach(async () => {
  await server?.close();
  server = undefined;
});
afterAll(() => {
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
});

async function start(
  script: Script,
  options?: Parameters<typeof startFaultServer>[1],
): Promise<FaultServer> {
  server = await startFaultServer(script, options);
  return server;
}

function open(url: string, options: object = {}): ReturnType<typeof connectPayments> {
  const backoff = (): number => 1;
  return connectPayments({ apiKey: secret, baseUrl: url, backoff, timeout: 300, ...options });
}

/** Runs one job per number below `count`, so many at a time. */
async function each(count: number, job: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await job(next++);
  };
  await Promise.all(Array.from({ length: 64 }, worker));
}

/** What a call ended with; errors are kept, to be searched for secrets. */
async function outcome(promise: Promise<unknown>): Promise<unknown> {
  return promise.catch((error: unknown) => {
    errors.push(error);
    return error;
  });
}

describe("POSTs under a fifth of faults", () => {
  it(`with keys have each effect exactly once and lose none, ${calls} times`, async () => {
    const { url, seen } = await start(seededScript(seed, 0.2, PASSING), { refused: 0.02, seed });
    const maxRetries = 12;
    const client = open(url, { maxRetries });
    const failed: unknown[] = [];
    await each(calls, async (index) => {
      const headers = { [CALL]: String(index) };
      const result = await outcome(call(client, createPrice, price, { headers }));
      if (result instanceof Error) failed.push(result);
    });
    expect(failed).toEqual([]);
    const all = [...seen.values()];
    expect(all).toHaveLength(calls);
    expect(all.filter(({ effects }) => effects !== 1)).toEqual([]);
    expect(all.filter(({ keys }) => keys.size !== 1)).toEqual([]);
    expect(all.filter(({ requests }) => requests > maxRetries + 1)).toEqual([]);
    // The script did strike.
    expect(all.filter(({ requests }) => requests > 1).length).toBeGreaterThan(calls / 10);
  });

  it("without keys are never sent again once they arrived", async () => {
    const { url, seen } = await start(seededScript(seed, 0.2, PASSING), { refused: 0.02, seed });
    const client = open(url, { maxRetries: 12 });
    let failures = 0;
    await each(calls / 5, async (index) => {
      const headers = { [CALL]: String(index), "idempotency-key": undefined };
      const result = await outcome(call(client, createPrice, price, { headers }));
      if (result instanceof Error) failures += 1;
    });
    expect(failures).toBeGreaterThan(calls / 50);
    expect([...seen.values()].filter(({ requests }) => requests > 1)).toEqual([]);
  });

  it("without keys wait for a server that is not there yet", async () => {
    const { port } = await start(() => undefined);
    await server?.close();
    const client = open(`http://127.0.0.1:${port}`, { maxRetries: 100, backoff: () => 20 });
    const results = Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const headers = { [CALL]: String(index), "idempotency-key": undefined };
        return call(client, createPrice, price, { headers });
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { seen } = await start(() => undefined, { port });
    await results;
    expect([...seen.values()].map(({ requests, effects }) => [requests, effects])).toEqual(
      Array.from({ length: 20 }, () => [1, 1]),
    );
  });
});

describe("attempts", () => {
  it.each([0, 1, 3])("are at most one more than %s retries", async (maxRetries) => {
    const { url, seen } = await start(seededScript(seed, 1, PASSING.filter(fast)));
    const client = open(url, { maxRetries });
    await each(100, async (index) => {
      const headers = { [CALL]: String(index) };
      await outcome(call(client, createPrice, price, { headers }));
    });
    const requests = [...seen.values()].map((one) => one.requests);
    expect(Math.max(...requests)).toBe(maxRetries + 1);
  });
});

/** What ends with the answer of the server, or at once. */
function fast({ name }: Fault): boolean {
  return !/stalled|slow/.test(name);
}

describe("a deadline", () => {
  it.each([
    ["a server that is silent", SILENCE, 10_000],
    ["a server that lets every attempt time out", SILENCE, 100],
    ["a server that is busy", BUSY, 10_000],
  ])("holds within a tenth with %s", async (_, fault, timeout) => {
    const { url } = await start(() => fault);
    const client = open(url, { timeout, maxRetries: 10_000, backoff: () => 25 });
    const random = createRandom(seed);
    await each(30, async (index) => {
      const deadline = 1_000 + random.below(500);
      const begun = performance.now();
      const options = { headers: { [CALL]: String(index) }, deadline };
      // A machine that is busy itself holds up every timer.
      const due = new Promise<number>((resolve) => {
        setTimeout(() => resolve(performance.now() - begun), deadline);
      });
      const error = await outcome(call(client, retrievePrice, { price: "price_1" }, options));
      const elapsed = performance.now() - begun;
      // The last attempt at a busy server may be cut short.
      if (fault !== BUSY || !(error instanceof ApiError))
        expect(error).toBeInstanceOf(TimeoutError);
      expect(elapsed).toBeGreaterThan(deadline * 0.9);
      expect(elapsed).toBeLessThan((await due) * 1.1);
    });
  });
});

describe("an abort", () => {
  it("at any moment ends the call with its reason, and leaves no listener and no socket", async () => {
    const stalling = [...PASSING, SILENCE, BUSY];
    const { url, sockets } = await start(seededScript(seed, 0.7, stalling));
    const client = open(url, { maxRetries: 1_000, backoff: () => 5, timeout: 10_000 });
    const random = createRandom(seed);
    let aborted = 0;
    await each(1_000, async (index) => {
      const controller = new AbortController();
      const { signal } = controller;
      const reason = new Error(`enough of ${index}`);
      let at = Infinity;
      const timer = setTimeout(() => {
        at = performance.now();
        controller.abort(reason);
      }, random.below(30));
      const options = { headers: { [CALL]: String(index) }, signal };
      const result = await outcome(call(client, createPrice, price, options));
      clearTimeout(timer);
      if (signal.aborted) {
        aborted += 1;
        expect(result).toBe(reason);
        expect(performance.now() - at).toBeLessThan(500);
      }
      expect(getEventListeners(signal, "abort")).toHaveLength(0);
    });
    expect(aborted).toBeGreaterThan(100);
    // A connection that waits for its next request may stay; one whose answer nobody waits for may not.
    await expect.poll(() => [...sockets].flatMap(underWay), { timeout: 5_000 }).toEqual([]);
  });

  it("leaves no timer", async () => {
    const timers = (): number =>
      process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const { url } = await start((_, attempt) => (attempt % 2 ? BUSY : SILENCE));
    const client = open(url, { maxRetries: 1_000, backoff: () => 60_000, timeout: 60_000 });
    const known = timers();
    const controllers = Array.from({ length: 50 }, () => new AbortController());
    const results = controllers.map(({ signal }, index) =>
      outcome(call(client, createPrice, price, { headers: { [CALL]: String(index) }, signal })),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(timers()).toBeGreaterThanOrEqual(50);
    for (const controller of controllers) controller.abort();
    await Promise.all(results);
    expect(timers()).toBeLessThanOrEqual(known + 2);
  });
});

/** What the server has under way on a connection. */
function underWay(socket: object): object[] {
  const response: unknown = Reflect.get(socket, "_httpMessage");
  if (!(response instanceof ServerResponse)) return [];
  const { headersSent, writableEnded, statusCode } = response;
  return [{ headersSent, writableEnded, statusCode, call: response.req.headers[CALL] }];
}

describe("what cannot be mended", () => {
  it.each([
    ["truncated JSON", DecodingError, {}],
    ["a page instead of JSON", DecodingError, {}],
    ["bytes that never end", DecodingError, {}],
    ["a gzip bomb", DecodingError, {}],
    ["a redirect elsewhere", ApiError, { status: 307 }],
    ["an error that never ends", ApiError, { status: 404 }],
    ["402", ApiError, { status: 402, body: { error: { type: "api_error" } } }],
    ["a wait that is too long", ApiError, { status: 429 }],
    ["headers that never end", ConnectionError, {}],
  ] as const)("%s is told at once", async (name, type, parts) => {
    const { url, seen } = await start(() => LASTING[name]);
    const client = open(url, { maxResponseBytes: 2 ** 20, timeout: 10_000, maxRetries: 0 });
    const options = { headers: { [CALL]: "1" } };
    const before = process.memoryUsage();
    const error = await outcome(call(client, createPrice, price, options));
    const used = process.memoryUsage();
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject(parts);
    expect(seen.get(1)?.requests).toBe(1);
    expect(server?.strayed).toBe(0);
    expect(used.arrayBuffers + used.heapUsed - before.arrayBuffers - before.heapUsed).toBeLessThan(
      150e6,
    );
  });

  it.each(["truncated JSON", "a redirect elsewhere", "402"] as const)(
    "%s is not asked for again",
    async (name) => {
      const { url, seen } = await start(() => LASTING[name]);
      const options = { headers: { [CALL]: "1" } };
      await outcome(call(open(url, { maxRetries: 5 }), createPrice, price, options));
      expect(seen.get(1)?.requests).toBe(1);
    },
  );
});

describe("secrets", () => {
  it("are in none of all the errors above", () => {
    expect(errors.length).toBeGreaterThan(1_000);
    const told = errors.map((error) =>
      [
        String(error),
        JSON.stringify(error),
        inspect(error, { depth: 20, showHidden: true, getters: true }),
      ].join("\n"),
    );
    expect(told.filter((text) => text.includes(secret) || text.includes(encoded))).toEqual([]);
    // They did come back from the server.
    expect(
      told.some((text) => text.includes("you sent Basic [secret]") || text.includes("[secret]")),
    ).toBe(true);
  });
});
