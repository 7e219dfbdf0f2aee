import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Fetch, OperationDescriptor, RequestOptions } from "../contract.ts";
import { ApiError } from "../errors/api-error.ts";
import { ConnectionError, TimeoutError } from "../errors/connection-error.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import { writeContent } from "../media/write-content.ts";
import { toBody } from "../request/body.ts";
import { bareTransport } from "../client/bare-transport.ts";
import { retries } from "./retries.ts";

const find: OperationDescriptor<object, unknown> = {
  id: "books.find",
  method: "GET",
  path: "/books",
  parameters: [],
  responses: [{ status: "200", contentType: "application/json" }],
  security: [],
};

const lend: OperationDescriptor<{ params?: { body?: unknown } }, unknown> = {
  ...find,
  id: "books.lend",
  method: "POST",
  write: [toBody],
  body: { contentType: "text/plain", from: "body", write: writeContent },
  idempotencyHeader: "Idempotency-Key",
};
const { idempotencyHeader: _, ...lendWithoutKey } = lend;

const busy = (): Response => Response.json({ error: "busy" }, { status: 503 });
const refused = (): Error =>
  new TypeError("fetch failed", {
    cause: Object.assign(new Error("connect ECONNREFUSED"), {
      code: "ECONNREFUSED",
      syscall: "connect",
    }),
  });
const cutOff = (): Error => Object.assign(new Error("sent Bearer t0ken"), { code: "ECONNRESET" });

/** A transport that gets these answers, and then a good one. */
function stub(...answers: readonly (Response | Error)[]): {
  readonly send: (
    operation: OperationDescriptor<object, unknown>,
    options?: RequestOptions,
    input?: object,
  ) => Promise<unknown>;
  readonly keys: () => readonly unknown[];
} {
  const left = [...answers];
  const fetch = vi.fn<Fetch>(async () => {
    const answer = left.shift() ?? Response.json({ id: "1" });
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const headers = { Authorization: "Bearer t0ken" };
  const shop = bareTransport("https://shop.example", {
    headers,
    fetch: (url, init) => fetch(url, init, { operation: "", attempt: 0, redact: String }),
    retries: retries(),
  });
  return {
    send: async (operation, options, input = {}) => {
      const output = shop.send(operation, input, options).catch((error: unknown) => error);
      await vi.runAllTimersAsync();
      return output;
    },
    keys: () =>
      fetch.mock.calls.map(([, { headers }]) => Reflect.get(Object(headers), "idempotency-key")),
  };
}

describe("a bare transport with retries", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("sends again what may be sent again, with the same key", async () => {
    const { send, keys } = stub(busy(), cutOff());
    expect(await send(lend)).toEqual({ id: "1" });
    expect(keys()).toHaveLength(3);
    expect(new Set(keys())).toEqual(new Set([expect.stringMatching(/^[\da-f-]{36}$/)]));
  });

  it.each([
    ["an answer", busy, ApiError],
    ["a broken connection", cutOff, ConnectionError],
  ])("does not send a POST without a key again after %s", async (_, answer, kind) => {
    const { send, keys } = stub(answer());
    expect(await send(lendWithoutKey)).toBeInstanceOf(kind);
    expect(keys()).toHaveLength(1);
  });

  it("sends a POST without a key again when not a byte of it left", async () => {
    const { send, keys } = stub(refused(), refused());
    expect(await send(lendWithoutKey)).toEqual({ id: "1" });
    expect(keys()).toHaveLength(3);
  });

  it("sends a stream once", async () => {
    const { send, keys } = stub(busy());
    const body = new ReadableStream();
    expect(await send(lend, {}, { params: { body } })).toBeInstanceOf(ApiError);
    expect(keys()).toHaveLength(1);
  });

  it("gives up after as many retries as it has, or as a call asks for", async () => {
    const { send, keys } = stub(...Array.from({ length: 10 }, busy));
    expect(await send(find)).toMatchObject({ name: "ApiError", status: 503 });
    expect(keys()).toHaveLength(3);
    await send(find, { maxRetries: 0 });
    expect(keys()).toHaveLength(4);
  });

  it("takes headers and the key of a call", async () => {
    const { send, keys } = stub();
    await send(lend, { idempotencyKey: "mine" });
    await send(lend, { headers: { "Idempotency-Key": undefined } });
    expect(keys()).toEqual(["mine", undefined]);
  });

  it("ends an attempt when its time is over", async () => {
    const headers = { authorization: "Bearer t0ken" };
    const fetch = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
    fetch.mockReturnValue(new Promise(() => undefined));
    const given = { headers, fetch, retries: retries({ timeout: 1_000, maxRetries: 1 }) };
    const call = bareTransport("https://shop.example", given).send(find, {});
    const error = call.catch((thrown: unknown) => thrown);
    await vi.advanceTimersByTimeAsync(999);
    expect(fetch).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await error).toBeInstanceOf(TimeoutError);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(fetch.mock.calls.map(([, { signal }]) => signal?.aborted)).toEqual([true, true]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("does not ask again for what is no JSON", async () => {
    const { send, keys } = stub(new Response("<h1>Welcome</h1>"));
    expect(await send(find)).toBeInstanceOf(DecodingError);
    expect(keys()).toHaveLength(1);
  });

  it.each([
    ["what a server quotes", Response.json({ you: "sent Bearer t0ken" }, { status: 400 })],
    ["a header of an answer", new Response("", { status: 400, headers: { "x-saw": "t0ken" } })],
    [
      "a cookie of an answer",
      new Response("", { status: 400, headers: { "set-cookie": "a=t0ken" } }),
    ],
    ["what the platform throws", cutOff()],
  ])("tells no secret of %s", async (_, answer) => {
    const error = await stub(answer).send(lendWithoutKey);
    expect(error).toBeInstanceOf(Error);
    const told = inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error);
    expect(told).not.toContain("t0ken");
  });
});
