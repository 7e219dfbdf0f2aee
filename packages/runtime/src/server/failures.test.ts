import { describe, expect, it } from "vitest";
import type { OperationDescriptor } from "../contract.ts";
import { createHandler, type HandlerOptions, HttpError } from "./index.ts";

const operation: OperationDescriptor<unknown, unknown> = {
  id: "things.retrieve",
  method: "GET",
  path: "/things/{thing}",
  parameters: [{ name: "thing", in: "path" }],
  responses: [{ status: "200", contentType: "application/json" }],
  security: [],
};

class NoSuchThing extends Error {}

function ask(
  path: string,
  options: Partial<HandlerOptions>,
  thrown: unknown = new NoSuchThing("lost"),
): { readonly response: Promise<Response>; readonly errors: readonly unknown[] } {
  const errors: unknown[] = [];
  const handler = createHandler({
    routes: [
      {
        operation,
        handle() {
          throw thrown;
        },
      },
    ],
    securitySchemes: {},
    onError: (error) => errors.push(error),
    ...options,
  });
  return { response: handler(new Request(`http://localhost${path}`)), errors };
}

describe("the mapper of failures", () => {
  it("answers what a handler threw as the server wants it", async () => {
    const { response, errors } = ask("/things/1", {
      mapFailure: ({ error, problem, request }) =>
        error instanceof NoSuchThing
          ? { status: 404, body: { no: new URL(request.url).pathname, was: problem.status } }
          : undefined,
    });
    expect((await response).status).toBe(404);
    expect(await (await response).json()).toEqual({ no: "/things/1", was: 500 });
    expect(errors).toEqual([]);
  });

  it("answers what the kit has to say, with the headers that belong to it", async () => {
    const handler = createHandler({
      routes: [{ operation }],
      securitySchemes: {},
      mapFailure: ({ problem }) => ({
        contentType: "application/vnd.fault+json",
        headers: { "X-Fault": "1" },
        body: { fault: problem.message },
      }),
    });
    const response = await handler(new Request("http://localhost/things/1", { method: "PUT" }));
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    expect(response.headers.get("x-fault")).toBe("1");
    expect(response.headers.get("content-type")).toBe("application/vnd.fault+json");
    expect(await response.json()).toEqual({ fault: expect.stringContaining("PUT") });
    const unknown = await handler(new Request("http://localhost/nothing"));
    const missing = await handler(new Request("http://localhost/things/1"));
    expect([unknown.status, missing.status]).toEqual([404, 501]);
  });

  it("leaves alone what it gives nothing for", async () => {
    const { response, errors } = ask("/things/1", { mapFailure: () => undefined });
    expect((await response).headers.get("content-type")).toBe("application/problem+json");
    expect(await (await response).json()).toMatchObject({ status: 500 });
    expect(errors).toEqual([expect.any(NoSuchThing)]);
  });

  it("may change the body that an HttpError brought", async () => {
    const error = new HttpError(409, { body: { own: true } });
    const plain = ask("/things/1", {}, error);
    expect(await (await plain.response).json()).toEqual({ own: true });
    const mapped = ask(
      "/things/1",
      { mapFailure: ({ problem }) => ({ body: { code: problem.status } }) },
      error,
    );
    expect(await (await mapped.response).json()).toEqual({ code: 409 });
  });

  it.each<[string, NonNullable<HandlerOptions["mapFailure"]>]>([
    [
      "throws",
      () => {
        throw new TypeError("the mapper is broken");
      },
    ],
    ["gives a body that JSON cannot carry", () => ({ body: { big: 1n } })],
    ["gives a status that is none", () => ({ status: 99, body: {} })],
    [
      "gives a header that would split the answer",
      () => ({ headers: { a: "1\r\nb: 2" }, body: {} }),
    ],
  ])("does not take the answer with it when it %s", async (_, mapFailure) => {
    const { response, errors } = ask("/nothing", { mapFailure });
    expect((await response).status).toBe(404);
    expect(errors).toEqual([expect.any(Error)]);
  });
});
