import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from "vitest";
import { TimeoutError } from "../errors/connection-error.ts";
import { poll, type PollOptions } from "./poll.ts";

type Report = { status: "pending" } | { status: "done"; url: string };

/** Settles at the look of that number; when each look was, in milliseconds. */
async function run(
  settles: number,
  options: PollOptions = {},
): Promise<{ looks: number[]; result: unknown }> {
  const began = performance.now();
  const looks: number[] = [];
  const look = async (): Promise<Report> => {
    looks.push(performance.now() - began);
    return looks.length < settles ? { status: "pending" } : { status: "done", url: "/r" };
  };
  const result = poll(look, { ...options, until: ({ status }) => status !== "pending" }).catch(
    (error: unknown) => error,
  );
  await vi.advanceTimersByTimeAsync(10_000_000);
  return { looks, result: await result };
}

describe("poll", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("gives what has settled already, without a wait", async () => {
    expect(await run(1)).toEqual({ looks: [0], result: { status: "done", url: "/r" } });
  });

  it("waits longer from look to look, and not too long", async () => {
    const { looks } = await run(6, { interval: 1_000, longest: 2_000 });
    expect(looks).toEqual([0, 1_000, 2_500, 4_500, 6_500, 8_500]);
  });

  it("looks a last time when the time is over, and then gives up", async () => {
    const { looks, result } = await run(99, { interval: 1_000, timeout: 3_000 });
    expect(looks).toEqual([0, 1_000, 2_500, 3_000]);
    expect(result).toBeInstanceOf(TimeoutError);
  });

  it("stops when it is aborted", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("enough")), 1_200);
    const { looks, result } = await run(99, { signal: controller.signal });
    expect(looks).toEqual([0, 1_000]);
    expect(result).toEqual(new Error("enough"));
    expect(vi.getTimerCount()).toBe(0);
  });

  it("throws what the look throws", async () => {
    const look = (): Promise<Report> => Promise.reject(new Error("gone"));
    await expect(poll(look, { until: () => true })).rejects.toThrow("gone");
  });

  it("narrows what it gives", () => {
    const look = async (): Promise<Report> => ({ status: "done", url: "/r" });
    const settled = poll(look, { until: (report) => report.status === "done" });
    expectTypeOf(settled).resolves.toEqualTypeOf<{ status: "done"; url: string }>();
    const anyOne = poll(look, { until: (report: Report): boolean => report.status === "done" });
    expectTypeOf(anyOne).resolves.toEqualTypeOf<Report>();
  });
});
