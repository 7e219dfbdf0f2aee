import { createPrice, retrievePrice } from "@specwright/generated-client";
import { ApiError, call, TimeoutError } from "@specwright/runtime";
import { describe, expect, it } from "vitest";
import { createRandom } from "../hostile/random.ts";
import {
  each,
  open as connected,
  OPENERS,
  outcome,
  price,
  seed,
  start,
  watchOver,
} from "./calls.ts";
import { CALL, type Script, seededScript } from "./fault-server.ts";
import { BUSY, PASSING, SILENCE, waiting } from "./faults.ts";

watchOver();

describe.each(OPENERS)("a deadline, sent by %s", (_, open) => {
  const failing = PASSING.filter(({ name }) => name !== "slow headers");
  const cases: readonly (readonly [string, Script, number])[] = [
    ["a server that is silent", () => SILENCE, 10_000],
    ["a server that lets every attempt time out", () => SILENCE, 100],
    ["a server that is busy", () => BUSY, 10_000],
    ["a server that fails in every way there is", seededScript(seed, 1, failing), 100],
  ];

  it.each(cases)("holds within a tenth with %s", async (_, script, timeout) => {
    const { url } = await start(script);
    const client = open(url, { timeout, maxRetries: 10_000, backoff: () => 25 });
    const random = createRandom(seed);
    await each(30, async (index) => {
      const deadline = 1_000 + random.below(500);
      const begun = performance.now();
      const options = { headers: { [CALL]: String(index) }, deadline };
      // A machine that is busy itself holds up every timer.
      const due = new Promise<number>((resolve) => {
        setTimeout(() => resolve(performance.now() - begun), deadline);
      });
      const error = await outcome(call(client, retrievePrice, { price: "price_1" }, options));
      const elapsed = performance.now() - begun;
      expect(error).toBeInstanceOf(Error);
      // The last attempt at a silent server is always cut short.
      if (script(index, 1) === SILENCE) expect(error).toBeInstanceOf(TimeoutError);
      expect(elapsed).toBeGreaterThan(deadline * 0.9);
      expect(elapsed).toBeLessThan((await due) * 1.1);
    });
  });

  it("is told at once where an answer asks to wait beyond it", async () => {
    const { url, seen } = await start(() =>
      waiting(429, "seconds", () => ({ "retry-after": "30" })),
    );
    const options = { headers: { [CALL]: "1" }, deadline: 20_000 };
    const error = await outcome(call(open(url), createPrice, price, options));
    expect(error).toBeInstanceOf(ApiError);
    expect(seen.get(1)?.requests).toBe(1);
  });
});

describe("an answer that says when to come again", () => {
  const FORMS = {
    milliseconds: () => ({ "retry-after-ms": "150" }),
    seconds: () => ({ "retry-after": "1" }),
    "parts of a second": () => ({ "retry-after": "0.2" }),
    "a date": () => ({ "retry-after": new Date(Date.now() + 2_000).toUTCString() }),
    "a date that is over": () => ({ "retry-after": "Sun, 06 Nov 1994 08:49:37 GMT" }),
    "milliseconds before seconds": () => ({ "retry-after": "60", "retry-after-ms": "150" }),
  };
  /** At least, in milliseconds: a date has no parts of a second. */
  const LEAST: Readonly<Record<keyof typeof FORMS, number>> = {
    milliseconds: 145,
    seconds: 990,
    "parts of a second": 195,
    "a date": 950,
    "a date that is over": 0,
    "milliseconds before seconds": 145,
  };
  const cases = Object.entries(LEAST).flatMap(([form, least]) =>
    [429, 503].map((status) => [status, form as keyof typeof FORMS, least] as const),
  );

  it.concurrent.each(cases)("%i for %s is waited for", async (status, form, least) => {
    const { startFaultServer } = await import("./fault-server.ts");
    const server = await startFaultServer((_, attempt) =>
      attempt === 1 ? waiting(status, form, FORMS[form]) : undefined,
    );
    try {
      // Who passes over what the answer says waits a minute.
      const client = connected(server.url, { backoff: () => 60_000 });
      await call(client, createPrice, price, { headers: { [CALL]: "1" } });
      const [first = 0, second = 0, ...more] = server.seen.get(1)?.times ?? [];
      expect(second - first).toBeGreaterThanOrEqual(least);
      expect(second - first).toBeLessThan(30_000);
      expect(more).toEqual([]);
    } finally {
      await server.close();
    }
  });
});
