import { describe, expect, it } from "vitest";
import { connect } from "../client/connect.ts";
import type {
  ClientOptions,
  PaginatedOperationDescriptor,
  PaginationDescriptor,
  Transport,
} from "../contract.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import { toQuery } from "../request/parameters.ts";
import { cursorPages } from "./cursor-pages.ts";
import { linkedPages } from "./linked-pages.ts";
import { numberedPages } from "./numbered-pages.ts";
import { offsetPages } from "./offset-pages.ts";
import type { Page } from "./page.ts";
import { paginate } from "./paginate.ts";
import { urlPages } from "./url-pages.ts";

interface Thing {
  readonly id: string;
}
interface Input {
  readonly params?: Readonly<Record<string, unknown>>;
}
type Style = (items: readonly Thing[], query: URLSearchParams, size: number) => Response;

/** A list as one kind of server gives it, and the pagination that describes it. */
interface Kind {
  readonly name: string;
  readonly pagination: PaginationDescriptor;
  readonly serve: Style;
  /** Whether pages begin behind items, so that others may come and go meanwhile. */
  readonly isSteady?: boolean;
  /** Whether the server takes every number beyond the last for the last. */
  readonly isClamped?: boolean;
}

const ORIGIN = "https://api.example.com";

function after(items: readonly Thing[], id: string | null, size: number): readonly Thing[] {
  const at = id === null ? -1 : items.findIndex((item) => item.id === id);
  return items.slice(at + 1, at + 1 + size);
}

function hasMore(items: readonly Thing[], page: readonly Thing[]): boolean {
  const last = page.at(-1);
  return last !== undefined && last !== items.at(-1);
}

/** Tokens lead behind an item, and every other page is empty, as filters leave them. */
const byToken: Style = (items, query, size) => {
  const token = query.get("token");
  const [id = "", isEmpty] = (token ?? "").split("|");
  const data = isEmpty ? [] : after(items, id === "" ? null : id, size);
  const last = data.at(-1)?.id ?? id;
  const next = data.length > 0 ? `${last}|empty` : isEmpty && last !== items.at(-1)?.id ? last : "";
  return Response.json({ data, meta: { next: next === "" ? null : next } });
};

const byOffset: Style = (items, query, size) => {
  const offset = Number(query.get("offset") ?? 0);
  return Response.json({ data: items.slice(offset, offset + size), total: items.length });
};

/** Gives the last page for every number beyond it. */
const byNumber: Style = (items, query, size) => {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const number = Math.min(Number(query.get("page") ?? 1), pages);
  return Response.json({ data: items.slice((number - 1) * size, number * size), pages });
};

const linked =
  (write: (data: readonly Thing[], url: string | undefined) => Response): Style =>
  (items, query, size) => {
    const data = after(items, query.get("from"), size);
    const url = hasMore(items, data) ? `/things?other=1&from=${data.at(-1)?.id}` : undefined;
    return write(data, url);
  };

const KINDS: readonly Kind[] = [
  {
    name: "behind the last item",
    pagination: {
      style: cursorPages,
      items: "/data",
      parameter: "after",
      cursor: { in: "last-item", at: "/id" },
      more: "/has_more",
    },
    serve: (items, query, size) => {
      const data = after(items, query.get("after"), size);
      return Response.json({ data, has_more: hasMore(items, data) });
    },
    isSteady: true,
  },
  {
    name: "by tokens",
    pagination: {
      style: cursorPages,
      items: "/data",
      parameter: "token",
      cursor: { in: "response", at: "/meta/next" },
    },
    serve: byToken,
    isSteady: true,
  },
  {
    name: "by offsets",
    pagination: { style: offsetPages, items: "/data", parameter: "offset" },
    serve: byOffset,
  },
  {
    name: "by offsets, with a total",
    pagination: { style: offsetPages, items: "/data", parameter: "offset", total: "/total" },
    serve: byOffset,
  },
  {
    name: "by offsets from 1",
    pagination: { style: offsetPages, items: "/data", parameter: "offset", first: 1 },
    serve: (items, query, size) => {
      const offset = Number(query.get("offset") ?? 1) - 1;
      return byOffset(items, new URLSearchParams({ offset: String(offset) }), size);
    },
  },
  {
    name: "by numbers",
    pagination: { style: numberedPages, items: "/data", parameter: "page" },
    serve: byNumber,
    isClamped: true,
  },
  {
    name: "by numbers from 0, with their count",
    pagination: {
      style: numberedPages,
      items: "/data",
      parameter: "page",
      first: 0,
      pages: "/pages",
    },
    serve: (items, query, size) => {
      const page = String(Number(query.get("page") ?? 0) + 1);
      return byNumber(items, new URLSearchParams({ page }), size);
    },
  },
  {
    name: "by numbers, with the URL of the next page",
    pagination: { style: numberedPages, items: "/data", parameter: "page", more: "/next" },
    serve: (items, query, size) => {
      const number = Number(query.get("page") ?? 1);
      const next = number * size < items.length ? `${ORIGIN}/things?page=${number + 1}` : null;
      return Response.json({ data: items.slice((number - 1) * size, number * size), next });
    },
  },
  {
    name: "by URLs",
    pagination: { style: urlPages, items: "/data", url: "/next" },
    serve: linked((data, url) => Response.json({ data, next: url && ORIGIN + url })),
    isSteady: true,
  },
  {
    name: "by the header Link",
    pagination: { style: linkedPages, items: "" },
    serve: linked((data, url) =>
      Response.json(data, {
        headers: { link: `</first>; rel="first"${url ? `, <${url}>; rel="next"` : ""}` },
      }),
    ),
    isSteady: true,
  },
];

