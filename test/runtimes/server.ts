import { createServer } from "node:http";
import { type Exchange, readExchange, type Seen } from "./server/exchange.ts";
import { answerPrice, createPrice } from "./server/prices.ts";
import { ROUTES } from "./server/routes.ts";

/** The other side of suite.ts. */
export interface SuiteServer {
  readonly origin: string;
  /** What a page reported. */
  readonly reported: Promise<unknown>;
  stop(): Promise<void>;
}

/** How many requests came for the name at the end of the path. */
function tellSeen({ path, seen, send }: Exchange): void {
  const { requests, keys, effects } = seen(decodeURIComponent(path.slice("/requests/".length)));
  send(200, { requests, keys: keys.size, effects });
}

/** @param page Script of a page that runs the suite, and reports. */
export async function startSuiteServer(page: string): Promise<SuiteServer> {
  const memory = new Map<string, Seen>();
  const report = Promise.withResolvers<unknown>();
  const server = createServer((request, response) => {
    void (async () => {
      const exchange = await readExchange(request, response, memory);
      const { path, send, body } = exchange;
      const [, price] = /^\/v1\/prices\/([^/]+)$/.exec(path) ?? [];
      if (price !== undefined) return answerPrice(decodeURIComponent(price), exchange);
      switch (`${request.method} ${path}`) {
        case "POST /v1/prices":
          return createPrice(exchange);
        case "GET /":
          response.writeHead(200, { "content-type": "text/html" });
          return response.end('<!doctype html><script type="module" src="/page.js"></script>');
        case "GET /page.js":
          return response.writeHead(200, { "content-type": "text/javascript" }).end(page);
        case "POST /report":
          report.resolve(JSON.parse(body.toString()));
          return send(200, {});
        default:
          if (path.startsWith("/requests/")) return tellSeen(exchange);
          return (ROUTES[path] ?? (() => send(404, {})))(exchange);
      }
      // What a client breaks off is no failure of the server's.
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    reported: report.promise,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
