import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";

/** What a server does with one request, by the path of the request. */
export type Serve = (request: IncomingMessage, response: ServerResponse) => void;

const TEXT = "abc ".repeat(50_000);

/** Writes a piece at a time, no faster than it is taken; tells how much was taken. */
function pour(response: ServerResponse, pieces: number): void {
  let left = pieces;
  const more = (): void => {
    while (left > 0 && response.write(Buffer.alloc(65_536, "x"))) left -= 1;
    if (left === 0) response.end();
  };
  response.on("drain", () => {
    left -= 1;
    more();
  });
  more();
}

function encoded(encoding: string, body: Buffer): Serve {
  return (_, response) => void response.writeHead(200, { "content-encoding": encoding }).end(body);
}

function raw(text: string): Serve {
  return ({ socket }) => void socket.end(text, "latin1");
}

/** Says what it was sent. */
const echo: Serve = (request, response) => {
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => {
    const { "content-type": type = null, "content-length": length = null } = request.headers;
    const { "transfer-encoding": coding = null, "accept-encoding": encodings } = request.headers;
    const body = Buffer.concat(pieces).toString("latin1");
    const { method, url } = request;
    const seen = {
      method,
      url,
      type,
      length,
      coding,
      size: body.length,
      start: body.slice(0, 20),
    };
    response.setHeader("x-encodings", String(encodings));
    response.end(JSON.stringify(seen));
  });
};

export const EXCHANGES: Readonly<Record<string, Serve>> = {
  "/echo": echo,
  "/plain": (_, response) => void response.end("plain"),
  "/empty": (_, response) => void response.end(),
  "/large": (_, response) => void response.end(TEXT),
  "/chunked": (_, response) => {
    response.write("one ");
    setTimeout(() => response.end("two"), 10);
  },
  "/204": (_, response) => void response.writeHead(204).end(),
  "/205": (_, response) => void response.writeHead(205).end(),
  "/304": (_, response) => void response.writeHead(304, { etag: '"1"' }).end(),
  "/404": (_, response) => void response.writeHead(404, "Nowhere").end("nothing"),
  "/500": (_, response) => void response.writeHead(500).end("broken"),
  "/599": (_, response) => void response.writeHead(599).end("odd"),
  "/999": (_, response) => void response.writeHead(999).end("odder"),
  "/redirect": (_, response) => void response.writeHead(307, { location: "/plain" }).end("moved"),
  "/cookies": (_, response) => {
    response.setHeader("set-cookie", ["a=1; Path=/", "b=2"]);
    response.writeHead(200, { "x-twice": ["one", "two"], "X-Case": "Kept" }).end("cookies");
  },
  "/latin1": raw("HTTP/1.1 200 OK\r\nx-name: caf\u00e9\r\ncontent-length: 2\r\n\r\nok"),
  "/close-delimited": raw("HTTP/1.0 200 OK\r\n\r\nuntil the end"),
  "/early-hints": (_, response) => {
    response.writeEarlyHints({ link: "</x>; rel=preload" });
    response.end("after hints");
  },
  "/gzip": encoded("gzip", gzipSync(TEXT)),
  "/x-gzip": encoded("X-GZIP", gzipSync(TEXT)),
  "/two-members": encoded("gzip", Buffer.concat([gzipSync("one "), gzipSync("two")])),
  "/deflate": encoded("deflate", deflateSync(TEXT)),
  "/deflate-raw": encoded("deflate", deflateRawSync(TEXT)),
  "/br": encoded("br", brotliCompressSync(TEXT)),
  "/both": encoded("deflate, gzip", gzipSync(deflateSync(TEXT))),
  "/unknown": encoded("gzip, rot13", gzipSync("kept as it is")),
  "/gzip-empty": encoded("gzip", Buffer.alloc(0)),
  "/gzip-cut": encoded("gzip", gzipSync("abc".repeat(1_000)).subarray(0, -6)),
  "/no-gzip": encoded("gzip", Buffer.from("this is no gzip at all")),
  "/no-br": encoded("br", Buffer.from("this is no brotli at all, but text")),
  "/many-codings": encoded("gzip, gzip, gzip, gzip, gzip, gzip", Buffer.from("x")),
  "/gzip-reset": (_, response) => {
    response.writeHead(200, { "content-encoding": "gzip", "content-length": "5000" });
    response.write(gzipSync(TEXT).subarray(0, 50));
    setTimeout(() => response.socket?.resetAndDestroy(), 20);
  },
  "/short": raw("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nonly this"),
  "/short-chunked": raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nonly\r\n"),
  "/reset": ({ socket }) => void socket.resetAndDestroy(),
  "/closed": ({ socket }) => void socket.destroy(),
  "/no-http": raw("220 mail.example.com ready\r\n\r\n"),
  "/switched": raw("HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"),
  "/injected": raw("HTTP/1.1 200 OK\r\nx-odd: a\0b\r\ncontent-length: 0\r\n\r\n"),
  "/silence": () => undefined,
  "/stalled": (_, response) => void response.writeHead(200, { "content-length": "9" }).write("a"),
  "/pour": (_, response) => pour(response, 160),
  // Answers before it has taken what is sent.
  "/hasty": (_, response) => void response.writeHead(413).end("too much"),
};