function things(count: number, from = 0): Thing[] {
  return Array.from({ length: count }, (_, index) => ({ id: `t${from + index}` }));
}

/** A client of a list of a kind, and the URLs it asked for. */
function start(
  { pagination, serve }: Kind,
  list: () => readonly Thing[],
  size: number,
): {
  operation: PaginatedOperationDescriptor<Input, unknown, Thing>;
  client: Transport;
  urls: string[];
} {
  const urls: string[] = [];
  const fetch: ClientOptions["fetch"] = async (url) => {
    urls.push(url);
    return serve(list(), new URL(url).searchParams, size);
  };
  const operation = {
    id: "things.list",
    method: "GET",
    path: "/things",
    parameters: ["after", "token", "offset", "page"].map((name) => ({
      name,
      in: "query" as const,
    })),
    write: [toQuery],
    responses: [{ status: "200", contentType: "application/json" }],
    security: [],
    pagination,
  } satisfies PaginatedOperationDescriptor<Input, unknown, Thing>;
  return {
    operation,
    client: connect({ server: ORIGIN, security: {}, headerOptions: {} }, { fetch }),
    urls,
  };
}

const SIZES = [1, 2, 3, 7];
const COUNTS = [0, 1, 2, 6, 7, 8, 21];
const cases = KINDS.flatMap((kind) =>
  SIZES.flatMap((size) => COUNTS.map((count) => ({ name: kind.name, size, count, kind }))),
);

async function ids(list: AsyncIterable<Thing>): Promise<string> {
  const found: string[] = [];
  for await (const { id } of list) found.push(id);
  return found.join();
}

describe("a list whose pages go on", () => {
  it.each(cases)("$name gives all of $count items, $size a page", async ({ kind, size, count }) => {
    const all = things(count);
    const { client, operation } = start(kind, () => all, size);
    expect(await ids(paginate(client, operation, {}))).toBe(all.map(({ id }) => id).join());
  });

  it.each(cases.filter(({ kind }) => !kind.isClamped))(
    "$name goes on from every one of its pages: $count items, $size a page",
    async ({ kind, size, count }) => {
      const all = things(count);
      const { client, operation } = start(kind, () => all, size);
      const list = paginate(client, operation, {});
      const seen: Thing[] = [];
      for await (const page of list.pages()) {
        seen.push(...page.items);
        if (page.nextCursor === undefined) break;
        // As another process would, which has the cursor as text.
        const cursor = JSON.parse(JSON.stringify(page.nextCursor));
        const rest = await ids(paginate(client, operation, {}).from(cursor));
        expect(rest).toBe(
          all
            .slice(seen.length)
            .map(({ id }) => id)
            .join(),
        );
      }
    },
  );

  it.each(KINDS.filter(({ isSteady }) => isSteady))(
    "$name neither repeats nor loses while others write",
    async (kind) => {
      let all: readonly Thing[] = things(20);
      const { client, operation } = start(kind, () => all, 3);
      const found: string[] = [];
      for await (const page of paginate(client, operation, {}).pages()) {
        found.push(...page.items.map(({ id }) => id));
        // New ones come at the front, as lists have them whose newest stand first.
        all = [...things(2, 100 + found.length * 10), ...all];
      }
      expect(found.join()).toBe(
        things(20)
          .map(({ id }) => id)
          .join(),
      );
    },
  );

  it.each(KINDS)("$name fetches a page when it is needed, and not before", async (kind) => {
    const { client, operation, urls } = start(kind, () => things(9), 3);
    for await (const { id } of paginate(client, operation, {})) if (id === "t2") break;
    expect(urls).toHaveLength(1);
  });
});

