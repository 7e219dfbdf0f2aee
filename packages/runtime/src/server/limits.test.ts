import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { BodyDescriptor, OperationDescriptor } from "../contract.ts";
import { writeJson, writeUrlEncoded } from "../media/write-content.ts";
import { writeMultipart } from "../media/write-multipart.ts";
import { createHandler, type Limits, type Shape, toNodeListener } from "./index.ts";

// Each limit, at its default: what lies on it passes, what lies one beyond is refused and never a 500.

const shape: Shape = {
  object: { list: { array: "string" }, tree: "unknown" },
  rest: "string",
};

const parameters = [
  { name: "list", in: "query" as const, explode: false },
  { name: "tree", in: "query" as const, style: "deepObject" as const, explode: true },
];

function operation(path: string, body?: BodyDescriptor): OperationDescriptor<unknown, unknown> {
  const responses = [{ status: "200", contentType: "application/json" }];
  const method = body ? "POST" : "GET";
  return { id: path, method, path, parameters, responses, security: [], ...(body && { body }) };
}

const bodies: Readonly<Record<string, BodyDescriptor>> = {
  json: { contentType: "application/json", from: "body", write: writeJson },
  lines: { contentType: "application/jsonl", from: "body", write: writeJson },
  form: { contentType: "application/x-www-form-urlencoded", write: writeUrlEncoded },
  parts: { contentType: "multipart/form-data", write: writeMultipart },
  bytes: { contentType: "application/octet-stream", from: "body", write: writeJson },
};

const operations = [
  operation("/"),
  ...Object.entries(bodies).map(([name, body]) => operation(`/${name}`, body)),
];

function handlerWith(limits: Partial<Limits> = {}): (request: Request) => Promise<Response> {
  const handle = (): string => "ok";
  return createHandler({
    routes: operations.map((one) => ({ operation: one, handle, shape })),
    securitySchemes: {},
    limits,
  });
}

const handler = handlerWith();

function post(name: string, body: string | Uint8Array): Request {
  const contentType = bodies[name]?.contentType ?? "";
  const type = name === "parts" ? `${contentType}; boundary=b` : contentType;
  const content = typeof body === "string" ? body : new Uint8Array(body);
  const headers = { "content-type": type };
  return new Request(`http://localhost/${name}`, { method: "POST", headers, body: content });
}

function get(query: string, headers: Record<string, string> = {}): Request {
  return new Request(`http://localhost/?${query}`, { headers });
}

const pairs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `k${index}=1`).join("&");
const array = (count: number): string => `[${"1,".repeat(count - 1)}1]`;
const nested = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
const part = `--b\r\ncontent-disposition: form-data; name="list"\r\n\r\n1\r\n`;
const urlOf = (length: number): string => "k".repeat(length - "/?".length);

interface Case {
  readonly name: string;
  readonly limit: number;
  readonly status: number;
  readonly request: (size: number) => Request;
}

const cases: readonly Case[] = [
  {
    name: "bytes of a body",
    limit: 1_048_576,
    status: 413,
    request: (size) => post("bytes", new Uint8Array(size)),
  },
  {
    name: "bytes of a body whose length nobody knows before",
    limit: 1_048_576,
    status: 413,
    request: (size) => {
      const body = new Blob([new Uint8Array(size)]).stream();
      const headers = { "content-type": "application/octet-stream" };
      const init = { method: "POST", headers, body, duplex: "half" as const };
      return new Request("http://localhost/bytes", init);
    },
  },
  { name: "characters of a URL", limit: 8_192, status: 414, request: (size) => get(urlOf(size)) },
  { name: "pairs of a query", limit: 1_000, status: 400, request: (size) => get(pairs(size)) },
  {
    name: "pairs of a form",
    limit: 1_000,
    status: 400,
    request: (size) => post("form", pairs(size)),
  },
  {
    name: "parts",
    limit: 1_000,
    status: 400,
    request: (size) => post("parts", `${part.repeat(size)}--b--\r\n`),
  },
  { name: "levels of JSON", limit: 32, status: 400, request: (size) => post("json", nested(size)) },
  {
    name: "levels of JSON lines",
    limit: 32,
    status: 400,
    request: (size) => post("lines", nested(size)),
  },
  {
    name: "levels of a query",
    limit: 32,
    status: 400,
    request: (size) => get(`tree${"[a]".repeat(size)}=1`),
  },
  {
    name: "levels of a form",
    limit: 32,
    status: 400,
    request: (size) => post("form", `tree${"[a]".repeat(size)}=1`),
  },
  {
    name: "items of a JSON array",
    limit: 10_000,
    status: 400,
    request: (size) => post("json", array(size)),
  },
  {
    name: "items of an inner JSON array",
    limit: 10_000,
    status: 400,
    request: (size) => post("json", `{"a":[${array(size)}]}`),
  },
  {
    name: "JSON lines",
    limit: 10_000,
    status: 400,
    request: (size) => post("lines", "1\n".repeat(size)),
  },
  {
    name: "the index of an item in a form",
    limit: 10_000,
    status: 400,
    request: (size) => post("form", `list[${size - 1}]=1`),
  },
  {
    name: "characters of the header",
    limit: 16_384,
    status: 431,
    request: (size) => get("", { cookie: "c".repeat(size - "cookie".length) }),
  },
];

describe("a limit", () => {
  it.each(cases)("of $limit $name lets pass what lies on it", async ({ limit, request }) => {
    expect((await handler(request(limit))).status).toBe(200);
  });

  it.each(cases)(
    "of $limit $name refuses with $status what lies one beyond",
    async ({ limit, status, request }) => {
      const response = await handler(request(limit + 1));
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ status, detail: expect.any(String) });
    },
  );

  it.each([
    [
      "items of a query with commas",
      { arrayLength: 3 },
      (size: number) => get(`list=${"1,".repeat(size - 1)}1`),
    ],
    [
      "items of a form",
      { arrayLength: 3 },
      (size: number) => post("form", "list[]=1&".repeat(size)),
    ],
  ])("of the server's own counts: %s", async (_, limits, request) => {
    const own = handlerWith(limits);
    expect((await own(request(3))).status).toBe(200);
    expect((await own(request(4))).status).toBe(400);
  });
});

describe("a body that takes its time", () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => servers.splice(0).forEach((server) => server.close().closeAllConnections()));

  it("is waited for no longer than the limit, in fetch", async () => {
    const body = new ReadableStream<Uint8Array>({ start: (all) => all.enqueue(new Uint8Array(1)) });
    const headers = { "content-type": "application/octet-stream" };
    const init = { method: "POST", headers, body, duplex: "half" as const };
    const own = handlerWith({ bodyTime: 20 });
    expect((await own(new Request("http://localhost/bytes", init))).status).toBe(408);
  });

  it("is waited for no longer than the limit on a socket, which is closed then", async () => {
    const server = createServer(toNodeListener(handlerWith({ bodyTime: 20 })));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.write(
      "POST /bytes HTTP/1.1\r\nhost: a\r\ncontent-type: application/octet-stream\r\ncontent-length: 5\r\n\r\nab",
    );
    let text = "";
    socket.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    await new Promise((resolve) => socket.on("close", resolve));
    expect(text).toContain("HTTP/1.1 408 ");
  });

  it("may take for ever where the server says so", async () => {
    const own = handlerWith({ bodyTime: Infinity });
    expect((await own(post("bytes", new Uint8Array(1)))).status).toBe(200);
  });
});
