import { gzipSync } from "node:zlib";
import { toNodeListener } from "@specwright/runtime/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exchange, type RawAnswer, RawSocket, serve, type Served } from "./raw-socket.ts";
import { createThings } from "./things.ts";

// Each limit, exactly reached and exceeded by one, over a real socket.

const FORM = "application/x-www-form-urlencoded";
const JSON_TYPE = "application/json";
const MULTIPART = "multipart/form-data; boundary=b";

let served: Served;
const made = createThings();
beforeAll(async () => {
  served = await serve(toNodeListener(made.handler));
});
afterAll(() => served.close());

async function ask(message: string): Promise<RawAnswer> {
  const [answer] = await exchange(served.port, message);
  if (!answer) throw new Error("no answer");
  return answer;
}

type Send = (type: string, body: string, fields?: string) => string;

const HEAD = "POST /things/a HTTP/1.1\r\nhost: x\r\n";

/** With its length told. */
const told: Send = (type, body, fields = "") =>
  `${HEAD}content-type: ${type}\r\ncontent-length: ${body.length}\r\n${fields}\r\n${body}`;

/** In chunks: nobody knows how long it will be. */
const chunked: Send = (type, body, fields = "") => {
  const chunks = body.match(/[^]{1,50000}/g) ?? [];
  const written = chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join("");
  return `${HEAD}content-type: ${type}\r\ntransfer-encoding: chunked\r\n${fields}\r\n${written}0\r\n\r\n`;
};

/** After asking whether it may. */
const asking: Send = (type, body) => told(type, body, "expect: 100-continue\r\n");

function json(bytes: number): string {
  return JSON.stringify("x".repeat(bytes - 2));
}

function nested(levels: number): string {
  return '{"a":'.repeat(levels) + "1" + "}".repeat(levels);
}

function parts(count: number): string {
  const part = '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n';
  return `${part.repeat(count)}--b--\r\n`;
}

const limits: readonly (readonly [
  name: string,
  most: number,
  status: number,
  message: (size: number) => string,
])[] = [
  ["bytes of a body", 1_048_576, 413, (size) => told(JSON_TYPE, json(size))],
  ["bytes of a body in chunks", 1_048_576, 413, (size) => chunked(JSON_TYPE, json(size))],
  ["bytes of a body that was asked for", 1_048_576, 413, (size) => asking(JSON_TYPE, json(size))],
  ["bytes of a form", 1_048_576, 413, (size) => told(FORM, `a=${"x".repeat(size - 2)}`)],
  [
    "characters of a URL",
    8_192,
    414,
    (size) => `GET /things/${"x".repeat(size - 8)} HTTP/1.1\r\nhost: x\r\n\r\n`,
  ],
  [
    "characters of a URL with a query",
    8_192,
    414,
    (size) => `GET /things/a?${"x".repeat(size - 10)} HTTP/1.1\r\nhost: x\r\n\r\n`,
  ],
  ["pairs of a form", 1_000, 400, (size) => told(FORM, "a=1&".repeat(size))],
  ["pairs of a form in chunks", 1_000, 400, (size) => chunked(FORM, "a=1&".repeat(size))],
  ["parts", 1_000, 400, (size) => told(MULTIPART, parts(size))],
  ["parts in chunks", 1_000, 400, (size) => chunked(MULTIPART, parts(size))],
  ["levels of JSON", 32, 400, (size) => told(JSON_TYPE, nested(size))],
  ["levels of a form", 32, 400, (size) => told(FORM, `a${"[a]".repeat(size)}=1`)],
  ["the index of an array", 9_999, 400, (size) => told(FORM, `a[${size}]=1&a[]=1`)],
];

describe("a limit", () => {
  it.each(limits)("is kept exactly: %s (%i)", async (_, most, status, message) => {
    expect((await ask(message(most))).status).toBe(200);
    const refused = await ask(message(most + 1));
    expect(refused.status).toBe(status);
    expect(JSON.parse(refused.body)).toMatchObject({ error: { type: "invalid" } });
    expect(made.journal.errors).toEqual([]);
  });

  it.each([
    ["JSON nested a hundred thousand levels deep", told(JSON_TYPE, "[".repeat(100_000)), 400],
    ["JSON nested deep, and whole", told(JSON_TYPE, nested(100_000)), 400],
    ["a key of a million brackets", told(FORM, `a${"[".repeat(1_000_000)}=1`), [200, 400]],
    ["a form nested deep", told(FORM, `a${"[a]".repeat(100_000)}=1`), 400],
    ["an enormous index", told(FORM, "a[]=1&a[99999999999999999999]=1"), 400],
    [
      "a body that is compressed",
      told(JSON_TYPE, gzipSync("1").toString("latin1"), "content-encoding: gzip\r\n"),
      415,
    ],
    [
      "a bomb",
      chunked(
        JSON_TYPE,
        gzipSync(Buffer.alloc(50_000_000)).toString("latin1"),
        "content-encoding: gzip\r\n",
      ),
      415,
    ],
    [
      "codings one upon the other",
      told(JSON_TYPE, "1", "content-encoding: identity, gzip\r\n"),
      415,
    ],
    ["a boundary that never comes", told(MULTIPART, "--c".repeat(100_000)), 400],
    ["boundaries without parts", told(MULTIPART, "--b\r\n".repeat(100_000)), 400],
  ])("does not matter to %s", async (_, message, status) => {
    expect([status].flat()).toContain((await ask(message)).status);
    expect(made.journal.errors).toEqual([]);
  });
});

describe("an answer that is none of success", () => {
  it.each([
    ["GET /nothing", "", 404],
    ["PATCH /things/a", "", 405],
    ["PUT /things/a", "", 501],
    ["DELETE /things/a", "", 409],
    ["GET /things/a", "accept: text/html\r\n", 406],
    ["POST /things/a", "content-type: image/png\r\ncontent-length: 1\r\n", 415, "1"],
    ["POST /things/a", "content-type: application/json\r\ncontent-length: 1\r\n", 400, "{"],
  ])("has the documented form: %s %j %i", async (line, fields, status, body = "") => {
    const answer = await ask(`${line} HTTP/1.1\r\nhost: x\r\n${fields}\r\n${body}`);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/json");
    const told: unknown = JSON.parse(answer.body);
    expect(told).toMatchObject({ error: { message: expect.stringMatching(/^[A-Za-z].* .*\.$/) } });
    expect(told).toMatchObject(status === 501 ? {} : { error: { type: "invalid" } });
  });

  it("names the methods that there are", async () => {
    const allow = "DELETE, GET, HEAD, OPTIONS, POST, PUT";
    const wrong = await ask("PATCH /things/a HTTP/1.1\r\nhost: x\r\n\r\n");
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, allow]);
    const options = await ask("OPTIONS /things/a HTTP/1.1\r\nhost: x\r\n\r\n");
    expect([options.status, options.headers.get("allow"), options.body]).toEqual([204, allow, ""]);
  });

  it.each([
    ["HEAD /things/a", 200],
    ["HEAD /nothing", 404],
    ["HEAD /things/%", 400],
  ])("has no body where HEAD asks: %s", async (line, status) => {
    const answers = await exchange(
      served.port,
      `${line} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
    );
    // The length is that of the body which is not there, so that no answer is complete.
    expect(answers).toEqual([]);
    const text = await headOf(`${line} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(text).toMatch(
      new RegExp(`^HTTP/1\\.1 ${status} [^]*content-length: [1-9][^]*\\r\\n\\r\\n$`),
    );
  });
});

async function headOf(message: string): Promise<string> {
  const raw = new RawSocket(served.port);
  raw.write(message);
  return raw.closed();
}
