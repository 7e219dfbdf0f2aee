import { call } from "@specwright/runtime";
import { createPrice } from "@specwright/generated-client";
import { describe, expect, it } from "vitest";
import { each, outcome, price, seed, OPENERS, start, stop, watchOver } from "./calls.ts";
import { CALL, seededScript } from "./fault-server.ts";
import { type Fault, PASSING } from "./faults.ts";

// SPECWRIGHT_FAULTS=100000 makes so many POSTs with keys in the place of 10,000; SPECWRIGHT_FAULT_SEED chooses another script.

watchOver();

const trouble = { refused: 0.02, cut: 0.02, seed };

describe.each(OPENERS)("POSTs under a fifth of faults, sent by %s", (_, open, calls) => {
  const maxRetries = 30;

  it(`with keys have each effect exactly once and lose none, ${calls} times`, async () => {
    const { url, seen } = await start(seededScript(seed, 0.2, PASSING), trouble);
    const client = open(url, { maxRetries });
    const failed: unknown[] = [];
    await each(calls, async (index) => {
      const headers = { [CALL]: String(index) };
      const result = await outcome(call(client, createPrice, price, { headers }));
      if (result instanceof Error) failed.push(result);
    });
    expect(failed).toEqual([]);
    const all = [...seen.values()];
    expect(all).toHaveLength(calls);
    expect(all.filter(({ effects }) => effects !== 1)).toEqual([]);
    expect(all.filter(({ keys }) => keys.size !== 1)).toEqual([]);
    expect(all.filter(({ requests }) => requests > maxRetries + 1)).toEqual([]);
    // The script did strike.
    expect(all.filter(({ requests }) => requests > 1).length).toBeGreaterThan(calls / 10);
  });

  it("without keys are never sent again once their first bytes arrived", async () => {
    const { url, seen } = await start(seededScript(seed, 0.2, PASSING), trouble);
    const client = open(url, { maxRetries });
    let failures = 0;
    await each(calls / 5, async (index) => {
      const headers = { [CALL]: String(index), "idempotency-key": undefined };
      const result = await outcome(call(client, createPrice, price, { headers }));
      if (result instanceof Error) failures += 1;
    });
    expect(failures).toBeGreaterThan(calls / 50);
    expect([...seen.values()].filter(({ requests }) => requests > 1)).toEqual([]);
  });

  it("without keys wait for a server that is not there yet", async () => {
    const { port } = await start(() => undefined);
    await stop();
    const client = open(`http://127.0.0.1:${port}`, {
      maxRetries: 100,
      backoff: () => 20,
    });
    const results = Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const headers = { [CALL]: String(index), "idempotency-key": undefined };
        return call(client, createPrice, price, { headers });
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { seen } = await start(() => undefined, { port });
    await results;
    expect([...seen.values()].map(({ requests, effects }) => [requests, effects])).toEqual(
      Array.from({ length: 20 }, () => [1, 1]),
    );
  });

  it.each([0, 1, 3])("are tried at most once more than %s retries", async (maxRetries) => {
    const { url, seen } = await start(seededScript(seed, 1, PASSING.filter(fast)));
    const client = open(url, { maxRetries });
    await each(100, async (index) => {
      const headers = { [CALL]: String(index) };
      await outcome(call(client, createPrice, price, { headers }));
    });
    const requests = [...seen.values()].map((one) => one.requests);
    expect(Math.max(...requests)).toBe(maxRetries + 1);
  });
});

/** What ends with the answer of the server, or at once. */
function fast({ name }: Fault): boolean {
  return !/stalled|slow/.test(name);
}
