import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type {
  ApiDescriptor,
  ClientOptions,
  Fetch,
  OperationDescriptor,
  ReadAnswer,
} from "../contract.ts";
import { ApiError } from "../errors/api-error.ts";
import { ConnectionError, TimeoutError } from "../errors/connection-error.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import { writeContent } from "../media/write-content.ts";
import { readBytes, readNamed, readText } from "../media/read-content.ts";
import { toBody } from "../request/body.ts";
import { toQuery } from "../request/parameters.ts";
import { writeApiKey, writeBearer } from "../request/write-credentials.ts";
import { call } from "../client/call.ts";
import { connect } from "../client/connect.ts";

const api: ApiDescriptor = {
  server: "https://api.example.com",
  security: {
    bearer: { type: "http", scheme: "bearer", option: "token", write: writeBearer },
    key: { type: "apiKey", in: "query", name: "key", option: "key", write: writeApiKey },
  },
  headerOptions: {},
};

const get: OperationDescriptor<object, unknown> = {
  id: "things.get",
  method: "GET",
  path: "/things",
  parameters: [],
  responses: [{ status: "200", contentType: "application/json" }],
  security: [["key"], ["bearer"]],
};
const post = { ...get, id: "things.create", method: "POST" } as const;
const safePost = { ...post, idempotencyHeader: "Idempotency-Key" } as const;

type Answer = Response | Error | "never";

function stub(
  answers: Answer[],
  options: object = {},
): { fetch: ReturnType<typeof vi.fn<Fetch>>; client: ReturnType<typeof connect> } {
  const fetch = vi.fn<Fetch>((_url, { signal }) => {
    const answer = answers.shift() ?? Response.json("fine");
    if (answer instanceof Response) return Promise.resolve(answer);
    if (answer instanceof Error) return Promise.reject(answer);
    // As the platform's does: it never answers, but it listens.
    return new Promise((_, reject) =>
      signal?.addEventListener("abort", () => reject(signal.reason)),
    );
  });
  const clientOptions: ClientOptions = { fetch, ...options };
  return { fetch, client: connect(api, clientOptions) };
}

function failure(status: number, headers: Record<string, string> = {}): Response {
  return new Response("{}", { status, headers });
}

