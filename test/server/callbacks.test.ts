import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { bareTransport, isApiError } from "@specwright/runtime";
import { callbackUrl, createHandler, toNodeListener } from "@specwright/runtime/server";
import { afterAll, beforeAll, beforeEach, describe, expect, expectTypeOf, it } from "vitest";
import {
  bookCallbacksRoutes,
  soldBookCallback,
  type SoldBookCallbackInput,
} from "../golden/bookshop/expected/index.ts";

// A callback on its whole way: from the expression of the spec to the answer of whoever receives it.

const sold: unknown[] = [];

const handler = createHandler({
  routes: bookCallbacksRoutes({
    sold: {
      path: "/hooks/{shop}/{book}",
      handle({ params }, { answer }, { shop, book }) {
        expectTypeOf(params).toEqualTypeOf<SoldBookCallbackInput["params"]>();
        if (params.buyer === "nobody") return answer(409, { title: "Who is that?" });
        sold.push({ shop, book, ...params });
        return { reorder: params.price > 10 };
      },
    },
  }),
});
const server: Server = createServer(toNodeListener(handler));
let base = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => server.close().closeAllConnections());
beforeEach(() => {
  sold.length = 0;
});

/** What the API does: finds the URL, and sends what the descriptor says there. */
async function callBack(params: SoldBookCallbackInput["params"]): Promise<unknown> {
  const url = callbackUrl(soldBookCallback.path, {
    url: "https://eu.bookshop.example/api/v2/books",
    method: "POST",
    request: { headers: new Headers({ "x-shop": "hooks/north" }) },
    response: { body: { id: 7 } },
  });
  // Its host is that of the spec; the test is elsewhere.
  const { pathname } = new URL(url ?? "");
  const own = { ...soldBookCallback, path: pathname };
  return bareTransport(base).send(own, { params });
}

function post(path: string, body: string, init: RequestInit = {}): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(base + path, { method: "POST", headers, body, ...init });
}

describe("a callback", () => {
  it("finds its URL, is received with the parameters of the path, and gets a typed answer", async () => {
    expect(await callBack({ price: 12.5, buyer: "ann" })).toEqual({ reorder: true });
    expect(sold).toEqual([{ shop: "north", book: "7", price: 12.5, buyer: "ann" }]);
  });

  it("gets another answer where the receiver gives one", async () => {
    const error = await callBack({ price: 1, buyer: "nobody" }).catch((thrown: unknown) => thrown);
    expect(isApiError(error) && error.status).toBe(409);
    expect(sold).toEqual([]);
  });

  it.each([
    ["a body that is not what the spec says", "/hooks/a/1", '{"price":0}', {}, 400],
    ["a body that is no JSON", "/hooks/a/1", "{", {}, 400],
    ["another media type", "/hooks/a/1", "x", { headers: { "content-type": "text/csv" } }, 415],
    ["another method", "/hooks/a/1", '{"price":1}', { method: "PUT" }, 405],
    ["another path", "/hooks/a", '{"price":1}', {}, 404],
  ])("that comes with %s is refused", async (_, path, body, init, status) => {
    expect((await post(path, body, init)).status).toBe(status);
    expect(sold).toEqual([]);
  });

  it("is not received where nobody wants it", async () => {
    expect(bookCallbacksRoutes({})).toEqual([]);
  });
});
