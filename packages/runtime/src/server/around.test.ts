import { expect, it } from "vitest";
import { around } from "./around.ts";
import { createHandler } from "./create-handler.ts";
import type { Incoming } from "./incoming.ts";

const handler = createHandler({
  routes: [
    {
      operation: {
        id: "echo",
        method: "GET",
        path: "/echo",
        parameters: [],
        responses: [],
        security: [],
      },
      handle: (_, { incoming }) => ({ heard: incoming.header("x-word") }),
    },
  ],
  securitySchemes: {},
});

function ask(wrapped: (request: Request) => Promise<Response>): Promise<Response> {
  return wrapped(new Request("http://localhost/echo", { headers: { "x-word": "hello" } }));
}

it("lets a step see request and answer", async () => {
  const seen: unknown[] = [];
  const wrapped = around(handler, async (incoming, next) => {
    const answer = await next(incoming);
    seen.push([incoming.method, incoming.path, answer.status]);
    return { ...answer, headers: { ...answer.headers, "x-seen": "1" } };
  });
  const response = await ask(wrapped);
  expect(await response.json()).toEqual({ heard: "hello" });
  expect(response.headers.get("x-seen")).toBe("1");
  expect(seen).toEqual([["GET", "/echo", 200]]);
});

it("hands on the request that the step makes of it", async () => {
  const quiet = (incoming: Incoming): Incoming => ({
    method: incoming.method,
    path: incoming.path,
    query: incoming.query,
    header: () => null,
    read: (limit) => incoming.read(limit),
    request: incoming.request,
  });
  const response = await ask(around(handler, (incoming, next) => next(quiet(incoming))));
  expect(await response.json()).toEqual({ heard: null });
});

it("answers 500 where the step throws", async () => {
  const wrapped = around(handler, () => Promise.reject(new Error("a secret")));
  const response = await ask(wrapped);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("secret");
});

it("refuses a handler of another make", () => {
  expect(() =>
    around(
      async () => new Response(),
      (incoming, next) => next(incoming),
    ),
  ).toThrow(TypeError);
});
