import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../helpers/command.ts";

// `SPECWRIGHT_KILLS=100` kills that many times.
const KILLS = Number(process.env["SPECWRIGHT_KILLS"] ?? 3);

const program = join(import.meta.dirname, "serve.ts");

interface Served {
  readonly child: ChildProcess;
  readonly url: string;
}

/** Starts a sandbox in a process of its own, on a store in a file. */
async function serve(store: string): Promise<Served> {
  const child = fork(program, [store], {
    execArgv: ["--conditions=@specwright/source"],
    silent: true,
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const errors: string[] = [];
  child.stderr?.on("data", (chunk: Buffer) => errors.push(chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    child.once("message", (message) => resolve(String(message)));
    child.once("exit", (code) => reject(new Error(`It ended with ${code}: ${errors.join("")}`)));
  });
  return { child, url };
}

async function create(url: string, name: string): Promise<string> {
  const response = await fetch(`${url}/tickets`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ title: name }),
  });
  expect(response.status).toBe(201);
  return String(Object(await response.json()).id);
}

describe("a sandbox with a file for its store", () => {
  it("has lost nothing that it answered when it is killed in the middle of writes", async () => {
    const store = join(temporaryFolder(), "sandbox.sqlite");
    const known = new Map<string, string>();
    for (let round = 1; round <= KILLS; round += 1) {
      const { child, url } = await serve(store);
      const writers = Array.from({ length: 4 }, async (_, writer) => {
        for (let count = 0; ; count += 1) {
          const name = `${round}-${writer}-${count}`;
          known.set(await create(url, name), name);
        }
      });
      await sleep(150 + ((round * 97) % 300));
      child.kill("SIGKILL");
      await Promise.allSettled(writers);
    }
    expect(known.size).toBeGreaterThan(20);
    const { url } = await serve(store);
    const found = new Map<string, string>();
    for (let page = 1, isLast = false; !isLast; page += 1) {
      const tickets: unknown = await (
        await fetch(`${url}/tickets?per_page=100&page=${page}`)
      ).json();
      const list = Array.isArray(tickets) ? tickets : [];
      for (const { id, title } of list) found.set(String(id), title);
      isLast = list.length === 0;
    }
    const lost = [...known].filter(([id, name]) => found.get(id) !== name);
    expect(lost).toEqual([]);
    if (KILLS > 3) console.info(`${known.size} answered, none lost in ${KILLS} kills.`);
  }, 3_600_000);

  it("answers what is in flight when it is asked to stop", async () => {
    const { child, url } = await serve(join(temporaryFolder(), "sandbox.sqlite"));
    const slow = fetch(`${url}/tickets`, { headers: { "sandbox-latency": "400" } });
    await sleep(150);
    const ended = new Promise((resolve) => child.once("exit", (code) => resolve(code)));
    child.kill("SIGTERM");
    expect((await slow).status).toBe(200);
    expect(await ended).toBe(0);
    await expect(fetch(`${url}/tickets`)).rejects.toThrow();
  });
});
