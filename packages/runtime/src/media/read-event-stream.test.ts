import { describe, expect, it } from "vitest";
import type { ResponseMedia } from "../contract.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import { ITEM_LIMIT } from "./chunks.ts";
import { readEventStream } from "./read-event-stream.ts";

const context = {
  operation: "chats.follow",
  signal: undefined,
  maxResponseBytes: 1_048_576,
};

/** An answer whose body comes in these chunks. */
function answer(chunks: readonly Uint8Array[], type = "text/event-stream"): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  return new Response(body, { headers: { "content-type": type } });
}

async function read(
  text: string | readonly Uint8Array[],
  media: ResponseMedia = {},
): Promise<unknown[]> {
  const chunks = typeof text === "string" ? [new TextEncoder().encode(text)] : text;
  const items: unknown[] = [];
  for await (const item of readEventStream(answer(chunks), media, context)) items.push(item);
  return items;
}

describe("the fields of an event", () => {
  it.each([
    ["one line of data", "data: a\n\n", [{ data: "a" }]],
    ["several lines of data", "data: a\ndata: b\n\n", [{ data: "a\nb" }]],
    ["no space behind the colon", "data:a\n\n", [{ data: "a" }]],
    ["a second space, which is part of the value", "data:  a\n\n", [{ data: " a" }]],
    ["no colon at all", "data\n\n", [{ data: "" }]],
    ["a colon in the value", "data: a: b\n\n", [{ data: "a: b" }]],
    [
      "name, id and wait",
      "event: e\nid: 1\nretry: 9\ndata: a\n\n",
      [{ event: "e", id: "1", retry: 9, data: "a" }],
    ],
    ["a wait that is no number", "retry: 9s\ndata: a\n\n", [{ data: "a" }]],
    ["an id with a NUL", "id: 1\0\ndata: a\n\n", [{ data: "a" }]],
    ["a field nobody knows", "secret: 1\ndata: a\n\n", [{ data: "a" }]],
    ["a comment", ": still here\n\ndata: a\n\n", [{ data: "a" }]],
    ["a byte order mark in front", "\ufeffdata: a\n\n", [{ data: "a" }]],
    ["carriage returns", "data: a\r\rdata: b\r\r", [{ data: "a" }, { data: "b" }]],
    ["both kinds of line break", "data: a\r\n\r\ndata: b\r\n\r\n", [{ data: "a" }, { data: "b" }]],
    ["no data, which makes no event", "event: e\n\ndata: a\n\n", [{ data: "a" }]],
    [
      "an end before the blank line, which drops the event",
      "data: a\n\ndata: b\n",
      [{ data: "a" }],
    ],
    ["nothing", "", []],
  ])("are read with %s", async (_, text, events) => {
    expect(await read(text)).toEqual(events);
  });

  it("are the same wherever the stream is cut", async () => {
    const text = ': c\r\nevent: wört\r\nid: 7\ndata: {"a":"ü€😀"}\rdata: 2\n\n\r\ndata: end\n\n';
    const bytes = new TextEncoder().encode(text);
    const whole = await read([bytes]);
    expect(whole).toHaveLength(2);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      expect(await read([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(whole);
    }
    expect(await read(Array.from(bytes, (_, index) => bytes.subarray(index, index + 1)))).toEqual(
      whole,
    );
  });
});

describe("an item", () => {
  const text = 'data: {"a":1}\n\ndata: "b"\n\n';

  it.each([
    ["event", [{ data: '{"a":1}' }, { data: '"b"' }]],
    ["json-event", [{ data: { a: 1 } }, { data: "b" }]],
    ["data", [{ a: 1 }, "b"]],
    ["text", ['{"a":1}', '"b"']],
  ] as const)("is what the spec says: %s", async (items, expected) => {
    expect(await read(text, { items })).toEqual(expected);
  });

  it("keeps the data of an event that is no JSON", async () => {
    expect(await read("data: ping\n\n", { items: "json-event" })).toEqual([{ data: "ping" }]);
  });

  it("that should be JSON and is not is an error that keeps it to itself", async () => {
    const reading = read("data: sk_live_1\n\n", { items: "data" });
    await expect(reading).rejects.toThrow(DecodingError);
    await expect(reading).rejects.not.toThrow(/sk_live/);
  });
});

describe("a stream", () => {
  it("ends at the data that the spec names, whatever follows", async () => {
    const text = "data: 1\n\ndata: [DONE]\n\ndata: 2\n\n";
    expect(await read(text, { items: "data", end: "[DONE]" })).toEqual([1]);
  });

  it("that turns out to be JSON is an error at once", () => {
    const response = answer([], "application/json");
    expect(() => readEventStream(response, {}, context)).toThrow(DecodingError);
  });

  it.each([
    ["a line without an end", () => "data: " + "a".repeat(ITEM_LIMIT)],
    ["an event without an end", () => `data: ${"a".repeat(1_000_000)}\n`.repeat(17)],
  ])("does not keep %s in memory", async (_, text) => {
    await expect(read(text())).rejects.toThrow("too long");
  });

  it("that breaks off is a connection that failed", async () => {
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error("reset"));
      },
    });
    const stream = readEventStream(new Response(body), {}, context);
    await expect(Array.fromAsync(stream)).rejects.toThrow(ConnectionError);
  });

  it("is taken no faster than it is read, and let go of when nobody reads on", async () => {
    let pulled = 0;
    let isCanceled = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new TextEncoder().encode("data: a\n\n"));
      },
      cancel() {
        isCanceled = true;
      },
    });
    for await (const _ of readEventStream(new Response(body), {}, context)) break;
    expect(pulled).toBeLessThan(4);
    expect(isCanceled).toBe(true);
  });

  it("throws the reason of whoever aborts it, even before anybody reads", async () => {
    const abort = new AbortController();
    let isCanceled = false;
    const body = new ReadableStream<Uint8Array>({ cancel: () => void (isCanceled = true) });
    const own = { ...context, signal: abort.signal };
    const stream = readEventStream(new Response(body), {}, own);
    abort.abort(new Error("enough"));
    expect(isCanceled).toBe(true);
    await expect(Array.fromAsync(stream)).rejects.toThrow("enough");
  });
});
