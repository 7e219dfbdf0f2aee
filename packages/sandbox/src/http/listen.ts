import { createServer, type Server } from "node:http";
import { problemResponse, toNodeListener } from "@specwright/runtime/server";

/** A sandbox that listens. */
export interface Listening {
  readonly host: string;
  readonly port: number;
  /** `"http://127.0.0.1:4010"` */
  readonly url: string;
  /** Takes no more requests, and waits until what is in flight is answered. */
  close(): Promise<void>;
}

/** Dot segments, however they are spelled, and what a URL takes for a slash: they would lead to another route. */
const CLIMBING = /(?:^|[/\\])(?:\.|%2e){1,2}(?=[/\\?#]|$)|\\/i;

/**
 * Listens with `node:http`.
 *
 * @throws {Error} when the port is taken or may not be used.
 */
export async function listen(
  handle: (request: Request) => Promise<Response>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const answer = toNodeListener(handle);
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    if (!CLIMBING.test(path)) return answer(request, response);
    const refusal = problemResponse({
      status: 400,
      message: "The path of the URL cannot be read.",
    });
    void refusal.text().then((text) => {
      response
        .writeHead(400, { "content-type": "application/problem+json", connection: "close" })
        .end(text);
    });
  });
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  await started(server, host, port);
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  const shown = host.includes(":") ? `[${host}]` : host;
  return { host, port: taken, url: `http://${shown}:${taken}`, close: () => closed(server) };
}

function started(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that is kept alive is idle only once its answer has gone out.
    const sweep = setInterval(() => server.closeIdleConnections(), 20);
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
  });
}
