import { inspect } from "node:util";
import { connectPayments } from "@specwright/generated-client";
import { bareTransport, type ClientOptions, retries, type Transport } from "@specwright/runtime";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { FaultServer, Script } from "./fault-server.ts";
import { startFaultServer } from "./fault-server.ts";

/** Chooses the script: `SPECWRIGHT_FAULT_SEED`. */
export const seed: number = Number(process.env["SPECWRIGHT_FAULT_SEED"] ?? 1);
/** Logical calls of the largest run: `SPECWRIGHT_FAULTS`. */
const calls: number = Number(process.env["SPECWRIGHT_FAULTS"] ?? 10_000);

export const price = { params: { currency: "usd", product: "prod_1" } } as const;

const secret = "sk_live_FaultSecret42";
const encoded = btoa(`${secret}:`);

/** How clients send requests: as the platform does it best, and by its `fetch`, which has a fifth of the calls. */
export const SENDERS = [
  ["the transport of the platform", {}, calls],
  ["fetch", { fetch: (url: string, init: RequestInit) => globalThis.fetch(url, init) }, calls / 5],
] as const;

type Limits = Pick<ClientOptions, "timeout" | "deadline" | "maxRetries" | "backoff">;

/** Makes the transport of a test. */
type Open = (url: string, limits?: Limits) => Transport;

/** What makes transports with retries: clients, and the smallest one. */
export const OPENERS: readonly (readonly [string, Open, number])[] = [
  ...SENDERS.map(([name, sender, count]): [string, Open, number] => [
    name,
    (url, limits) => open(url, { ...limits, ...sender }),
    count,
  ]),
  ["a bare transport with retries", openBare, calls / 5],
];

let server: FaultServer | undefined;
const errors: unknown[] = [];
const unheard: unknown[] = [];

/**
 * Watches over the calls of a file: no rejection that nobody hears of, no warning, as of too many listeners, no secret in an
 * error; and the server is stopped after each test.
 */
export function watchOver(): void {
  const note = (reason: unknown): void => void unheard.push(reason);
  const signals = listenersOfSignals();
  beforeAll(() => void process.on("unhandledRejection", note).on("warning", note));
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  afterAll(() => {
    process.off("unhandledRejection", note).off("warning", note);
    expect(unheard).toEqual([]);
    expect(listenersOfSignals()).toEqual(signals);
    const told = errors.flatMap((error) => [
      String(error),
      JSON.stringify(error),
      inspect(error, { depth: 20, showHidden: true, getters: true }),
    ]);
    expect(told.filter((text) => text.includes(secret) || text.includes(encoded))).toEqual([]);
  });
}

/** What has listeners for the end of the process, and how many. */
function listenersOfSignals(): object {
  const names = ["SIGINT", "SIGTERM", "SIGHUP", "exit", "beforeExit", "uncaughtException"];
  return Object.fromEntries(names.map((name) => [name, process.listenerCount(name)]));
}

export async function start(
  script: Script,
  options?: Parameters<typeof startFaultServer>[1],
): Promise<FaultServer> {
  await server?.close();
  server = await startFaultServer(script, options);
  return server;
}

/** Stops the server before the test is over. */
export async function stop(): Promise<void> {
  await server?.close();
}

// Less would let attempts time out that nothing is wrong with, and more of them the more are tried again, while a machine is busy.
const PATIENCE: Limits = { backoff: () => 1, timeout: 1_000 };

export function open(url: string, options: ClientOptions = {}): Transport {
  return connectPayments({ apiKey: secret, baseUrl: url, ...PATIENCE, ...options });
}

function openBare(url: string, options: Limits = {}): Transport {
  const headers = { authorization: `Bearer ${secret}` };
  return bareTransport(url, { headers, retries: retries({ ...PATIENCE, ...options }) });
}

/** Runs one job per number below `count`, so many at a time. */
export async function each(count: number, job: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await job(next++);
  };
  await Promise.all(Array.from({ length: 64 }, worker));
}

/** What a call ended with; errors are kept, to be searched for secrets. */
export async function outcome(promise: Promise<unknown>): Promise<unknown> {
  return promise.catch((error: unknown) => {
    errors.push(error);
    return error;
  });
}
