import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { median, type Row } from "./row.ts";

const FORM = "amount=-500&currency=usd&description=A+gift&metadata[order_id]=6735";
const HEAD = "host: x\r\nauthorization: Bearer sk_test_1\r\naccept: application/json\r\n";
const QUESTIONS: Readonly<Record<string, string>> = {
  "GET with path parameters": `GET /v1/customers/cus_1/balance_transactions/cbtxn_1 HTTP/1.1\r\n${HEAD}\r\n`,
  "POST of a form":
    `POST /v1/customers/cus_1/balance_transactions HTTP/1.1\r\n${HEAD}` +
    `content-type: application/x-www-form-urlencoded\r\ncontent-length: ${FORM.length}\r\n\r\n${FORM}`,
};
const WAYS = ["by hand", "kit", "kit, wrapped"];
/** Requests of one measurement, and how often each is made; the first one warms up. */
const CALLS = 4_000;
const ROUNDS = 6;

/** What one request costs a server on Node.js, beside one that reads, checks and answers by hand. */
export async function serve(): Promise<readonly Row[]> {
  const servers = await Promise.all(WAYS.map(start));
  try {
    const rows: Row[] = [];
    for (const [what, message] of Object.entries(QUESTIONS)) {
      const times = await ask(servers, message);
      const [byHand = 0, ...ours] = times;
      ours.forEach((time, index) =>
        rows.push({
          what: `${what}, ${WAYS[index + 1] ?? ""}`,
          ours: `${time.toFixed(1)} µs`,
          against: `by hand: ${byHand.toFixed(1)} µs`,
          ratio: (time / byHand).toFixed(2),
        }),
      );
    }
    return rows;
  } finally {
    for (const { child } of servers) child.kill();
  }
}

interface Server {
  readonly child: ChildProcess;
  readonly port: number;
}

async function start(way: string): Promise<Server> {
  const child = fork(join(import.meta.dirname, "serve-child.ts"), [way]);
  const [port]: unknown[] = await once(child, "message");
  return { child, port: Number(port) };
}

// In turn, so that a busy machine is so for all of them.
async function ask(servers: readonly Server[], message: string): Promise<number[]> {
  const rounds = servers.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, server] of servers.entries()) {
      rounds[index]?.push(await measure(server, message));
    }
  }
  return rounds.map((all) => median(all.slice(1)));
}

/** CPU time of the server for one request, in microseconds. */
async function measure({ child, port }: Server, message: string): Promise<number> {
  const socket = connect(port, "127.0.0.1");
  const before = await cpuOf(child);
  for (let done = 0; done < CALLS; done += 1) await one(socket, message);
  const after = await cpuOf(child);
  socket.destroy();
  return (after - before) / CALLS;
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send("cpu");
  const [time]: unknown[] = await once(child, "message");
  return Number(time);
}

/** One request after the other on one connection; every answer ends in a brace. */
function one(socket: Socket, message: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const take = (chunk: Buffer): void => {
      answer += chunk.toString("latin1");
      if (!answer.endsWith("}")) return;
      socket.off("data", take);
      if (answer.startsWith("HTTP/1.1 200 ")) resolve();
      else reject(new Error(answer));
    };
    socket.on("data", take);
    socket.write(message);
  });
}