/** A list whose pages are answers of a function. */
async function answered(
  pagination: PaginationDescriptor,
  answer: (call: number, url: string) => Response,
  options: ClientOptions & { readonly apiKey?: string } = {},
): Promise<{
  urls: string[];
  walk: () => Promise<number>;
  first: () => PromiseLike<Page<Thing, unknown>>;
}> {
  const kind: Kind = { name: "", pagination, serve: () => Response.error() };
  const { operation } = start(kind, () => [], 1);
  const urls: string[] = [];
  const fetch: ClientOptions["fetch"] = async (url) => answer(urls.push(url), url);
  const client = connect(
    { server: ORIGIN, security: {}, headerOptions: {} },
    { fetch, ...options },
  );
  const first = (): PromiseLike<Page<Thing, unknown>> => paginate(client, operation, {});
  const walk = async (): Promise<number> => {
    let count = 0;
    for await (const _ of paginate(client, operation, {})) count += 1;
    return count;
  };
  return { urls, walk, first };
}

const TOKEN: PaginationDescriptor = {
  style: cursorPages,
  items: "/data",
  parameter: "token",
  cursor: { in: "response", at: "/next" },
};
const URLS: PaginationDescriptor = { style: urlPages, items: "/data", url: "/next" };

describe("a server that means harm", () => {
  it("cannot keep a walk busy with empty pages", async () => {
    const { walk, urls } = await answered(TOKEN, (call) =>
      Response.json({ data: [], next: String(call) }),
    );
    await expect(walk()).rejects.toThrow(DecodingError);
    expect(urls).toHaveLength(100);
  });

  it("cannot send a walk in a circle", async () => {
    const { walk, urls } = await answered(TOKEN, (call) =>
      Response.json({ data: [{ id: "a" }], next: String(call % 5) }),
    );
    expect(await walk()).toBe(6);
    expect(urls).toHaveLength(6);
  });

  it.each([
    "https://evil.example.com/things?page=2",
    "https://api.example.com.evil.com/",
    "https://api.example.com@evil.com/",
    "//evil.com/things",
    "https://api.example.com:8443/things",
    "\\\\evil.com",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "ws://api.example.com/things",
    "http://[",
  ])("cannot lead a walk to %s", async (next) => {
    const { walk, urls } = await answered(URLS, () => Response.json({ data: [{ id: "a" }], next }));
    await expect(walk()).rejects.toThrow(DecodingError);
    expect(urls).toEqual([`${ORIGIN}/things`]);
  });

  it.each([
    ["/other?page=2", `${ORIGIN}/other?page=2`],
    ["?page=2", `${ORIGIN}/things?page=2`],
    [`${ORIGIN}/things?page=2#part`, `${ORIGIN}/things?page=2`],
    // A server behind a proxy does not know that it is reached by TLS; the client does.
    ["http://api.example.com/things?page=2", `${ORIGIN}/things?page=2`],
    ["https://me:secret@api.example.com/things?a", `${ORIGIN}/things?a`],
  ])("and one that means well may say %s", async (next, url) => {
    const { walk, urls } = await answered(URLS, (call) =>
      Response.json({ data: [{ id: "a" }], ...(call === 1 && { next }) }),
    );
    expect(await walk()).toBe(2);
    expect(urls[1]).toBe(url);
  });
});

describe("a client in a browser, with a relative base URL", () => {
  it("follows links as relative ones", async () => {
    const { walk, urls } = await answered(
      URLS,
      (call) => Response.json({ data: [{ id: "a" }], ...(call === 1 && { next: "?page=2" }) }),
      { baseUrl: "/api" },
    );
    expect(await walk()).toBe(2);
    expect(urls).toEqual(["/api/things", "/api/things?page=2"]);
  });
});

describe("the header Link", () => {
  it.each([
    ['</a?x=1>; rel="next"', "/a?x=1"],
    ["</a>; rel=next", "/a"],
    ['</a>; rel="prev", </b>; rel="next"', "/b"],
    ['</a>; rel="prev next"', "/a"],
    ['</a,b;c>; title="x, <y>; rel=next"; rel="NEXT"', "/a,b;c"],
    ['</a>; rel="first"; rel="next"', undefined],
    ['</a>; title="rel=next"', undefined],
    ["</a>; rel*=UTF-8''next", undefined],
    ["", undefined],
    ["no link", undefined],
    ["<unclosed", undefined],
    [`<a>${"; x".repeat(100_000)}`, undefined],
    [`<a>;${" ".repeat(100_000)}rel=next`, undefined],
  ])("%# leads to the next page, or does not", async (link, next) => {
    const { first } = await answered({ style: linkedPages, items: "" }, () =>
      Response.json([{ id: "a" }], { headers: { link } }),
    );
    expect((await first()).nextCursor).toBe(next);
  });
});
