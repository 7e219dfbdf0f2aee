import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { PATH, type Peer, peersOf, rawHttp } from "./peers.ts";
import { median, type Row } from "./row.ts";

const ANSWER = JSON.stringify({
  id: "cbtxn_1MrU9qLkdIwHu7ixhdjxGBgI",
  object: "customer_balance_transaction",
  amount: -500,
  currency: "usd",
  metadata: { order_id: "6735" },
});

/**
 * What a call costs: CPU time of this process. Over a stub, beside a bare `fetch`; over loopback, by `fetch` for all of them, and
 * by what each takes of itself, beside the `node:http` below it.
 */
export async function call(): Promise<readonly Row[]> {
  const stub = peersOf("http://127.0.0.1:1", () =>
    Promise.resolve(new Response(ANSWER, { headers: { "content-type": "application/json" } })),
  );
  const server = fork(join(import.meta.dirname, "loopback.ts"), [PATH, ANSWER]);
  try {
    const [port] = await once(server, "message");
    const base = `http://127.0.0.1:${String(port)}`;
    const loopback = { ...peersOf(base, globalThis.fetch), "raw node:http": rawHttp(base) };
    const { client, "one operation": one, stripe } = peersOf(base);
    const own = { client, "one operation": one, stripe, "raw node:http": rawHttp(base) };
    return [
      ...(await rows("over a stub", stub, 4_000)),
      ...(await rows("over loopback by fetch", loopback, 1_000)),
      ...(await rows("over loopback", own, 1_000)),
    ];
  } finally {
    server.kill();
  }
}

async function rows(
  where: string,
  peers: Readonly<Record<string, Peer>>,
  calls: number,
): Promise<Row[]> {
  const times = await perCall(peers, calls);
  return OURS.flatMap((own) =>
    Object.entries(times)
      .filter(([name]) => !OURS.includes(name))
      .map(([name, time]) => ({
        what: `${own}, ${where}`,
        ours: micros(times[own] ?? 0),
        against: `${name}: ${micros(time)}`,
        ratio: ((times[own] ?? 0) / time).toFixed(2),
      })),
  );
}

const OURS = ["client", "one operation"];
const micros = (figure: number): string => `${figure.toFixed(0)} µs`;

// One call after the other, for what overlaps hides what a call costs; and the peers in turn, so that a busy machine is
// so for all of them.
async function perCall(
  peers: Readonly<Record<string, Peer>>,
  calls: number,
): Promise<Record<string, number>> {
  const rounds = new Map<string, number[]>(Object.keys(peers).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, peer] of Object.entries(peers)) {
      rounds.get(name)?.push(await time(peer, calls));
    }
  }
  return Object.fromEntries([...rounds].map(([name, all]) => [name, median(all.slice(1))]));
}

/** The first one warms up. */
const ROUNDS = 8;

async function repeat(peer: Peer, calls: number): Promise<void> {
  for (let made = 0; made < calls; made += 1) {
    const answer = await peer();
    if (Object(answer).amount !== -500) throw new Error("a wrong answer");
  }
}

async function time(peer: Peer, calls: number): Promise<number> {
  // What the one before has thrown away is for nobody else to collect.
  await repeat(peer, calls / 2);
  const began = process.cpuUsage();
  await repeat(peer, calls);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / calls;
}
