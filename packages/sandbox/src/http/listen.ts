import { createServer, type Server } from "node:http";
import { stopServer, toNodeListener } from "@specwright/runtime/server";

/** A sandbox that listens. */
export interface Listening {
  readonly host: string;
  readonly port: number;
  /** `"http://127.0.0.1:4010"` */
  readonly url: string;
  /** Takes no more requests, and waits until what is in flight is answered; after ten seconds it is cut off. */
  close(): Promise<void>;
}

/**
 * Listens with `node:http`.
 *
 * @throws {Error} when the port is taken or may not be used.
 */
export async function listen(
  handle: (request: Request) => Promise<Response>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createServer(toNodeListener(handle));
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  await started(server, host, port);
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  const shown = host.includes(":") ? `[${host}]` : host;
  return { host, port: taken, url: `http://${shown}:${taken}`, close: () => stopServer(server) };
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
