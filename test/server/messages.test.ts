import { toNodeListener } from "@specwright/runtime/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exchange, RawSocket, serve, type Served } from "./raw-socket.ts";
import { createThings } from "./things.ts";

// Bytes as they are, over a real socket: what no client would send, and what two readers might understand differently.

const JSON_FIELD = "content-type: application/json\r\n";
const CHUNKED = "transfer-encoding: chunked\r\n";
/** A request that must not be answered, for it is inside of another one or behind a refused one. */
const HIDDEN = "GET /things/hidden HTTP/1.1\r\nhost: x\r\n\r\n";

function get(target: string, fields = "", host = "host: x\r\n"): string {
  return `GET ${target} HTTP/1.1\r\n${host}${fields}\r\n`;
}

function post(fields: string, body: string, version = "1.1"): string {
  return `POST /things/a HTTP/${version}\r\nhost: x\r\n${JSON_FIELD}${fields}\r\n${body}`;
}

const smuggled: readonly (readonly [name: string, message: string])[] = [
  ["both lengths", post(`content-length: 4\r\n${CHUNKED}`, `0\r\n\r\n${HIDDEN}`)],
  [
    "a length and chunks, the other way round",
    post(`${CHUNKED}content-length: 4\r\n`, `0\r\n\r\n${HIDDEN}`),
  ],
  ["two equal lengths", post("content-length: 1\r\ncontent-length: 1\r\n", `1${HIDDEN}`)],
  ["two different lengths", post("content-length: 1\r\ncontent-length: 2\r\n", `1${HIDDEN}`)],
  ["a list of lengths", post("content-length: 1, 1\r\n", `1${HIDDEN}`)],
  ["a length with a sign", post("content-length: +1\r\n", `1${HIDDEN}`)],
  ["a length in hexadecimal", post("content-length: 0x1\r\n", `1${HIDDEN}`)],
  ["a length that no number holds", post("content-length: 99999999999999999999\r\n", `1${HIDDEN}`)],
  ["a space in front of the colon", post("content-length : 1\r\n", `1${HIDDEN}`)],
  ["another coding than chunks", post("transfer-encoding: gzip\r\n", `1${HIDDEN}`)],
  [
    "a coding under the chunks",
    post("transfer-encoding: identity, chunked\r\n", `1\r\n1\r\n0\r\n\r\n${HIDDEN}`),
  ],
  ["chunks twice", post(`${CHUNKED}${CHUNKED}`, `1\r\n1\r\n0\r\n\r\n${HIDDEN}`)],
  [
    "chunks in HTTP/1.0",
    post(`${CHUNKED}connection: keep-alive\r\n`, `1\r\n1\r\n0\r\n\r\n${HIDDEN}`, "1.0"),
  ],
  [
    "a coding that only looks like chunks",
    post("transfer-encoding: xchunked\r\n", `1\r\n1\r\n0\r\n\r\n${HIDDEN}`),
  ],
  [
    "a tab in the name of the coding",
    post("transfer-encoding\t: chunked\r\n", `1\r\n1\r\n0\r\n\r\n${HIDDEN}`),
  ],
  ["a chunk whose length is no number", post(CHUNKED, `zz\r\n1\r\n0\r\n\r\n${HIDDEN}`)],
  ["a chunk of a negative length", post(CHUNKED, `-1\r\n1\r\n0\r\n\r\n${HIDDEN}`)],
  ["a chunk longer than it says", post(CHUNKED, `1\r\n12\r\n0\r\n\r\n${HIDDEN}`)],
  ["a field that goes on in the next line", get("/things/a", "x-a: b\r\n c: d\r\n") + HIDDEN],
  ["line feeds alone", get("/things/a").replaceAll("\r", "") + HIDDEN],
  ["a line feed inside of a field", get("/things/a", "x-a: b\nx-b: c\r\n") + HIDDEN],
  ["a carriage return inside of a field", get("/things/a", "x-a: b\rx-b: c\r\n") + HIDDEN],
  ["a NUL inside of a field", get("/things/a", "x-a: b\0c\r\n") + HIDDEN],
  ["two hosts", get("/things/a", "host: y\r\n") + HIDDEN],
  ["no host", get("/things/a", "", "") + HIDDEN],
  ["two content types", post("content-type: text/plain\r\ncontent-length: 1\r\n", `1${HIDDEN}`)],
  ["two authorizations", get("/things/a", "authorization: a\r\nAuthorization: b\r\n") + HIDDEN],
  ["another protocol", `\x16\x03\x01\x02\x00${HIDDEN}`],
  ["another version", get("/things/a").replace("1.1", "9.9") + HIDDEN],
  ["a method that is none", get("/things/a").replace("GET", "G@T") + HIDDEN],
  ["a target that is none", get("things/a") + HIDDEN],
  ["a target with a fragment", get("/things/a#b") + HIDDEN],
  ["a target with a tab", get("/thi\tngs/a") + HIDDEN],
  ["a target in bytes that are no text", get("/things/\xff\xfe") + HIDDEN],
  ["a header that is too long", get("/things/a", `x: ${"a".repeat(20_000)}\r\n`) + HIDDEN],
  ["a header of too many fields", get("/things/a", "a:b\r\n".repeat(5_000)) + HIDDEN],
  [
    "an extension of a chunk that is too long",
    post(CHUNKED, `1;${"a".repeat(20_000)}\r\n1\r\n0\r\n\r\n${HIDDEN}`),
  ],
];

