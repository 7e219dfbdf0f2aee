import { describe, expect, expectTypeOf, it, vi } from "vitest";
import type { PaginatedOperationDescriptor, Transport } from "../contract.ts";
import { toQuery } from "../request/parameters.ts";
import { cursorPages } from "./cursor-pages.ts";
import type { Page } from "./page.ts";
import { paginate } from "./paginate.ts";

interface Thing {
  readonly id: string;
}
interface List {
  readonly data: Thing[];
  readonly has_more?: boolean;
  readonly next?: string | null;
}
interface Input {
  readonly owner?: string;
  readonly params?: {
    readonly after?: string;
    readonly ending_before?: string;
    readonly limit?: number;
  };
}

const byItem: PaginatedOperationDescriptor<Input, List, Thing> = {
  id: "things.list",
  method: "GET",
  path: "/things",
  parameters: [{ name: "starting_after", in: "query", key: "after" }],
  write: [toQuery],
  responses: [{ status: "200", contentType: "application/json" }],
  security: [],
  pagination: {
    style: cursorPages,
    items: "/data",
    parameter: "after",
    cursor: { in: "last-item", at: "/id" },
    more: "/has_more",
    backward: "ending_before",
  },
};
const byAnswer: typeof byItem = {
  ...byItem,
  pagination: {
    style: cursorPages,
    items: "/data",
    parameter: "page",
    cursor: { in: "response", at: "/next" },
  },
};

function page(ids: string, more: Partial<List> = { has_more: true }): List {
  return { data: Array.from(ids, (id) => ({ id })), ...more };
}

const last = { has_more: false };

/** A transport that gives the answers one after the other, the last one for ever. */
function stub(...answers: [List, ...List[]]): {
  send: ReturnType<typeof vi.fn>;
  client: Transport;
} {
  const send = vi.fn(async () => answers[Math.min(send.mock.calls.length, answers.length) - 1]);
  return { send, client: { send: send as Transport["send"] } };
}

async function idsOf(things: AsyncIterable<Thing>): Promise<string> {
  let ids = "";
  for await (const { id } of things) ids += id;
  return ids;
}

