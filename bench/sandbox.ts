import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { median, type Row } from "./row.ts";

/** Rounds of four calls: an object is created, found, changed and listed among nine others. */
const ROUNDS = 1_000;
const RUNS = 7;

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const PLAN = "currency=usd&interval=month&product=prod_1&amount=1000&metadata[order]=6735";

interface Served {
  readonly child: ChildProcess;
  readonly port: number;
}

async function serve(kind: string, ...texts: readonly string[]): Promise<Served> {
  const child = fork(join(import.meta.dirname, "sandbox-server.ts"), [kind, ...texts]);
  const [port] = await once(child, "message");
  return { child, port: Number(port) };
}

/** Microseconds of CPU time that the server has taken so far. */
async function cpuTime({ child }: Served): Promise<number> {
  child.send("cpu");
  const [{ user, system }] = await once(child, "message");
  return user + system;
}

function call({ port }: Served, method: string, path: string, body = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: "Bearer sk_test_123",
      ...(body !== "" && { "content-type": "application/x-www-form-urlencoded" }),
    };
    const sent = request({ agent, port, host: "127.0.0.1", method, path, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve(text));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

async function round(served: Served): Promise<void> {
  const made = await call(served, "POST", "/v1/plans", PLAN);
  const path = `/v1/plans/${String(JSON.parse(made).id)}`;
  await call(served, "GET", path);
  await call(served, "POST", path, "nickname=Gold");
  await call(served, "GET", "/v1/plans?limit=10");
}

async function perCall(served: Served): Promise<number> {
  const before = await cpuTime(served);
  for (let count = 0; count < ROUNDS; count += 1) await round(served);
  return ((await cpuTime(served)) - before) / (ROUNDS * 4);
}

/** What a call costs the server, beside a server of `node:http` that answers with the same texts. */
export async function sandbox(): Promise<readonly Row[]> {
  const ours = await serve("sandbox");
  const object = await call(ours, "POST", "/v1/plans", PLAN);
  for (let count = 1; count < 10; count += 1) await call(ours, "POST", "/v1/plans", PLAN);
  const list = await call(ours, "GET", "/v1/plans?limit=10");
  const raw = await serve("raw", object, list);
  const figures: { ours: number; raw: number }[] = [];
  // The first runs of each warm up.
  for (let run = 0; run < RUNS + 2; run += 1) {
    figures.push({ ours: await perCall(ours), raw: await perCall(raw) });
  }
  const counted = figures.slice(2);
  for (const { child } of [ours, raw]) child.kill();
  agent.destroy();
  const [own, theirs] = [
    median(counted.map((one) => one.ours)),
    median(counted.map((one) => one.raw)),
  ];
  return [
    {
      what: "sandbox, mixed calls",
      ours: `${own.toFixed(0)} µs`,
      against: `raw node:http: ${theirs.toFixed(0)} µs`,
      ratio: (own / theirs).toFixed(1),
    },
  ];
}
