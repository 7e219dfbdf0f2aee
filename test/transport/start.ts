import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { join } from "node:path";
import { EXCHANGES } from "./exchanges.ts";

const file = (name: string): string => readFileSync(join(import.meta.dirname, name), "utf8");

/** Of `localhost`, signed by itself: the key is nobody's secret. */
export const certificate: string = file("certificate.pem");

export interface TransportServer {
  readonly origin: string;
  /** Connections that are open now. */
  readonly sockets: ReadonlySet<Socket>;
  /** How many there have been. */
  readonly opened: number;
  close(): Promise<void>;
}

/** Serves the exchanges on loopback, with its certificate or in the clear. */
export async function startServer(isSecure: boolean): Promise<TransportServer> {
  const serve: RequestListener = (request, response) => {
    const [path = ""] = (request.url ?? "").split("?");
    request.on("error", () => undefined);
    EXCHANGES[path]?.(request, response);
  };
  const server = isSecure
    ? createSecureServer({ key: file("key.pem"), cert: certificate }, serve)
    : createServer(serve);
  const sockets = new Set<Socket>();
  let opened = 0;
  server.on("connection", (socket: Socket) => {
    opened += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${isSecure ? "https" : "http"}://localhost:${port}`,
    sockets,
    get opened() {
      return opened;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