describe("paginate", () => {
  it("walks over the items of all pages", async () => {
    const { client, send } = stub(page("ab"), page("cd"), page("e", last));
    const input = { owner: "o", params: { limit: 2 } };
    expect(await idsOf(paginate(client, byItem, input, { timeout: 1, idempotencyKey: "k" }))).toBe(
      "abcde",
    );
    const onResponse: unknown = expect.any(Function);
    expect(send.mock.calls).toEqual([
      [byItem, input, { timeout: 1, idempotencyKey: "k", onResponse }],
      [byItem, { owner: "o", params: { limit: 2, after: "b" } }, { timeout: 1, onResponse }],
      [byItem, { owner: "o", params: { limit: 2, after: "d" } }, { timeout: 1, onResponse }],
    ]);
  });

  it("gives one page at a time when awaited", async () => {
    const { client } = stub(page("ab"), page("c", last));
    const first = await paginate(client, byItem, {});
    expectTypeOf(first).toEqualTypeOf<Page<Thing, List>>();
    expect(first.items).toEqual([{ id: "a" }, { id: "b" }]);
    expect(first.response.has_more).toBe(true);
    expect(first.hasNext).toBe(true);
    const second = await first.next();
    expect(second?.items).toEqual([{ id: "c" }]);
    expect(second?.hasNext).toBe(false);
    expect(await second?.next()).toBeUndefined();
    expect(await idsOf(first)).toBe("abc");
  });

  it("sends nothing until it is used, and then the first request once", async () => {
    const { client, send } = stub(page("a", last));
    const things = paginate(client, byItem, {});
    expect(send).not.toHaveBeenCalled();
    await things;
    expect(await idsOf(things)).toBe("a");
    await things.finally(() => undefined);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it("asks for no page more than the walk needs", async () => {
    const { client, send } = stub(page("ab"));
    for await (const { id } of paginate(client, byItem, {})) if (id === "b") break;
    expect(send).toHaveBeenCalledTimes(1);
  });

  it("goes backward when the call asks for it", async () => {
    const { client, send } = stub(page("cd"), page("ab", last));
    const input = { params: { ending_before: "e" } };
    expect(await idsOf(paginate(client, byItem, input))).toBe("cdab");
    expect(send.mock.calls[1]?.[1]).toEqual({ params: { ending_before: "c" } });
  });

  it("takes the cursor from the answer where it is there", async () => {
    const { client, send } = stub(page("a", { next: "2" }), page("b", { next: null }));
    expect(await idsOf(paginate(client, byAnswer, {}))).toBe("ab");
    expect(send.mock.calls[1]?.[1]).toEqual({ params: { page: "2" } });
  });

  it.each([
    ["a page is empty", byItem, [page("a"), page("")], "a", 2],
    ["the same cursor comes again", byItem, [page("a"), page("a")], "aa", 2],
    ["cursors go in a circle", byItem, [page("a"), page("b"), page("a"), page("b")], "aba", 3],
    ["the cursor is not there", byAnswer, [page("a", {})], "a", 1],
    ["the cursor is empty", byAnswer, [page("a", { next: "" })], "a", 1],
    ["there is no list", byItem, [{ data: null } as unknown as List], "", 1],
  ] as [string, typeof byItem, [List, ...List[]], string, number][])(
    "stops when %s",
    async (_, operation, answers, ids, count) => {
      const { client, send } = stub(...answers);
      expect(await idsOf(paginate(client, operation, {}))).toBe(ids);
      expect(send).toHaveBeenCalledTimes(count);
    },
  );

  it("stops when the first cursor is the caller's own", async () => {
    const { client, send } = stub(page("a"));
    await idsOf(paginate(client, byItem, { params: { after: "a" } }));
    expect(send).toHaveBeenCalledTimes(1);
  });

  it("can ask for the same next page twice", async () => {
    const { client } = stub(page("a"), page("b"), page("b"), page("c", last));
    const first = await paginate(client, byItem, {});
    expect((await first.next())?.hasNext).toBe(true);
    expect((await first.next())?.hasNext).toBe(true);
  });

  it("rejects when the request fails, and only then", async () => {
    const error = new Error("no");
    const client: Transport = { send: () => Promise.reject(error) };
    const things = paginate(client, byItem, {});
    await expect(things).rejects.toBe(error);
    await expect(idsOf(things)).rejects.toBe(error);
    expect(await things.catch(() => "handled")).toBe("handled");
  });
});

describe("a list", () => {
  it("gives its pages one after the other, each fetched when it is asked for", async () => {
    const { client, send } = stub(page("ab"), page("cd"), page("e", last));
    const seen: string[] = [];
    for await (const { items } of paginate(client, byItem, {}).pages()) {
      seen.push(items.map(({ id }) => id).join(""));
      expect(send).toHaveBeenCalledTimes(seen.length);
    }
    expect(seen).toEqual(["ab", "cd", "e"]);
  });

  it.each([
    [1, "a", 1],
    [2, "ab", 1],
    [3, "abc", 2],
    [9, "abcd", 2],
  ])(
    "gives at most %i items in one list, and fetches no page in vain",
    async (limit, ids, calls) => {
      const { client, send } = stub(page("ab"), page("cd", last));
      const items = await paginate(client, byItem, {}).toArray({ limit });
      expect(items.map(({ id }) => id).join("")).toBe(ids);
      expect(send).toHaveBeenCalledTimes(calls);
    },
  );

  it.each([0, -1, 1.5, Number.NaN, Infinity])("takes no limit of %d", async (limit) => {
    const { client, send } = stub(page("ab", last));
    await expect(paginate(client, byItem, {}).toArray({ limit })).rejects.toThrow(TypeError);
    expect(send).not.toHaveBeenCalled();
  });
});
