import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { median, type Row } from "./row.ts";
import { type Server, SERVERS } from "./servers.ts";

const KEY = Buffer.from("sk_test_1:").toString("base64");
const FORM = "amount=-500&currency=usd&description=A+refund&metadata[order_id]=6735";
const PATH = "/v1/customers/cus_NcjdgdwZyI9Rj7/balance_transactions";

const requests = {
  "GET with path parameters":
    `GET ${PATH}/cbtxn_1MrU9qLkdIwHu7ixhdjxGBgI HTTP/1.1\r\nhost: localhost\r\n` +
    `authorization: Basic ${KEY}\r\n\r\n`,
  "POST of a form, validated":
    `POST ${PATH} HTTP/1.1\r\nhost: localhost\r\nauthorization: Basic ${KEY}\r\n` +
    `content-type: application/x-www-form-urlencoded\r\ncontent-length: ${FORM.length}\r\n\r\n${FORM}`,
};

/** What a request costs a server: CPU time of its process, beside `node:http` alone and beside peers. */
export async function serve(): Promise<readonly Row[]> {
  const running = await Promise.all(SERVERS.map((name) => start(name)));
  try {
    const rows: Row[] = [];
    for (const [what, request] of Object.entries(requests)) {
      const times = await perRequest(running, request);
      const own = times["ours"] ?? 0;
      for (const [name, time] of Object.entries(times)) {
        if (name === "ours") continue;
        const against = `${name}: ${time.toFixed(0)} µs`;
        rows.push({ what, ours: `${own.toFixed(0)} µs`, against, ratio: (own / time).toFixed(2) });
      }
    }
    return rows;
  } finally {
    for (const { child } of running) child.kill();
  }
}

interface Running {
  readonly name: Server;
  readonly child: ChildProcess;
  readonly port: number;
}

async function start(name: Server): Promise<Running> {
  const child = fork(join(import.meta.dirname, "servers.ts"), [name]);
  const [port] = await once(child, "message");
  return { name, child, port: Number(port) };
}

/** The first one warms up. */
const ROUNDS = 8;
const REQUESTS = 6_000;

// The servers in turn, so that a busy machine is so for all of them.
async function perRequest(
  running: readonly Running[],
  request: string,
): Promise<Record<string, number>> {
  const rounds = new Map<string, number[]>(running.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, child, port } of running) {
      const before = await cpuOf(child);
      await Promise.all(Array.from({ length: 8 }, () => ask(port, request, REQUESTS / 8)));
      rounds.get(name)?.push(((await cpuOf(child)) - before) / REQUESTS);
    }
  }
  return Object.fromEntries([...rounds].map(([name, all]) => [name, median(all.slice(1))]));
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send("cpu");
  const [micros] = await once(child, "message");
  return Number(micros);
}

/** Sends the same request over one connection, each when the answer before is there. */
function ask(port: number, request: string, times: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, "127.0.0.1");
    let left = times;
    let text = "";
    socket.setEncoding("latin1").setNoDelay(true);
    socket.on("connect", () => socket.write(request));
    socket.on("error", reject);
    socket.on("data", (chunk: string) => {
      text += chunk;
      if (!text.endsWith("}")) return;
      if (!text.startsWith("HTTP/1.1 200 ")) {
        socket.destroy();
        return reject(new Error(`a wrong answer: ${text}`));
      }
      text = "";
      left -= 1;
      if (left > 0) return void socket.write(request);
      socket.destroy();
      resolve();
    });
  });
}
