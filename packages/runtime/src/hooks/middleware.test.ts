import { describe, expect, it } from "vitest";
import type { Attempt } from "../contract.ts";
import { type Middleware, withMiddleware } from "./middleware.ts";

const attempt: Attempt = { operation: "books.list", attempt: 1, redact: (text) => text };
const init = { method: "POST", headers: { "x-one": "1" }, body: "a" };

/** Middleware that notes what it is asked to do. */
function noting(name: string, notes: string[], more: Middleware = {}): Middleware {
  return {
    before: (request) => {
      notes.push(`${name} before`);
      return more.before?.(request);
    },
    after: (response, request) => {
      notes.push(`${name} after ${response.status}`);
      return more.after?.(response, request);
    },
    error: (error) => void notes.push(`${name} error ${String(error)}`),
  };
}

describe("middleware", () => {
  it("is called from outside in, and from inside out", async () => {
    const notes: string[] = [];
    const send = withMiddleware([noting("a", notes), noting("b", notes)], async () => {
      notes.push("sent");
      return new Response();
    });
    await send("/", init, attempt);
    expect(notes).toEqual(["a before", "b before", "sent", "b after 200", "a after 200"]);
  });

  it("may change headers and see the rest", async () => {
    const seen: unknown[] = [];
    const add: Middleware = {
      before: (request) => {
        expect(request).toMatchObject({ ...attempt, url: "/x", method: "POST", body: "a" });
        request.headers["x-two"] = "2";
      },
    };
    const send = withMiddleware([add], async (url, sent) => {
      seen.push(url, sent);
      return new Response();
    });
    await send("/x", init, attempt);
    expect(seen).toEqual(["/x", { ...init, headers: { "x-one": "1", "x-two": "2" } }]);
  });

  it("may put another answer in the place of the one that came", async () => {
    const other: Middleware = { after: () => new Response(null, { status: 204 }) };
    const notes: string[] = [];
    const send = withMiddleware([noting("a", notes), other], async () => new Response("hello"));
    expect((await send("/", init, attempt)).status).toBe(204);
    expect(notes).toEqual(["a before", "a after 204"]);
  });

  it("hears of what went wrong, and only where it began", async () => {
    const notes: string[] = [];
    const failing: Middleware = { before: () => Promise.reject(new Error("no")) };
    const list = [noting("a", notes), failing, noting("c", notes)];
    const send = withMiddleware(list, async () => new Response());
    await expect(send("/", init, attempt)).rejects.toThrow("no");
    expect(notes).toEqual(["a before", "a error Error: no"]);
  });
});
