import { createServer, request as httpRequest, type IncomingMessage, type Server } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { OperationDescriptor } from "../contract.ts";
import { writeUrlEncoded } from "../media/write-content.ts";
import { createHandler, HttpError, route, toNodeListener } from "./index.ts";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type WebHandler = (request: Request) => Promise<Response>;

async function listen(handler: WebHandler): Promise<number> {
  const server = createServer(toNodeListener(handler));
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

const echo: OperationDescriptor<{ id: string; params: Record<string, unknown> }, unknown> = {
  id: "things.echo",
  method: "POST",
  path: "/things/{id}",
  parameters: [{ name: "id", in: "path" }],
  body: { contentType: "application/x-www-form-urlencoded", write: writeUrlEncoded },
  responses: [{ status: "200", contentType: "application/json" }],
  security: [],
};
const get: OperationDescriptor<{ id: string }, unknown> = {
  id: "things.get",
  method: "GET",
  path: "/things/{id}",
  parameters: [{ name: "id", in: "path" }],
  responses: [{ status: "200", contentType: "application/json" }],
  security: [],
};

const handler = createHandler({
  routes: [
    route(echo, (input) => input, { shape: { object: { amount: "integer" } } }),
    route(get, ({ id }, { request, responseHeaders }) => {
      responseHeaders.append("set-cookie", "a=1");
      responseHeaders.append("set-cookie", "b=2");
      if (id === "gone") throw new HttpError(410, { headers: { "x-a": "b\r\nc: d" } });
      return { id, url: request.url, agent: request.headers.get("x-agent") };
    }),
  ],
  securitySchemes: {},
});

const ways: readonly (readonly [string, WebHandler])[] = [
  ["a handler of createHandler", handler],
  ["a handler that wraps one", (request) => handler(request)],
];

describe.each(ways)("%s on node:http", (_, serve) => {
  it("answers with length, cookies and the URL that was asked for", async () => {
    const port = await listen(serve);
    const response = await fetch(`http://127.0.0.1:${port}/things/a%2Fb?x=1`, {
      headers: { "x-agent": "test" },
    });
    const body = await response.text();
    expect(JSON.parse(body)).toEqual({
      id: "a/b",
      url: `http://127.0.0.1:${port}/things/a%2Fb?x=1`,
      agent: "test",
    });
    expect(response.headers.get("content-length")).toBe(String(body.length));
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  it("reads a form that comes in pieces", async () => {
    const port = await listen(serve);
    const answer = await send(port, ["amo", "unt=1", "2&name=%C3", "%A9"]);
    expect(answer).toMatchObject({
      status: 200,
      body: { id: "x", params: { amount: 12, name: "é" } },
    });
  });

  it("answers HEAD without a body", async () => {
    const port = await listen(serve);
    const response = await fetch(`http://127.0.0.1:${port}/things/x`, { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(10);
  });

  it("refuses a body that says it is too long, and one that only turns out to be", async () => {
    const port = await listen(serve);
    const long = "x".repeat(3_000_000);
    expect((await send(port, [long], { "content-length": long.length })).status).toBe(413);
    expect((await send(port, [long])).status).toBe(413);
  });

  it("keeps a connection whose short body it did not read", async () => {
    const port = await listen(serve);
    const body = "a=1";
    const head = `host: x\r\ncontent-type: text/plain\r\ncontent-length: ${body.length}`;
    const post = `POST /things/x HTTP/1.1\r\n${head}\r\n\r\n${body}`;
    const answers = await raw(
      port,
      `${post}GET /things/y HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
    );
    expect(answers.match(/HTTP\/1.1 \d+/g)).toEqual(["HTTP/1.1 415", "HTTP/1.1 200"]);
  });

  it.each(["a b", "a/b", "user@host", "a:99999", "[::zz]", "a?b", "a#b", "é"])(
    "answers 400 to the host %s",
    async (host) => {
      const port = await listen(serve);
      const answer = await raw(
        port,
        `GET /things/x HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1.1 400 /);
    },
  );

  it.each([
    ["http://other.example/things/x", 200],
    ["//evil.example/things/x", 404],
    ["/things//x", 404],
    ["/things/%00", 400],
    ["/things/%", 400],
  ])("answers the target %s with %d", async (target, status) => {
    const port = await listen(serve);
    const answer = await raw(
      port,
      `GET ${target} HTTP/1.1\r\nhost: localhost:80\r\nconnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(`HTTP/1.1 ${status} `);
  });

  it("works without a host, as HTTP/1.0 has it", async () => {
    const port = await listen(serve);
    expect(await raw(port, "GET /things/x HTTP/1.0\r\n\r\n")).toContain(
      "http://localhost/things/x",
    );
  });

  it("cannot be made to split a response", async () => {
    const port = await listen(serve);
    const answer = await raw(
      port,
      "GET /things/gone HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
    );
    expect(answer).toMatch(/^HTTP\/1.1 500 /);
    expect(answer).not.toContain("c: d");
  });
});

describe("the adapter", () => {
  it("aborts the request's signal when the client goes away", async () => {
    const { promise: seen, resolve: reached } = Promise.withResolvers<AbortSignal>();
    const port = await listen((request) => {
      reached(request.signal);
      return new Promise<Response>(() => undefined);
    });
    const request = httpRequest({ port, path: "/" });
    request.on("error", () => undefined);
    request.end();
    const signal = await seen;
    expect(signal.aborted).toBe(false);
    request.destroy();
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    expect(signal.aborted).toBe(true);
  });

  it("does not abort the signal of a request that was answered", async () => {
    const signals: AbortSignal[] = [];
    const port = await listen(async (request) => {
      signals.push(request.signal);
      return new Response("ok");
    });
    await (await fetch(`http://127.0.0.1:${port}/`)).text();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });

  it("makes no more of a stream than the client takes", async () => {
    let pulled = 0;
    const port = await listen(async () => {
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(65_536));
          if (pulled >= 2_000) controller.close();
        },
      });
      return new Response(body);
    });
    const socket = connect(port, "127.0.0.1");
    socket.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
    socket.pause();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const waiting = pulled;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(pulled).toBe(waiting);
    expect(waiting).toBeLessThan(2_000);
    socket.destroy();
  });

  it("answers 500 to a handler that throws", async () => {
    const port = await listen(() => Promise.reject(new Error("secret")));
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect([response.status, (await response.text()).includes("secret")]).toEqual([500, false]);
  });
});

interface Answer {
  readonly status: number | undefined;
  readonly body: unknown;
}

/** Posts a form in pieces. */
function send(port: number, pieces: readonly string[], headers = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      port,
      method: "POST",
      path: "/things/x",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    });
    request.on("response", (response: IncomingMessage) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode, body: JSON.parse(text) }));
    });
    request.on("error", reject);
    for (const piece of pieces) request.write(piece);
    request.end();
  });
}

/** Writes bytes as they are and gives all that comes back. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => (answer += chunk));
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
    socket.write(text, "latin1");
  });
}
