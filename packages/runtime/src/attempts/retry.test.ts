import { afterEach, describe, expect, it, vi } from "vitest";
import { retryAnswer, retryDelay } from "./retry.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("the wait before a retry", () => {
  it.each([
    [1, 500],
    [2, 1_000],
    [3, 2_000],
    [5, 8_000],
    [6, 8_000],
    [2_000, 8_000],
  ])("after attempt %s is at most %s ms and a quarter less at least", (attempt, most) => {
    const random = vi.spyOn(Math, "random").mockReturnValue(0);
    expect(retryDelay(attempt)).toBe(most);
    random.mockReturnValue(1);
    expect(retryDelay(attempt)).toBe(most * 0.75);
  });

  it.each([
    [{ "retry-after": "2" }, 2_000],
    [{ "retry-after": "0" }, 0],
    [{ "retry-after": "60" }, 60_000],
    [{ "retry-after": "61" }, undefined],
    [{ "retry-after": "-1" }, 0],
    [{ "retry-after": "soon" }, 500],
    [{ "retry-after": "1.2.3" }, 500],
    [{ "retry-after": "try 5" }, 500],
    [{ "retry-after": "Thursday, 01-Jan-26 00:00:30 GMT" }, 30_000],
    [{ "retry-after": "1.5" }, 1_500],
    [{ "retry-after": "2026-01-01T00:00:02Z" }, 2_000],
    [{ "retry-after-ms": "1.5" }, 1.5],
    [{ "retry-after-ms": "20", "retry-after": "3" }, 20],
    [{ "retry-after-ms": "x", "retry-after": "3" }, 3_000],
    [{ "retry-after": "Thu, 01 Jan 2026 00:00:30 GMT" }, 30_000],
    [{ "retry-after": "Wed, 31 Dec 2025 23:59:30 GMT" }, 0],
    [{ "retry-after": "Thu, 01 Jan 2026 00:01:01 GMT" }, undefined],
    [{}, 500],
  ])("after %o is %s ms", (headers: Record<string, string>, delay) => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
    vi.spyOn(Math, "random").mockReturnValue(0);
    expect(retryAnswer({ status: 503, headers }, () => retryDelay(1))).toBe(delay);
  });
});
