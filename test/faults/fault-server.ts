import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createRandom } from "../hostile/random.ts";
import type { Fault } from "./faults.ts";

/** Header by which a test tells the server which logical call a request belongs to. */
export const CALL = "x-call";

/** What goes wrong with a certain attempt of a certain call; `undefined` if nothing does. */
export type Script = (call: number, attempt: number) => Fault | undefined;

/** What the server has seen of one logical call. */
export interface Seen {
  /** Requests of which at least the first bytes arrived. */
  requests: number;
  /** How often the work was done. */
  effects: number;
  readonly keys: Set<string>;
  /** When they came, of `performance.now()`. */
  readonly times: number[];
}

export interface FaultServer {
  readonly url: string;
  readonly port: number;
  readonly seen: ReadonlyMap<number, Seen>;
  /** Requests that reached the other origin. */
  readonly strayed: number;
  /** Connections that are open now. */
  readonly sockets: ReadonlySet<Socket>;
  close(): Promise<void>;
}

/** `share` of all attempts go wrong, each in one of the ways of `faults`: the same ones for the same seed. */
export function seededScript(seed: number, share: number, faults: readonly Fault[]): Script {
  return (call, attempt) => {
    const random = createRandom(seed + call * 1_009 + attempt * 7_919);
    return random.below(1_000) < share * 1_000 ? random.pick(faults) : undefined;
  };
}

/**
 * Serves on loopback by a script of faults. Work with an idempotency key is done once, and its answer given again; without
 * one it is done with every request.
 *
 * @param refused Share of connections that are reset before anything is read of them.
 * @param cut Share of connections that are reset as soon as the first bytes arrive.
 */
export async function startFaultServer(
  script: Script,
  { refused = 0, cut = 0, seed = 1, port = 0 } = {},
): Promise<FaultServer> {
  const seen = new Map<number, Seen>();
  const done = new Set<string>();
  const sockets = new Set<Socket>();
  const random = createRandom(seed);
  let strayed = 0;
  const other = createServer((_, response) => {
    strayed += 1;
    response.end("{}");
  });
  const elsewhere = await listen(other, 0);

  function note(call: number): Seen {
    const own = seen.get(call) ?? { requests: 0, effects: 0, keys: new Set(), times: [] };
    seen.set(call, own);
    own.requests += 1;
    own.times.push(performance.now());
    return own;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = Number(request.headers[CALL]);
    const own = note(call);
    const fault = script(call, own.requests);
    const { socket } = request;
    const answer = JSON.stringify({ id: `price_${call}`, note: "x".repeat(100) });
    for await (const _ of request);
    if (!fault || fault.worked) {
      const key = request.headers["idempotency-key"];
      const isNew = typeof key !== "string" || !done.has(key);
      if (isNew) own.effects += 1;
      if (typeof key === "string") {
        own.keys.add(key);
        done.add(key);
      }
    }
    if (fault) {
      fault.strike({
        request,
        response,
        socket,
        answer,
        elsewhere: `http://localhost:${elsewhere}`,
      });
      return;
    }
    response.writeHead(200, { "content-type": "application/json" }).end(answer);
  }

  // What a client breaks off is no failure of the server's.
  const main = createServer((request, response) => void serve(request, response).catch(() => {}));
  main.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    const chance = random.below(1_000) / 1_000;
    if (chance < refused) socket.resetAndDestroy();
    else if (chance < refused + cut) {
      // Nobody parses what comes here.
      socket.removeAllListeners("data").once("data", (bytes: Buffer) => {
        const [, call] = new RegExp(`${CALL}: (\\d+)`).exec(bytes.toString("latin1")) ?? [];
        note(Number(call));
        socket.resetAndDestroy();
      });
    }
  });
  const own = await listen(main, port);
  return {
    url: `http://127.0.0.1:${own}`,
    port: own,
    seen,
    get strayed() {
      return strayed;
    },
    sockets,
    async close() {
      for (const server of [main, other]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}
