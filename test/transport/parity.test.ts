import { getEventListeners } from "node:events";
import { setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { platformFetch } from "../../packages/runtime/src/platform/node/fetch.ts";
import { certificate, startServer, type TransportServer } from "./start.ts";

type Send = (url: string, init?: RequestInit) => Promise<Response>;

const byFetch: Send = (url, init) => globalThis.fetch(url, { redirect: "manual", ...init });
const byNode: Send = (url, init) => platformFetch(url, { redirect: "manual", ...init });

let plain: TransportServer;
let secure: TransportServer;
beforeAll(async () => {
  setDefaultCACertificates([certificate]);
  plain = await startServer(false);
  secure = await startServer(true);
});
afterAll(async () => {
  await plain.close();
  await secure.close();
});

const TEXT = "abc ".repeat(50_000);

/** What a program sees of an answer. */
async function look(response: Response): Promise<object> {
  const { status, statusText, ok, headers } = response;
  const shown = Object.fromEntries(
    [...headers].filter(([name]) => !["date", "connection", "keep-alive"].includes(name)),
  );
  return { status, statusText, ok, headers: shown, body: await response.text() };
}

/** What a program is told of a failure. */
async function failure(promise: Promise<unknown>): Promise<unknown> {
  try {
    return { none: await promise };
  } catch (error) {
    return error;
  }
}

describe.each([
  ["fetch", byFetch],
  ["node:http", byNode],
] as const)("by %s", (name, send) => {
  it.each([
    ["/plain", { status: 200, statusText: "OK", ok: true, body: "plain" }],
    ["/empty", { status: 200, body: "" }],
    ["/large", { body: TEXT }],
    ["/chunked", { headers: { "transfer-encoding": "chunked" }, body: "one two" }],
    ["/204", { status: 204, ok: true, body: "" }],
    ["/205", { status: 205, body: "" }],
    ["/304", { status: 304, ok: false, headers: { etag: '"1"' }, body: "" }],
    ["/404", { status: 404, statusText: "Nowhere", ok: false, body: "nothing" }],
    ["/500", { status: 500, ok: false, body: "broken" }],
    ["/599", { status: 599, ok: false, body: "odd" }],
    ["/999", { status: 999, ok: false, body: "odder" }],
    ["/redirect", { status: 307, headers: { location: "/plain" }, body: "moved" }],
    ["/latin1", { headers: { "x-name": "café" }, body: "ok" }],
    ["/close-delimited", { body: "until the end" }],
    ["/early-hints", { status: 200, body: "after hints" }],
    ["/gzip", { headers: { "content-encoding": "gzip" }, body: TEXT }],
    ["/x-gzip", { body: TEXT }],
    ["/two-members", { body: "one two" }],
    ["/deflate", { body: TEXT }],
    ["/deflate-raw", { body: TEXT }],
    ["/br", { body: TEXT }],
    ["/both", { body: TEXT }],
    ["/gzip-empty", { body: "" }],
    ["/gzip-cut", { body: "abc".repeat(1_000) }],
  ] as const)("%s is answered as it should be", async (path, expected) => {
    expect(await look(await send(plain.origin + path))).toMatchObject(expected);
  });

  it("header fields that come twice are kept, cookies apart", async () => {
    const response = await send(`${plain.origin}/cookies`);
    const { headers } = response;
    expect(headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2"]);
    expect([headers.get("x-twice"), headers.get("x-case")]).toEqual(["one, two", "Kept"]);
    expect(response.url).toBe(`${plain.origin}/cookies`);
    await response.body?.cancel();
  });

  it("a body in a coding that nobody knows is left as it came", async () => {
    const response = await send(`${plain.origin}/unknown`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 2)]).toEqual([0x1f, 0x8b]);
  });

  it("HEAD has no body", async () => {
    const response = await send(`${plain.origin}/gzip`, { method: "HEAD" });
    expect(await look(response)).toMatchObject({ status: 200, body: "" });
  });

  it.each([
    ["GET", undefined, { type: null, length: null, size: 0 }],
    ["POST", undefined, { length: "0", size: 0 }],
    ["POST", "né", { type: "text/plain;charset=UTF-8", length: "3", coding: null, size: 3 }],
    ["PUT", new Uint8Array([1, 2, 3]), { type: null, length: "3", size: 3 }],
    ["PATCH", new Uint8Array([1, 2, 3]).buffer, { length: "3", size: 3 }],
    ["DELETE", "", { length: null }],
    ["DELETE", "gone", { length: "4", start: "gone" }],
    ["QUERY", "what", { length: "4", start: "what" }],
    ["POST", new Blob(["blob"], { type: "image/png" }), { type: "image/png", length: "4" }],
    ["POST", new URLSearchParams({ a: "1" }), { start: "a=1" }],
  ])("%s sends what it is given", async (method, body, expected) => {
    const response = await send(`${plain.origin}/echo?x=%2F&y`, { method, body: body ?? null });
    const seen: unknown = await response.json();
    expect(seen).toMatchObject({ method, url: "/echo?x=%2F&y", ...expected });
  });

  it("a stream is sent as it comes", async () => {
    const response = await send(`${plain.origin}/echo`, stream(40, 65_536));
    expect(await response.json()).toMatchObject({ coding: "chunked", size: 40 * 65_536 });
  });

  it("a part of an encoded body is not asked for", async () => {
    const headers = { range: "bytes=0-1" };
    const response = await send(`${plain.origin}/echo`, { headers });
    expect(response.headers.get("x-encodings")).toMatch(/identity/);
    await response.body?.cancel();
  });

  it("a stream is let go of when the server has answered without it", async () => {
    let isCancelled = false;
    let pieces = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pieces += 1;
        controller.enqueue(new Uint8Array(65_536));
      },
      cancel: () => void (isCancelled = true),
    });
    const init: object = { method: "POST", body, duplex: "half" };
    const result = await failure(send(`${plain.origin}/hasty`, init).then(look));
    // Whether the answer is heard is a matter of luck, also with `fetch`.
    expect(result instanceof TypeError || Object(result).none.status === 413).toBe(true);
    await expect.poll(() => isCancelled).toBe(true);
    expect(pieces).toBeLessThan(1_000);
  });

  it("a stream that breaks ends the request", async () => {
    const broken = new Error("the disk is gone");
    const body = new ReadableStream({ pull: (controller) => controller.error(broken) });
    const init: object = { method: "POST", body, duplex: "half" };
    const error = await failure(send(`${plain.origin}/echo`, init));
    expect(error).toBeInstanceOf(TypeError);
    expect(Object(error).cause).toBe(broken);
  });

  it.each(["/reset", "/closed", "/no-http", "/switched", "/injected"])(
    "%s is a TypeError with a cause",
    async (path) => {
      const error = await failure(send(plain.origin + path));
      expect(error).toBeInstanceOf(TypeError);
      expect(Object(error)).toMatchObject({ message: "fetch failed", cause: expect.any(Error) });
    },
  );

  it("a connection that is refused tells the system's words", async () => {
    const gone = await startServer(false);
    await gone.close();
    const error = Object(await failure(send(gone.origin)));
    const { cause } = error;
    const [first] = cause.errors ?? [cause];
    expect(first).toMatchObject({ code: "ECONNREFUSED", syscall: "connect" });
  });

  it.each(["/short", "/short-chunked", "/gzip-reset", "/no-gzip", "/no-br"])(
    "%s gives an answer whose body fails",
    async (path) => {
      const response = await send(plain.origin + path);
      expect(response.status).toBe(200);
      expect(await failure(response.text())).toBeInstanceOf(TypeError);
    },
  );

  it("too many content codings are refused", async () => {
    expect(await failure(send(`${plain.origin}/many-codings`).then(look))).toBeInstanceOf(
      TypeError,
    );
  });

  it.each([
    { "x-odd": "a\r\nb: c" },
    { "x-odd": "a\0" },
    { "x odd": "a" },
    { "x-odd": "\u{1f600}" },
    { "transfer-encoding": "chunked" },
    { upgrade: "h2c" },
    { expect: "100-continue" },
  ] as Record<string, string>[])("the header %j is refused", async (headers) => {
    const init = { method: "POST", headers, body: "body" };
    expect(await failure(send(`${plain.origin}/echo`, init))).toBeInstanceOf(TypeError);
  });

  it.each(["CONNECT", "TRACE"])("the method %s is refused", async (method) => {
    expect(await failure(send(`${plain.origin}/plain`, { method }))).toBeInstanceOf(TypeError);
  });

  it.each(["ftp://localhost/", "http://me:secret@localhost/", "no URL"])(
    "the URL %s is refused",
    async (url) => {
      expect(await failure(send(url))).toBeInstanceOf(TypeError);
    },
  );

  it("an abort ends a request that nobody answers", async () => {
    const { controller, reason } = aborting(20);
    const { signal } = controller;
    expect(await failure(send(`${plain.origin}/silence`, { signal }))).toBe(reason);
    await expectNothingLeft(signal);
  });

  it("an abort before the request sends nothing", async () => {
    const opened = plain.opened;
    const signal = AbortSignal.abort("enough");
    expect(await failure(send(`${plain.origin}/silence`, { signal }))).toBe("enough");
    expect(plain.opened - opened).toBeLessThan(2);
    await expectNothingLeft(signal);
  });

  it("an abort right after the request ends it", async () => {
    const controller = new AbortController();
    const result = failure(send(`${plain.origin}/silence`, { signal: controller.signal }));
    controller.abort("enough");
    expect(await result).toBe("enough");
    await expectNothingLeft(controller.signal);
  });

  it.each(["/stalled", "/pour", "/chunked"])("an abort ends the body of %s", async (path) => {
    const { controller, reason } = aborting(0);
    const { signal } = controller;
    const response = await failure(send(plain.origin + path, { signal }));
    if (response instanceof Error) expect(response).toBe(reason);
    const body: Response = Object(response).none;
    if (body) {
      await new Promise((resolve) => setTimeout(resolve, path === "/pour" ? 50 : 5));
      expect(await failure(body.text())).toBe(reason);
    }
    await expectNothingLeft(signal);
  });

  it("an abort after all is done changes nothing", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const response = await send(`${plain.origin}/plain`, { signal });
    expect(await response.text()).toBe("plain");
    await expect.poll(() => getEventListeners(signal, "abort")).toEqual([]);
    controller.abort();
  });

  it("an abort lets go of a stream that is being sent", async () => {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(10)),
      cancel: () => void (isCancelled = true),
    });
    const { controller, reason } = aborting(20);
    const { signal } = controller;
    const init: object = { method: "POST", body, duplex: "half", signal };
    expect(await failure(send(`${plain.origin}/silence`, init))).toBe(reason);
    // The one of Node.js holds it for ever.
    if (name === "node:http") await expect.poll(() => isCancelled).toBe(true);
    await expectNothingLeft(signal);
  });

  it("a large body comes no faster than it is read", async () => {
    const { sockets } = plain;
    const known = new Set(sockets);
    const response = await send(`${plain.origin}/pour`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const [socket] = [...sockets].filter((one) => !known.has(one));
    const taken = socket?.bytesWritten ?? 0;
    // The system's own buffers hold some of it.
    expect(taken).toBeLessThan(9_000_000);
    const { byteLength } = await response.arrayBuffer();
    expect(byteLength).toBe(160 * 65_536);
  });

  it("who cancels a body lets go of its connection", async () => {
    const response = await send(`${plain.origin}/stalled`);
    await response.body?.cancel();
    await expectNothingLeft();
  });

  it("connections are used again", async () => {
    await (await send(`${plain.origin}/plain`)).text();
    const { opened } = plain;
    for (let index = 0; index < 20; index += 1) {
      const path = ["/plain", "/empty", "/204", "/gzip", "/chunked"][index % 5];
      await (await send(`${plain.origin}${path}`)).text();
    }
    expect(plain.opened - opened).toBeLessThan(3);
  });

  it("a certificate that is known is trusted", async () => {
    expect(await look(await send(`${secure.origin}/plain`))).toMatchObject({ body: "plain" });
    const response = await send(`${secure.origin}/echo`, { method: "POST", body: "sealed" });
    expect(await response.json()).toMatchObject({ start: "sealed" });
  });

  it("a certificate for another host is not", async () => {
    const error = await failure(send(secure.origin.replace("localhost", "127.0.0.1")));
    expect(Object(error).cause).toMatchObject({ code: "ERR_TLS_CERT_ALTNAME_INVALID" });
  });

  it(`is what sends (${name})`, async () => {
    // Only `fetch` says so.
    expect(await isByFetch(send, {})).toBe(name === "fetch");
  });
});

