import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { createPartialPaymentsHandler } from "@specwright/generated-server-stubs";
import { toNodeListener, type HandlerContext } from "@specwright/runtime/server";
import type { Exchange } from "./exchange.ts";

/** What reached the server: the bytes of the request, and what the stubs made of them. */
export interface Seen {
  readonly operation: string;
  readonly input: unknown;
  readonly principal: unknown;
  readonly request: RawRequest;
}

interface RawRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ExampleServer {
  readonly url: string;
  /** The last exchange; fails when there was none since the last call. */
  take(): Seen;
  stop(): Promise<void>;
}

/** The generated stubs on a loopback port; every handler gives the documented answer of its operation. */
export async function startExampleServer(
  exchanges: readonly Exchange[],
  apiKey: string,
): Promise<ExampleServer> {
  let handled: Omit<Seen, "request"> | undefined;
  let raw: RawRequest | undefined;
  const answer =
    (operation: string) =>
    (input: unknown, context: Pick<HandlerContext, "principal">): never => {
      handled = { operation, input, principal: context.principal };
      const exchange = exchanges.find((one) => one.operation === operation);
      // The stubs validate what a handler gives, so an example may stand in for the typed value.
      return exchange?.response.body as never;
    };
  const handler = createPartialPaymentsHandler({
    handlers: {
      customers: {
        balanceTransactions: {
          create: answer("customers.balanceTransactions.create"),
          update: answer("customers.balanceTransactions.update"),
          retrieve: answer("customers.balanceTransactions.retrieve"),
          list: answer("customers.balanceTransactions.list"),
        },
      },
    },
    authenticate: {
      basicAuth: ({ username, password }) =>
        username === apiKey && password === "" ? username : undefined,
      bearerAuth: ({ token }) => (token === apiKey ? token : undefined),
    },
  });
  let body = "";
  const listener = toNodeListener(async (request) => {
    body = await request.clone().text();
    return handler(request);
  });
  const server = createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    response.on("finish", () => {
      raw = { method, target: url, headers: plain(headers), body };
    });
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    take() {
      if (!handled || !raw) throw new Error("no request has reached a handler");
      const seen = { ...handled, request: raw };
      handled = undefined;
      raw = undefined;
      return seen;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function plain(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