/** The error a promise ends with; fails when there is none. */
async function caught(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("the URL of a request", () => {
  it.each([
    ["/things", {}, "/things?key=k"],
    ["/things", { limit: 1 }, "/things?limit=1&key=k"],
    ["/things?kind=new", {}, "/things?kind=new&key=k"],
    ["/things?kind=new", { limit: "a?b" }, "/things?kind=new&limit=a%3Fb&key=k"],
  ])("to %s with %j is %s", async (path, params, expected) => {
    const { fetch, client } = stub([Response.json("fine")], { key: "k" });
    const parameters = [{ name: "limit", in: "query" }] as const;
    await call(client, { ...get, path, parameters, write: [toQuery] }, { params });
    expect(fetch.mock.calls[0]?.[0]).toBe(`https://api.example.com${expected}`);
  });
});

describe("an answer", () => {
  it.each([
    ["application/json", '{"a":1}', "application/json", { a: 1 }],
    ["application/json", '{"a":1}', "text/plain", { a: 1 }],
    ["application/problem+json", "[1]", "application/problem+json", [1]],
    ["text/csv", "1,2", "text/csv", "1,2", readText],
    ["application/xml", "<a/>", "application/xml", "<a/>", readText],
    ["*/*", "<a/>", "application/xml", "<a/>", readNamed],
    ["*/*", '"x"', "application/json; charset=utf-8", "x", readNamed],
    ["application/json", "", "application/json", undefined],
    [undefined, "ignored", "text/plain", undefined],
  ])("documented as %s: %s", async (documented, text, contentType, output, read?: ReadAnswer) => {
    const { client } = stub([new Response(text, { headers: { "content-type": contentType } })]);
    const media = { ...(documented && { contentType: documented }), ...(read && { read }) };
    const responses = [{ status: "200", ...media }];
    await expect(call(client, { ...get, responses }, {})).resolves.toEqual(output);
  });

  it("that nothing documents is read by its own content type", async () => {
    const { client } = stub([
      Response.json({ a: 1 }, { status: 203 }),
      new Response("a", { status: 203 }),
    ]);
    await expect(call(client, get, {})).resolves.toEqual({ a: 1 });
    await expect(call(client, get, {})).resolves.toBe("a");
  });

  it("of bytes is a Blob", async () => {
    const { client } = stub([new Response(new Uint8Array([1, 2]))]);
    const responses = [{ status: "200", contentType: "application/pdf", read: readBytes }];
    const output = await call(client, { ...get, responses }, {});
    expect(output).toBeInstanceOf(Blob);
  });

  it.each([
    [204, "GET"],
    [205, "GET"],
    [200, "HEAD"],
  ] as const)("of status %s to %s has no output", async (status, method) => {
    const { client } = stub([new Response(null, { status })]);
    await expect(call(client, { ...get, method }, {})).resolves.toBeUndefined();
  });

  it.each([
    ["application/json", '"1234"'],
    ["text/plain", "123456", readText],
    ["application/pdf", "123456", readBytes],
  ])("of %s holds at most maxResponseBytes", async (contentType, text, read?: ReadAnswer) => {
    const headers = { "content-type": contentType };
    const cancel = vi.fn();
    const start = (controller: ReadableStreamDefaultController): void =>
      controller.enqueue(new TextEncoder().encode(`${text} `));
    const responses = [{ status: "200", contentType, ...(read && { read }) }];
    const fits = stub([new Response(text, { headers })], { maxResponseBytes: 6 });
    await expect(call(fits.client, { ...get, responses }, {})).resolves.toBeDefined();
    const { client } = stub([new Response(new ReadableStream({ start, cancel }), { headers })]);
    const tooMuch = call(client, { ...get, responses }, {}, { maxResponseBytes: 6 });
    const error = await caught(tooMuch);
    expect(error).toBeInstanceOf(DecodingError);
    expect(String(error)).toMatch(/larger than `maxResponseBytes` \(6\)/);
    expect(cancel).toHaveBeenCalled();
  });

  it("that is not the JSON it should be throws without quoting it, and is not asked for again", async () => {
    const { client, fetch } = stub([new Response("<html>private</html>")]);
    const error = await caught(call(client, get, {}));
    expect(error).toBeInstanceOf(DecodingError);
    expect(String(error)).toMatch(/^DecodingError: things\.get .*200/);
    expect(String(error)).not.toMatch(/private/);
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe("an error answer", () => {
  it("carries status, headers, body, request id and the server's words", async () => {
    const body = { error: { message: "No such\nthing", type: "invalid_request_error" } };
    const headers = { "Request-Id": "req_1", "Set-Cookie": "session=1" };
    const { client } = stub([Response.json(body, { status: 404, headers })]);
    const error = await caught(call(client, get, {}));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      name: "ApiError",
      message: "things.get was answered with 404: No such thing (request req_1)",
      operation: "things.get",
      status: 404,
      body,
      requestId: "req_1",
      headers: { "content-type": "application/json", "request-id": "req_1" },
    });
    expect(error).not.toHaveProperty("headers.set-cookie");
  });

  it("keeps a body that is no JSON as text", async () => {
    const broken = { status: 400, headers: { "content-type": "application/json" } };
    const { client } = stub([new Response("a", { status: 400 }), new Response("{", broken)]);
    expect(await caught(call(client, get, {}))).toMatchObject({ body: "a" });
    expect(await caught(call(client, get, {}))).toMatchObject({ body: "{" });
  });

  it("is read to 1 MiB at most, and the rest is cancelled", async () => {
    const cancel = vi.fn();
    const pull = (controller: ReadableStreamDefaultController): void =>
      controller.enqueue(new Uint8Array(300_000).fill(97));
    const { client } = stub([new Response(new ReadableStream({ pull, cancel }), { status: 400 })]);
    const error = await caught(call(client, get, {}));
    expect(error).toHaveProperty("body.length", 1_048_576);
    expect(cancel).toHaveBeenCalled();
  });

  it("does not give the request's secrets back", async () => {
    const text = "bad key sk_live_1%2F2 sk_live_1/2";
    const headers = { location: "https://api.example.com/?key=sk_live_1%2F2" };
    const { client } = stub([new Response(text, { status: 302, headers })], { key: "sk_live_1/2" });
    const error = await caught(call(client, get, {}));
    expect(error).toMatchObject({ status: 302, body: "bad key [secret] [secret]" });
    expect(error).toHaveProperty("headers.location", "https://api.example.com/?key=[secret]");
    expect(String(error)).toMatch(/redirect/);
  });
});

describe("a retry", () => {
  it.each([408, 409, 429, 500, 503])(
    "follows %s, after half a second and then one",
    async (status) => {
      const { client, fetch } = stub([failure(status), failure(status)]);
      const output = call(client, get, {});
      await vi.advanceTimersByTimeAsync(499);
      expect(fetch).toHaveBeenCalledTimes(1);
      await vi.advanceTimersByTimeAsync(1);
      expect(fetch).toHaveBeenCalledTimes(2);
      await vi.advanceTimersByTimeAsync(1_000);
      await expect(output).resolves.toBe("fine");
      expect(fetch).toHaveBeenCalledTimes(3);
    },
  );

  it.each([301, 400, 401, 404, 422])("does not follow %s", async (status) => {
    const { client, fetch } = stub([failure(status)]);
    await expect(call(client, get, {})).rejects.toMatchObject({ status });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("comes twice and then no more", async () => {
    const { client, fetch } = stub([failure(500), failure(500), failure(502)]);
    const error = caught(call(client, get, {}));
    await vi.runAllTimersAsync();
    expect(await error).toMatchObject({ status: 502 });
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it.each([
    ["client", { maxRetries: 0 }, {}],
    ["call", {}, { maxRetries: 0 }],
  ])("can be switched off by the %s", async (_, client, options) => {
    const stubbed = stub([failure(500)], client);
    await expect(call(stubbed.client, get, {}, options)).rejects.toMatchObject({ status: 500 });
    expect(stubbed.fetch).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["GET", true],
    ["HEAD", true],
    ["PUT", true],
    ["DELETE", true],
    ["OPTIONS", true],
    ["TRACE", true],
    ["POST", false],
    ["PATCH", false],
    ["QUERY", true],
    ["COPY", false],
  ] as const)("of %s without a key: %s", async (method, isRetried) => {
    for (const answer of [
      failure(503, { "x-should-retry": "true" }),
      new TypeError("no network"),
    ]) {
      const { client, fetch } = stub([answer]);
      const output = call(client, { ...get, method }, {}).catch(() => "failed");
      await vi.runAllTimersAsync();
      expect(await output).toBe(isRetried ? (method === "HEAD" ? undefined : "fine") : "failed");
      expect(fetch).toHaveBeenCalledTimes(isRetried ? 2 : 1);
    }
  });

  it("of POST keeps the idempotency key", async () => {
    const { client, fetch } = stub([failure(500), new TypeError("no network")]);
    const output = call(client, safePost, {});
    await vi.runAllTimersAsync();
    await expect(output).resolves.toBe("fine");
    const keys = fetch.mock.calls.map(([, init]) =>
      Reflect.get(init.headers ?? {}, "idempotency-key"),
    );
    expect(keys).toEqual([expect.stringMatching(/^[\da-f-]{36}$/), keys[0], keys[0]]);
    await call(client, safePost, {});
    const last = fetch.mock.lastCall?.[1].headers;
    expect(Reflect.get(last ?? {}, "idempotency-key")).not.toBe(keys[0]);
  });

  it("of POST does not happen when the caller took the key away", async () => {
    const { client, fetch } = stub([failure(500)]);
    const options = { headers: { "idempotency-key": undefined } };
    await expect(call(client, safePost, {}, options)).rejects.toThrow(ApiError);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("does not happen for a stream, which can be read only once", async () => {
    const { client, fetch } = stub([failure(500)]);
    const body = {
      contentType: "application/octet-stream",
      from: "body",
      write: writeContent,
    } as const;
    const params = { body: new ReadableStream() };
    await expect(call(client, { ...safePost, write: [toBody], body }, { params })).rejects.toThrow(
      ApiError,
    );
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it.each([
    [500, { "stripe-should-retry": "false" }, false],
    [500, { "x-should-retry": "false" }, false],
    [400, { "stripe-should-retry": "true" }, true],
    [400, { "x-should-retry": "true" }, true],
    [400, { "x-should-retry": "perhaps" }, false],
    [500, { "x-should-retry": "perhaps" }, true],
  ])("after %s heeds the server: %o", async (status, headers, isRetried) => {
    const { client, fetch } = stub([failure(status, headers)]);
    const output = call(client, get, {}).catch(() => "failed");
    await vi.runAllTimersAsync();
    expect(await output).toBe(isRetried ? "fine" : "failed");
    expect(fetch).toHaveBeenCalledTimes(isRetried ? 2 : 1);
  });

  it("waits as long as the client's own back-off says, where the server does not say", async () => {
    const backoff = vi.fn((attempt: number) => attempt * 7);
    const answers = [failure(500), failure(500, { "retry-after-ms": "3" }), new Error("broken")];
    const { client, fetch } = stub(answers, { backoff, maxRetries: 3 });
    const output = call(client, get, {});
    await vi.advanceTimersByTimeAsync(7 + 3 + 21 - 1);
    expect(fetch).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(1);
    await expect(output).resolves.toBe("fine");
    expect(backoff.mock.calls).toEqual([[1], [3]]);
  });

  it.each([
    ["429 with Retry-After", failure(429, { "retry-after": "1" })],
    ["a server that asks for it", failure(503, { "x-should-retry": "true" })],
    ["a time-out", "never" as const],
  ])("of POST without a key does not follow %s", async (_, answer) => {
    const { client, fetch } = stub([answer]);
    const error = caught(call(client, post, {}));
    await vi.runAllTimersAsync();
    expect(await error).toBeInstanceOf(Error);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("throws when the server wants a longer wait than a minute", async () => {
    const { client, fetch } = stub([failure(429, { "retry-after": "61" })]);
    await expect(call(client, get, {})).rejects.toMatchObject({ status: 429 });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("follows an answer that was read to its end, so that the connection is free again", async () => {
    const answer = Response.json({ error: "busy" }, { status: 503 });
    const { client, fetch } = stub([answer]);
    const output = call(client, get, {});
    await vi.advanceTimersByTimeAsync(1);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(answer.bodyUsed).toBe(true);
    await vi.runAllTimersAsync();
    await output;
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("follows an answer that stalls once its time is over", async () => {
    const { client, fetch } = stub([new Response(new ReadableStream(), { status: 503 })]);
    const output = call(client, get, {}, { timeout: 1_000 });
    await vi.advanceTimersByTimeAsync(999);
    expect(fetch).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(501);
    await output;
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});

describe("a broken connection", () => {
  it("is a ConnectionError with the platform's error as cause, once retries are used up", async () => {
    const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    const cause = new TypeError("fetch failed", { cause: refused });
    const { client, fetch } = stub([cause, cause, cause], { token: "sk_live_1" });
    const error = caught(call(client, get, {}));
    await vi.runAllTimersAsync();
    expect(await error).toBeInstanceOf(ConnectionError);
    expect(await error).toMatchObject({
      name: "ConnectionError",
      message: expect.stringMatching(/things\.get.*ECONNREFUSED/),
      cause: {
        name: "TypeError",
        message: "fetch failed",
        cause: { message: "connect", code: "ECONNREFUSED" },
      },
    });
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it("tells nothing of what hangs on the platform's error but its words, without secrets", async () => {
    const thrown = Object.assign(new Error("bad header: Bearer sk_live_1"), {
      name: "RequestError sk_live_1",
      code: "E_sk_live_1",
      request: { headers: { authorization: "Bearer sk_live_1", "x-own-token": "own word 1" } },
      cause: Object.assign(new Error("own word 1"), { cause: "sk_live_1" }),
    });
    const options = { headers: { "x-own-token": "own word 1" } };
    const { client } = stub([thrown], { token: "sk_live_1", maxRetries: 0 });
    const error = await caught(call(client, get, {}, options));
    const told = inspect(error, { depth: Infinity, showHidden: true });
    expect(told).toMatch(/bad header: \[secret\]/);
    expect(told + JSON.stringify(error)).not.toMatch(/sk_live|word/);
  });

  it.each([
    ["connect", { syscall: "connect", code: "ECONNREFUSED" }, true],
    ["no such host", { syscall: "getaddrinfo", code: "ENOTFOUND" }, true],
    ["no connection in time", { code: "UND_ERR_CONNECT_TIMEOUT" }, true],
    ["every address", { errors: [{ syscall: "connect" }, { syscall: "connect" }] }, true],
    ["some addresses", { errors: [{ syscall: "connect" }, { syscall: "read" }] }, false],
    ["no address", { errors: [], code: "ECONNREFUSED" }, false],
    ["reset", { syscall: "read", code: "ECONNRESET" }, false],
    ["a way that was lost", { syscall: "read", code: "EHOSTUNREACH" }, false],
    ["nobody knows what", {}, false],
  ])("of POST without a key is repeated when nothing was sent: %s", async (_, why, isRepeated) => {
    const cause = Object.assign(new Error("broken"), why);
    const { client, fetch } = stub([new TypeError("fetch failed", { cause })]);
    const outcome = call(client, post, {}).catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    if (isRepeated) expect(await outcome).toBe("fine");
    else expect(await outcome).toMatchObject({ name: "ConnectionError", isUnsent: false });
    expect(fetch).toHaveBeenCalledTimes(isRepeated ? 2 : 1);
  });

  it("has no cause when that could quote a secret in the URL", async () => {
    const { client } = stub([new TypeError("cannot reach https://x/?key=sk_live_1")], {
      key: "sk_live_1",
      maxRetries: 0,
    });
    const error = await caught(call(client, get, {}));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).not.toHaveProperty("cause");
  });

  it("in the middle of a body counts as one", async () => {
    const start = (controller: ReadableStreamDefaultController): void =>
      controller.error(new TypeError("terminated"));
    const { client } = stub([new Response(new ReadableStream({ start }))]);
    const output = call(client, get, {});
    await vi.runAllTimersAsync();
    await expect(output).resolves.toBe("fine");
  });
});

describe("a time-out", () => {
  it("ends one attempt, and the next one has the whole time again", async () => {
    const { client, fetch } = stub(["never", "never"], { timeout: 1_000 });
    const output = call(client, get, {});
    await vi.advanceTimersByTimeAsync(1_499);
    expect(fetch).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(fetch).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(2_000);
    await expect(output).resolves.toBe("fine");
  });

  it("is 80 seconds unless said otherwise, and a TimeoutError in the end", async () => {
    const { client, fetch } = stub(["never"], { maxRetries: 0 });
    const error = caught(call(client, get, {}));
    await vi.advanceTimersByTimeAsync(79_999);
    expect(fetch.mock.calls[0]?.[1].signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(fetch.mock.calls[0]?.[1].signal?.aborted).toBe(true);
    expect(await error).toBeInstanceOf(TimeoutError);
    expect(await error).toBeInstanceOf(ConnectionError);
    expect(String(await error)).toMatch(/^TimeoutError: things\.get.*80000 ms/);
  });

  it("holds for a body that never ends and a fetch that does not listen", async () => {
    const deaf = new Response(new ReadableStream());
    const { client } = stub([deaf]);
    const error = caught(call(client, get, {}, { timeout: 10, maxRetries: 0 }));
    await vi.advanceTimersByTimeAsync(10);
    expect(await error).toBeInstanceOf(TimeoutError);
  });

  it("can be endless", async () => {
    const { client, fetch } = stub(["never"]);
    const controller = new AbortController();
    const error = caught(call(client, get, {}, { timeout: Infinity, signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(10 ** 9);
    expect(fetch).toHaveBeenCalledTimes(1);
    controller.abort("enough");
    expect(await error).toBe("enough");
  });
});

describe("a deadline", () => {
  it("ends the last attempt early, and no other is begun", async () => {
    const { client, fetch } = stub(["never", "never", "never"], {
      timeout: 1_000,
      deadline: 2_000,
    });
    const error = caught(call(client, get, {}, { maxRetries: 9 }));
    await vi.advanceTimersByTimeAsync(2_001);
    expect(await error).toBeInstanceOf(TimeoutError);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("does not wait for an attempt that would come too late: the answer is thrown", async () => {
    const { client, fetch } = stub([failure(429, { "retry-after": "5" })]);
    const error = await caught(call(client, get, {}, { deadline: 4_000 }));
    expect(error).toMatchObject({ status: 429 });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("does not wait after a lost connection either", async () => {
    const { client, fetch } = stub([new Error("ECONNRESET")]);
    const error = await caught(call(client, get, {}, { deadline: 100 }));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("that is over sends nothing", async () => {
    const { client, fetch } = stub([]);
    const error = await caught(call(client, get, {}, { deadline: 0 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(String(error)).toMatch(/within 0 ms/);
    expect(fetch).not.toHaveBeenCalled();
  });

  it("leaves a call alone that ends in time", async () => {
    const { client } = stub([failure(503)]);
    const output = call(client, get, {}, { deadline: 10_000 });
    await vi.runAllTimersAsync();
    await expect(output).resolves.toBe("fine");
  });
});

describe("an abort", () => {
  /** Counts the listeners that are left. */
  function watch(signal: AbortSignal): () => number {
    const add = vi.spyOn(signal, "addEventListener");
    const remove = vi.spyOn(signal, "removeEventListener");
    return () => add.mock.calls.length - remove.mock.calls.length;
  }

  it("before the call sends nothing", async () => {
    const { client, fetch } = stub([]);
    const options = { signal: AbortSignal.abort("reason") };
    expect(await caught(call(client, get, {}, options))).toBe("reason");
    expect(fetch).not.toHaveBeenCalled();
  });

  it("during an attempt rejects at once with the reason, and stops the fetch", async () => {
    const { client, fetch } = stub(["never"]);
    const controller = new AbortController();
    const listeners = watch(controller.signal);
    const error = caught(call(client, get, {}, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(100);
    controller.abort();
    expect(vi.getTimerCount()).toBe(0);
    expect(listeners()).toBe(0);
    expect(fetch.mock.calls[0]?.[1].signal?.aborted).toBe(true);
    expect(await error).toBe(controller.signal.reason);
  });

  it("during a wait rejects at once with the reason, and nothing more is sent", async () => {
    const { client, fetch } = stub([failure(500)]);
    const controller = new AbortController();
    const listeners = watch(controller.signal);
    const error = caught(call(client, get, {}, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(100);
    controller.abort("enough");
    expect(vi.getTimerCount()).toBe(0);
    expect(listeners()).toBe(0);
    expect(await error).toBe("enough");
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("that does not come leaves no listener behind", async () => {
    const { client } = stub([failure(500)]);
    const { signal } = new AbortController();
    const listeners = watch(signal);
    const output = call(client, get, {}, { signal });
    await vi.runAllTimersAsync();
    await output;
    expect(listeners()).toBe(0);
  });
});

describe("secrets", () => {
  it("cannot be seen in a transport or in any error", async () => {
    const secret = "sk_live_Secret1";
    const seen: unknown[] = [];
    for (const options of [{ token: secret }, { key: secret }]) {
      const answers = [
        Response.json({ message: `bad ${secret}` }, { status: 400, headers: { location: secret } }),
        new TypeError("fetch failed"),
        new Response("<"),
        "never",
      ] as const;
      const { client } = stub([...answers], { ...options, maxRetries: 0, timeout: 1 });
      seen.push(client);
      for (const _ of answers) {
        const error = caught(call(client, get, {}));
        await vi.advanceTimersByTimeAsync(1);
        seen.push(await error);
      }
    }
    expect(seen.filter((error) => error instanceof Error)).toHaveLength(8);
    expect(inspect(seen, { depth: Infinity, showHidden: true })).not.toMatch(/Secret1/);
  });
});