const made = createThings();
const ways = [
  ["a handler of createHandler", made.handler],
  ["a handler that wraps one", (request: Request) => made.handler(request)],
] as const;

describe.each(ways)("%s on node:http", (_, handler) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(toNodeListener(handler));
  });
  afterAll(() => served.close());

  it.each(smuggled)(
    "refuses a request with %s, and lets nothing behind it pass",
    async (_name, message) => {
      const answers = await exchange(served.port, message);
      const statuses = answers.map(({ status }) => status);
      for (const status of statuses) expect([400, 408, 413, 414, 415, 431]).toContain(status);
      expect(statuses.length).toBeLessThanOrEqual(1);
      expect(answers.map(({ body }) => body).join()).not.toContain("hidden");
      expect(made.journal.errors).toEqual([]);
    },
  );

  it("takes a body inside of which there is a request for a body", async () => {
    const answers = await exchange(
      served.port,
      `GET /things/a HTTP/1.1\r\nhost: x\r\ncontent-length: ${HIDDEN.length}\r\n\r\n${HIDDEN}${get("/things/b")}`,
    );
    expect(answers.map(({ body }) => JSON.parse(body))).toEqual([{ id: "a" }, { id: "b" }]);
  });

  it("answers requests that come all at once in their order, whatever time each takes", async () => {
    const targets = ["/slow/60", "/things/1", "/slow/20", "/things/%2f", "/nothing", "/things/3"];
    const raw = new RawSocket(served.port);
    raw.write(targets.map((target) => get(target)).join(""));
    const answers = await raw.answers(targets.length);
    raw.socket.destroy();
    expect(answers.map(({ status, body }) => [status, JSON.parse(body).id])).toEqual([
      [200, "60"],
      [200, "1"],
      [200, "20"],
      [200, "/"],
      [404, undefined],
      [200, "3"],
    ]);
  });

  it("lets a client go that has closed its own side, and answers the others", async () => {
    const [answer] = await exchange(served.port, get("/slow/50"));
    expect([undefined, 200]).toContain(answer?.status);
    const [next] = await exchange(served.port, get("/things/next"));
    expect(next?.status).toBe(200);
    expect(made.journal.errors).toEqual([]);
  });

  it("does not mind trailers, and lets them replace nothing", async () => {
    const [answer] = await exchange(
      served.port,
      post(
        `${CHUNKED}trailer: content-type\r\n`,
        "1\r\n1\r\n0\r\ncontent-type: text/plain\r\nhost: evil\r\n\r\n",
      ),
    );
    expect(JSON.parse(answer?.body ?? "")).toMatchObject({ params: { body: 1 } });
  });

  it.each([
    ["/a/../things/x", 400],
    ["/things/x/%2e%2E/y", 400],
    ["/things/.%2e/things/x", 400],
    ["/things/./x", 400],
    ["/things/..", 400],
    ["/things/%2e", 400],
    ["/a\\..\\things\\x", [400, 404]],
    ["/things\\x", 404],
    ["//things/x", 404],
    ["/things//x", 404],
    ["/things/x/", 404],
    ["/things;v=1/x", 404],
    ["/%74hings/x%00", 400],
    ["/things/%c0%ae%c0%ae/x", 400],
    ["/things/%ed%a0%80", 400],
    ["/things/%f4%90%80%80", 400],
    ["/things/%", 400],
    ["/things/%2", 400],
    ["/things/%gg", 400],
    ["/things/%u0041", 400],
    ["*", 400],
  ])("answers the target %s with %j", async (target, expected) => {
    const [answer] = await exchange(served.port, get(target));
    expect([expected].flat()).toContain(answer?.status);
  });

  it.each([
    ["%2F", "/"],
    ["..%2f..%2fthings", "../../things"],
    ["%2e%2e%2f", "../"],
    ["a%5Cb", "a\\b"],
    ["a\\b", "a\\b"],
    ["a;b=c", "a;b=c"],
    ["%252F", "%2F"],
    ["a+b%20c", "a+b c"],
    ["...", "..."],
    ["%E2%82%AC", "€"],
  ])("gives the segment %s to the same operation as %j", async (segment, id) => {
    const [answer] = await exchange(served.port, get(`/things/${segment}?x=/../../y`));
    const text = Buffer.from(answer?.body ?? "", "latin1").toString("utf8");
    expect([answer?.status, JSON.parse(text)]).toEqual([200, { id }]);
  });
});
