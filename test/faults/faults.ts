import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";

/** One request at the server, and what it would be answered with if all went well. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly socket: Socket;
  readonly answer: string;
  /** Another origin, which nothing may be sent to. */
  readonly elsewhere: string;
}

/** One way in which an exchange goes wrong. */
export interface Fault {
  readonly name: string;
  /** Whether the server has done its work by then. */
  readonly worked: boolean;
  readonly strike: (exchange: Exchange) => void;
}

/** Writes piece by piece, two milliseconds apart. */
function dribble(socket: Socket, [piece, ...rest]: readonly string[]): void {
  if (piece === undefined) return void socket.end();
  socket.write(piece);
  setTimeout(() => dribble(socket, rest), 2);
}

const head = (length: number): string =>
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

/** Answers with a failure that quotes the request's credentials, as careless servers do. */
function fail(status: number, headers: Record<string, string> = {}): Fault["strike"] {
  return ({ request, response }) => {
    const quoted = `you sent ${request.headers.authorization}`;
    response.writeHead(status, {
      "content-type": "application/json",
      "x-quoted": quoted,
      ...headers,
    });
    response.end(JSON.stringify({ error: { type: "api_error", message: quoted } }));
  };
}

const reset: Fault["strike"] = ({ socket }) => void socket.resetAndDestroy();
const close: Fault["strike"] = ({ socket }) => void socket.destroy();
const before = (name: string, strike: Fault["strike"]): Fault => ({ name, worked: false, strike });
const after = (name: string, strike: Fault["strike"]): Fault => ({ name, worked: true, strike });

/** An answer that says when to come again. */
export function waiting(
  status: number,
  form: string,
  headers: () => Record<string, string>,
): Fault {
  return before(`${status} for ${form}`, (exchange) => fail(status, headers())(exchange));
}

/** What may be mended by another attempt. */
export const PASSING: readonly Fault[] = [
  before("reset before the work", reset),
  after("reset after the work", reset),
  after("closed without an answer", close),
  after("closed mid-body", ({ socket, answer }) => {
    socket.end(head(answer.length) + answer.slice(0, answer.length / 2));
  }),
  after("stalled mid-header", ({ socket }) => void socket.write("HTTP/1.1 200 OK\r\ncontent-ty")),
  after("stalled mid-body", ({ socket, answer }) => {
    socket.write(head(answer.length) + answer.slice(0, 5));
  }),
  after("slow headers", ({ socket, answer }) => {
    dribble(socket, (head(answer.length) + answer).match(/[^]{1,40}/g) ?? []);
  }),
  after("no HTTP", ({ socket }) => void socket.end("220 mail.example.com ready\r\n\r\n")),
  ...[429, 503].flatMap((status) => [
    waiting(status, "no time", () => ({})),
    waiting(status, "seconds", () => ({ "retry-after": "0" })),
    waiting(status, "a date", () => ({ "retry-after": new Date().toUTCString() })),
    waiting(status, "milliseconds", () => ({ "retry-after-ms": "3" })),
    waiting(status, "nonsense", () => ({ "retry-after": "soon", "retry-after-ms": "x" })),
  ]),
  before("408", fail(408)),
  after("500 after the work", fail(500)),
  after("409 that asks for another try", fail(409, { "x-should-retry": "true" })),
];

/** A body without an end. */
function endless(status: number, piece: string | Buffer, headers: object = {}): Fault["strike"] {
  return ({ response }) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    const more = (): void => {
      while (!response.destroyed && response.write(piece));
    };
    response.on("drain", more);
    more();
  };
}

/** 64 MB of blanks in 64 kB, again and again: gzip members may follow each other. RFC 1952, section 2.2. */
const bomb = gzipSync(Buffer.alloc(2 ** 26, " "));

/** What another attempt would not mend, or not of itself, by what a call should end with. */
export const LASTING = {
  "truncated JSON": after("truncated JSON", ({ response }) => {
    response.writeHead(200, { "content-type": "application/json" }).end('{"id":"pri');
  }),
  "a page instead of JSON": after("a page instead of JSON", ({ response }) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<h1>Welcome</h1>");
  }),
  "bytes that never end": after("bytes that never end", endless(200, Buffer.alloc(2 ** 16, " "))),
  "a gzip bomb": after("a gzip bomb", endless(200, bomb, { "content-encoding": "gzip" })),
  "a redirect elsewhere": before("a redirect elsewhere", (exchange) => {
    fail(307, { location: `${exchange.elsewhere}${exchange.request.url}` })(exchange);
  }),
  "an error that never ends": before("an error that never ends", endless(404, "x".repeat(2 ** 16))),
  "402": before("402", fail(402)),
  "a wait that is too long": before("a wait that is too long", fail(429, { "retry-after": "61" })),
  "headers that never end": before("headers that never end", ({ socket }) => {
    const line = `x-more: ${"x".repeat(1_000)}\r\n`;
    socket.write("HTTP/1.1 200 OK\r\n");
    const more = (): void => {
      while (!socket.destroyed && socket.write(line));
    };
    socket.on("drain", more);
    more();
  }),
} as const satisfies Record<string, Fault>;

/** A connection that takes the request and says nothing. */
export const SILENCE: Fault = before("silence", () => undefined);
/** A server that is always busy. */
export const BUSY: Fault = before("busy", fail(503));