describe("the transport of Node.js leaves to fetch", () => {
  it.each([
    ["forms", { method: "POST", body: new FormData() }],
    ["what follows redirects", { redirect: "follow" }],
    ["what brings its own dispatcher", { dispatcher: undefined }],
    ["headers that say how to connect", { headers: { host: "localhost" } }],
  ] as [string, RequestInit][])("%s", async (_, init) => {
    expect(await isByFetch(byNode, init)).toBe(true);
  });

  it("all requests, once somebody has replaced it", async () => {
    const { fetch } = globalThis;
    globalThis.fetch = async () => new Response("theirs");
    try {
      expect(await (await byNode(`${plain.origin}/plain`)).text()).toBe("theirs");
    } finally {
      globalThis.fetch = fetch;
    }
    expect(await isByFetch(byNode, {})).toBe(false);
  });

  it("all requests, once somebody has told it how to connect", async () => {
    await (await fetch(`${plain.origin}/plain`)).text();
    const key = Symbol.for("undici.globalDispatcher.2");
    const known: unknown = Reflect.get(globalThis, key);
    const Agent = Object(known).constructor;
    const theirs = [
      new Agent({ connections: 1 }),
      new Agent().compose((dispatch: unknown) => dispatch),
      new (class Proxy extends Agent {})(),
    ];
    for (const dispatcher of theirs) {
      Reflect.set(globalThis, key, dispatcher);
      expect(await isByFetch(byNode, {})).toBe(true);
    }
    Reflect.set(globalThis, key, known);
    expect(await isByFetch(byNode, {})).toBe(false);
    for (const dispatcher of theirs) await dispatcher.close();
  });
});

/** An abort in so many milliseconds. */
function aborting(ms: number): { controller: AbortController; reason: Error } {
  const controller = new AbortController();
  const reason = new Error("enough");
  setTimeout(() => controller.abort(reason), ms);
  return { controller, reason };
}

async function expectNothingLeft(signal?: AbortSignal): Promise<void> {
  if (signal) await expect.poll(() => getEventListeners(signal, "abort")).toEqual([]);
  const underWay = (): unknown[] =>
    [...plain.sockets].filter((one) => Reflect.get(one, "_httpMessage"));
  await expect.poll(underWay).toEqual([]);
}

async function isByFetch(send: Send, init: RequestInit): Promise<boolean> {
  const response = await send(`${plain.origin}/echo`, init);
  const encodings = response.headers.get("x-encodings");
  await response.text();
  // Over plain connections `fetch` does not ask for Brotli.
  return encodings !== "gzip, deflate, br";
}

function stream(pieces: number, size: number): RequestInit {
  let left = pieces;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left-- > 0) controller.enqueue(new Uint8Array(size));
      else controller.close();
    },
  });
  const init: object = { method: "POST", body, duplex: "half" };
  return init;
}
