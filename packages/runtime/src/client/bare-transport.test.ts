import { describe, expect, it } from "vitest";
import type { OperationDescriptor } from "../contract.ts";
import { ApiError } from "../errors/api-error.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import { NotFoundError } from "../errors/status-errors.ts";
import { toQuery } from "../request/parameters.ts";
import { bareTransport } from "./bare-transport.ts";

const find: OperationDescriptor<{ shelf: string; params?: { q?: string } }, { id: string }> = {
  id: "books.find",
  method: "GET",
  path: "/shelves/{shelf}/books",
  parameters: [
    { name: "shelf", in: "path" },
    { name: "q", in: "query" },
  ],
  write: [toQuery],
  responses: [
    { status: "200", contentType: "application/json" },
    { status: "default", contentType: "application/json" },
  ],
  security: [],
  headers: { "x-api": "1" },
};

/** Sends one call; gives what it came to and what was sent. */
async function calling(
  answer: Response,
  shelf = "a/b",
): Promise<{ readonly sent: readonly unknown[]; readonly result: unknown }> {
  const sent: unknown[] = [];
  const transport = bareTransport("https://shop.example", {
    headers: { authorization: "Bearer t" },
    fetch: async (url, { method, headers, redirect }) => {
      sent.push({ url, method, headers, redirect });
      return answer;
    },
  });
  const call = transport.send(find, { shelf, params: { q: "x y" } });
  return { sent, result: await call.catch((error: unknown) => error) };
}

describe("a bare transport", () => {
  it("writes the request and reads the answer", async () => {
    const { sent, result } = await calling(Response.json({ id: "1" }));
    expect(sent).toEqual([
      {
        url: "https://shop.example/shelves/a%2Fb/books?q=x%20y",
        method: "GET",
        headers: { "x-api": "1", authorization: "Bearer t" },
        redirect: "manual",
      },
    ]);
    expect(result).toEqual({ id: "1" });
  });

  it("tells errors as clients do, once", async () => {
    const { sent, result } = await calling(Response.json({ code: "gone" }, { status: 404 }));
    expect(sent).toHaveLength(1);
    expect(result).toBeInstanceOf(ApiError);
    expect(result).toBeInstanceOf(NotFoundError);
    expect(result).toMatchObject({ operation: "books.find", status: 404, body: { code: "gone" } });
  });

  it("keeps the text of an error that is no JSON", async () => {
    const { result } = await calling(new Response("<h1>Bad gateway</h1>", { status: 502 }));
    expect(result).toMatchObject({ status: 502, body: "<h1>Bad gateway</h1>" });
  });

  it("does not take a page for JSON", async () => {
    expect((await calling(new Response("<h1>Welcome</h1>"))).result).toBeInstanceOf(DecodingError);
  });

  it("keeps a secret that is no header to itself", () => {
    const headers = { authorization: "Bearer secret\n" };
    expect(() => bareTransport("https://shop.example", { headers })).toThrow(/^(?!.*secret)/);
  });

  it.each(["", ".", ".."])("refuses %j as a path parameter", async (shelf) => {
    const { sent, result } = await calling(Response.json({}), shelf);
    expect(result).toBeInstanceOf(TypeError);
    expect(sent).toEqual([]);
  });
});
