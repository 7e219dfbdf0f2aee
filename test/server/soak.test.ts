import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { crowd } from "./soak-crowd.ts";

/** Seconds. `SPECWRIGHT_SOAK=60` lasts longer; give it `--testTimeout 600000`. */
const SECONDS = Number(process.env["SPECWRIGHT_SOAK"] ?? 4);

interface Health {
  /** Bytes in use behind a collection of garbage. */
  readonly heapUsed: number;
  readonly rss: number;
  readonly errors: readonly string[];
}

async function told(child: ChildProcess): Promise<unknown> {
  const [message]: unknown[] = await once(child, "message");
  return message;
}

async function healthOf(child: ChildProcess): Promise<Health> {
  child.send("health");
  const { heapUsed, rss, errors } = Object(await told(child));
  return { heapUsed, rss, errors };
}

describe("a server in a crowd of good, malformed, oversized, broken-off and slow requests", () => {
  it("answers every good one right, does not fall, and keeps no memory", async () => {
    const child = fork(join(import.meta.dirname, "soak-server.ts"), [], {
      execArgv: ["--conditions=@specwright/source", "--expose-gc"],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    const port = Number(Object(await told(child)).port);
    const options = { port, clients: 16, slow: 200 };
    // What is loaded and compiled once is there behind the first part.
    await crowd({ ...options, duration: SECONDS * 250, seed: 1 });
    const before = await healthOf(child);
    const met = await crowd({ ...options, duration: SECONDS * 1_000, seed: 2 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const after = await healthOf(child);
    const grown = Math.round((after.heapUsed - before.heapUsed) / 1_000_000);
    const counts = { ...met, wrong: met.wrong.length };
    if (process.env["SPECWRIGHT_SOAK"] !== undefined)
      console.log({ ...counts, grown, before, after });
    expect(met.wrong.slice(0, 10)).toEqual([]);
    expect(after.errors).toEqual([]);
    expect(grown).toBeLessThan(20);
    expect(Math.min(met.good / 10, met.malformed, met.oversized, met.aborted)).toBeGreaterThan(
      SECONDS,
    );
    expect(child.exitCode).toBeNull();
  });
});
