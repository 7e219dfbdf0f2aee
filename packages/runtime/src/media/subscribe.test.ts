import { describe, expect, expectTypeOf, it } from "vitest";
import { connect } from "../client/connect.ts";
import type { OperationDescriptor, RequestOptions, ServerSentEvent } from "../contract.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { readEventStream } from "./read-event-stream.ts";
import { subscribe, type SubscribeOptions } from "./subscribe.ts";

type Follow = OperationDescriptor<{ chat: string }, AsyncIterable<ServerSentEvent>>;

const follow: Follow = {
  id: "chats.follow",
  method: "GET",
  path: "/chats/{chat}",
  parameters: [{ name: "chat", in: "path" }],
  responses: [{ status: "200", contentType: "text/event-stream", read: readEventStream }],
  security: [],
};

/** What a server sends in one answer; `breaks`: and then its connection is gone. */
interface Piece {
  readonly text: string;
  readonly breaks?: true;
}
const retry = "retry: 0\n";
const broken = (text: string): Piece => ({ text: retry + text, breaks: true });
const closed = (text: string): Piece => ({ text: retry + text });

interface Followed {
  readonly items: unknown[];
  readonly error?: unknown;
  /** The ids that requests began behind. */
  readonly asked: (string | null)[];
}

async function followAll(
  answers: readonly Piece[],
  {
    options,
    operation = follow,
  }: { options?: RequestOptions & SubscribeOptions; operation?: Follow },
): Promise<Followed> {
  const asked: (string | null)[] = [];
  const fetch = async (_: string, { headers }: RequestInit): Promise<Response> => {
    asked.push(new Headers(headers).get("last-event-id"));
    const answer = answers[asked.length - 1];
    if (!answer) return new Response(null, { status: 204 });
    let isSent = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (!isSent) controller.enqueue(new TextEncoder().encode(answer.text));
        else if (answer.breaks) controller.error(new Error("reset"));
        else controller.close();
        isSent = true;
      },
    });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  };
  const client = connect({ server: "http://test", security: {}, headerOptions: {} }, { fetch });
  const items: unknown[] = [];
  try {
    for await (const { data } of subscribe(client, operation, { chat: "1" }, options)) {
      items.push(data);
    }
    return { items, asked };
  } catch (error) {
    return { items, asked, error };
  }
}

describe("a stream that is followed", () => {
  it("is taken up behind the last event when it breaks off", async () => {
    const answers = [
      broken("id: 7\ndata: a\n\ndata: b\n\nid: 9\ndata: lost"),
      closed("id: 8\ndata: c\n\n"),
    ];
    const { items, asked, error } = await followAll(answers, {});
    expect(error).toBeUndefined();
    expect(items).toEqual(["a", "b", "c"]);
    expect(asked).toEqual([null, "7"]);
  });

  it("keeps an id that came without an item, and forgets one that the server takes back", async () => {
    const answers = [
      broken("id: 7\n\n"),
      broken("data: a\n\n"),
      broken("id: 8\ndata: b\n\nid\n\n"),
    ];
    const { items, asked, error } = await followAll(answers, {});
    expect(asked).toEqual([null, "7", "7"]);
    expect(items).toEqual(["a", "b"]);
    expect(error).toBeInstanceOf(ConnectionError);
  });

  it("ends where the server ends it, unless the caller says otherwise", async () => {
    const answers = [closed("id: 1\ndata: a\n\n"), closed("id: 2\ndata: b\n\n")];
    expect((await followAll(answers, {})).items).toEqual(["a"]);
    const { items, asked } = await followAll(answers, { options: { reconnect: "closed" } });
    expect(items).toEqual(["a", "b"]);
    // The third answer is 204: no more.
    expect(asked).toEqual([null, "1", "2"]);
  });

  it("ends with what stands for the end", async () => {
    const [response] = follow.responses;
    const operation: Follow = {
      ...follow,
      responses: [{ status: "200", ...response, end: "bye" }],
    };
    const answers = [closed("id: 1\ndata: a\n\ndata: bye\n\n"), closed("data: b\n\n")];
    const { items } = await followAll(answers, { operation, options: { reconnect: "closed" } });
    expect(items).toEqual(["a"]);
  });

  it("is not taken up where items came without an id: they would come again", async () => {
    const { items, asked, error } = await followAll([broken("data: a\n\n")], {});
    expect(items).toEqual(["a"]);
    expect(asked).toHaveLength(1);
    expect(error).toBeInstanceOf(ConnectionError);
  });

  it("is not taken up by a method that may do its work again", async () => {
    const operation: Follow = { ...follow, method: "POST" };
    const { asked, error } = await followAll([broken("id: 1\ndata: a\n\n")], { operation });
    expect(asked).toHaveLength(1);
    expect(error).toBeInstanceOf(ConnectionError);
  });

  it("is given up after so many breaks in a row without an item", async () => {
    const nothing = Array<Piece>(9).fill(broken("id: 1\n\n"));
    const options = { maxRetries: 3 };
    const { asked, error } = await followAll(nothing, { options });
    expect(asked).toEqual([null, "1", "1", "1"]);
    expect(error).toBeInstanceOf(ConnectionError);
    const empty = Array<Piece>(9).fill(closed(""));
    expect(await followAll(empty, { options: { ...options, reconnect: "closed" } })).toEqual({
      items: [],
      asked: [null, null, null, null],
    });
  });

  it("waits for nothing that would come after its deadline", async () => {
    const options = { deadline: 50 };
    const { asked, error } = await followAll([broken("id: 1\ndata: a\n\n")], { options });
    expect(asked).toHaveLength(1);
    expect(error).toBeInstanceOf(ConnectionError);
  });

  it("sends back no id that a header cannot carry, or that is too long, and others in UTF-8", async () => {
    const idsOf = async (id: string): Promise<Followed["asked"]> =>
      (await followAll([broken(`id: ${id}\n\n`)], {})).asked;
    expect(await idsOf("a\u0001b")).toEqual([null, null]);
    expect(await idsOf("a".repeat(5_000))).toEqual([null, null]);
    expect(await idsOf("é")).toEqual([null, "Ã©"]);
  });

  it("stops with the reason of who aborts, also while it waits", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    setTimeout(() => controller.abort(reason), 20);
    const { signal } = controller;
    const answers = [{ text: "retry: 60000\nid: 1\ndata: a\n\n", breaks: true } as const];
    const { items, error } = await followAll(answers, { options: { signal } });
    expect(items).toEqual(["a"]);
    expect(error).toBe(reason);
  });

  it("lets go of its connection when nobody asks any more, and asks for nothing beforehand", async () => {
    const seen: string[] = [];
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          seen.push("piece");
          controller.enqueue(new TextEncoder().encode("data: a\n\n"));
        },
        cancel: () => void seen.push("cancelled"),
      },
      { highWaterMark: 0 },
    );
    const client = connect(
      { server: "http://test", security: {}, headerOptions: {} },
      { fetch: async () => new Response(body) },
    );
    const events = subscribe(client, follow, { chat: "1" });
    expectTypeOf(events).toEqualTypeOf<AsyncGenerator<ServerSentEvent, void, undefined>>();
    expect(seen).toEqual([]);
    for await (const _ of events) break;
    expect(seen).toEqual(["piece", "cancelled"]);
  });
});
