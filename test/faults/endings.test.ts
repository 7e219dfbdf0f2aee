import { createPrice } from "@specwright/generated-client";
import { ApiError, call, ConnectionError, DecodingError } from "@specwright/runtime";
import { describe, expect, it } from "vitest";
import { open, outcome, price, SENDERS, start, watchOver } from "./calls.ts";
import { CALL } from "./fault-server.ts";
import { LASTING } from "./faults.ts";

watchOver();

describe.each(SENDERS)("what cannot be mended, sent by %s,", (_, sender) => {
  it.each([
    ["truncated JSON", DecodingError, {}],
    ["a page instead of JSON", DecodingError, {}],
    ["bytes that never end", DecodingError, {}],
    ["a gzip bomb", DecodingError, {}],
    ["a redirect elsewhere", ApiError, { status: 307 }],
    ["an error that never ends", ApiError, { status: 404 }],
    ["402", ApiError, { status: 402, body: { error: { message: "you sent [secret]" } } }],
    ["a wait that is too long", ApiError, { status: 429 }],
    ["headers that never end", ConnectionError, {}],
  ] as const)("such as %s, is told at once", async (name, type, parts) => {
    const server = await start(() => LASTING[name]);
    const options = { maxResponseBytes: 2 ** 20, timeout: 10_000, maxRetries: 0, ...sender };
    const client = open(server.url, options);
    const before = process.memoryUsage();
    const error = await outcome(call(client, createPrice, price, { headers: { [CALL]: "1" } }));
    const used = process.memoryUsage();
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject(parts);
    expect(server.seen.get(1)?.requests).toBe(1);
    expect(server.strayed).toBe(0);
    expect(used.arrayBuffers + used.heapUsed - before.arrayBuffers - before.heapUsed).toBeLessThan(
      150e6,
    );
  });

  it.each(["truncated JSON", "a redirect elsewhere", "402"] as const)(
    "such as %s, is not asked for again",
    async (name) => {
      const { url, seen } = await start(() => LASTING[name]);
      const options = { headers: { [CALL]: "1" } };
      await outcome(call(open(url, { maxRetries: 5, ...sender }), createPrice, price, options));
      expect(seen.get(1)?.requests).toBe(1);
    },
  );
});
