import { execFile } from "node:child_process";
import { getEventListeners } from "node:events";
import { ServerResponse } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { createPrice } from "@specwright/generated-client";
import { call } from "@specwright/runtime";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { lay, workbench } from "../helpers/workbench.ts";
import { createRandom } from "../hostile/random.ts";
import { each, open, outcome, price, seed, SENDERS, start, watchOver } from "./calls.ts";
import { CALL, seededScript } from "./fault-server.ts";
import { BUSY, LASTING, PASSING, SILENCE } from "./faults.ts";

watchOver();

describe.each(SENDERS)("an abort, sent by %s,", (_, sender) => {
  it("at any moment ends the call with its reason, and leaves no listener and no socket", async () => {
    const stalling = [...PASSING, SILENCE, BUSY];
    const { url, sockets } = await start(seededScript(seed, 0.7, stalling));
    const client = open(url, { maxRetries: 1_000, backoff: () => 5, timeout: 10_000, ...sender });
    const random = createRandom(seed);
    let aborted = 0;
    await each(1_000, async (index) => {
      const controller = new AbortController();
      const { signal } = controller;
      const reason = new Error(`enough of ${index}`);
      let at = Infinity;
      const timer = setTimeout(() => {
        at = performance.now();
        controller.abort(reason);
      }, random.below(30));
      const options = { headers: { [CALL]: String(index) }, signal };
      const result = await outcome(call(client, createPrice, price, options));
      clearTimeout(timer);
      if (signal.aborted) {
        aborted += 1;
        expect(result).toBe(reason);
        expect(performance.now() - at).toBeLessThan(500);
      }
      expect(getEventListeners(signal, "abort")).toHaveLength(0);
    });
    expect(aborted).toBeGreaterThan(100);
    // A connection that waits for its next request may stay; one whose answer nobody waits for may not.
    await expect.poll(() => [...sockets].flatMap(underWay), { timeout: 5_000 }).toEqual([]);
  });

  it("leaves no timer", async () => {
    const timers = (): number =>
      process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const { url } = await start((_, attempt) => (attempt % 2 ? BUSY : SILENCE));
    const client = open(url, {
      maxRetries: 1_000,
      backoff: () => 60_000,
      timeout: 60_000,
      ...sender,
    });
    const known = timers();
    const controllers = Array.from({ length: 50 }, () => new AbortController());
    const results = controllers.map(({ signal }, index) =>
      outcome(call(client, createPrice, price, { headers: { [CALL]: String(index) }, signal })),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(timers()).toBeGreaterThanOrEqual(50);
    for (const controller of controllers) controller.abort();
    await Promise.all(results);
    expect(timers()).toBeLessThanOrEqual(known + 2);
  });
});

describe("a program whose calls have ended", () => {
  it.each(SENDERS)("has nothing left that keeps it running, sent by %s", async (_, sender) => {
    const stalling = [...PASSING, SILENCE, BUSY, ...Object.values(LASTING)];
    const trouble = { refused: 0.02, cut: 0.02, seed };
    const { url, sockets } = await start(seededScript(seed, 0.5, stalling), trouble);
    const folder = workbench("leftovers");
    lay(folder, new Map([["program.mjs", await bundle()]]));
    const argv = [join(folder, "program.mjs"), url, String(seed), "fetch" in sender ? "fetch" : ""];
    // It ends by itself, or the time is over.
    const { stdout, stderr } = await run(process.execPath, argv, { timeout: 30_000 });
    const { calls, settled, before, after, unheard } = JSON.parse(stdout);
    expect({ settled, after, unheard, stderr }).toEqual({
      settled: calls,
      after: before,
      unheard: [],
      stderr: "",
    });
    await expect.poll(() => sockets.size, { timeout: 5_000 }).toBe(0);
  });
});

const run = promisify(execFile);

/** The program as one file. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "program.ts")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
    conditions: ["@specwright/source", "node"],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** What the server has under way on a connection. */
function underWay(socket: object): object[] {
  const response: unknown = Reflect.get(socket, "_httpMessage");
  if (!(response instanceof ServerResponse)) return [];
  const { headersSent, writableEnded, statusCode } = response;
  return [{ headersSent, writableEnded, statusCode, call: response.req.headers[CALL] }];
}
