import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  call,
  toBody,
  toCookies,
  toHeaders,
  type Transport,
  writeMultipart,
} from "@specwright/runtime";
import { runs, clientOf, operation, given } from "./calls.ts";

describe("a header", () => {
  const post = operation({
    method: "POST",
    parameters: [
      { name: "X-Trace", in: "header", key: "trace" },
      { name: "theme", in: "cookie" },
    ],
    write: [toHeaders, toCookies],
    idempotencyHeader: "Idempotency-Key",
    security: [["header"], ["bearer"], ["basic"], ["cookie"]],
  });
  const upload = operation({
    method: "POST",
    write: [toBody],
    body: { contentType: "multipart/form-data", write: writeMultipart },
  });
  const file = (more: object): object => ({ params: { file: { content: "a", ...more } } });

  /** Every place in which a text of the caller's gets into a header. */
  const PLACES: Record<string, (text: string, client: (options?: object) => Transport) => unknown> =
    {
      "a header of the call": (text, client) =>
        call(client(), post, {}, { headers: { "x-a": text } }),
      "the name of one": (text, client) =>
        call(client(), post, {}, { headers: { [`x${text}`]: "a" } }),
      "a header of the client": (text, client) =>
        call(client({ headers: { "x-a": text } }), post, {}),
      "a header option": (text, client) => call(client(), post, {}, given({ account: text })),
      "a header parameter": (text, client) => call(client(), post, { params: { trace: text } }),
      "an idempotency key": (text, client) => call(client(), post, {}, { idempotencyKey: text }),
      "a media type to accept": (text, client) => call(client(), post, {}, given({ accept: text })),
      "an API key": (text, client) => call(client({ header: () => text }), post, {}),
      "a bearer token": (text, client) => call(client(), post, {}, given({ bearer: text })),
      "the type of a file": (text, client) => call(client(), upload, file({ type: `a/b${text}` })),
      "a field of a file": (text, client) =>
        call(client(), upload, file({ headers: { "x-a": text } })),
      "the name of such a field": (text, client) =>
        call(client(), upload, file({ headers: { [`x${text}`]: "a" } })),
    };

  it.each(Object.entries(PLACES))("never has CR, LF or NUL from %s", async (_, send) => {
    let sent = 0;
    const client = (options: object = {}): Transport =>
      clientOf("http://test", {
        ...options,
        fetch: async () => {
          sent += 1;
          return Response.json({});
        },
      });
    const property = fc.asyncProperty(
      fc.string(),
      fc.constantFrom("\r", "\n", "\0", "\r\n"),
      fc.string(),
      async (before, bad, after) => {
        const failed = (async () => send(before + bad + after, client))();
        const error: unknown = await failed.catch((one: unknown) => one);
        expect(error).toBeInstanceOf(TypeError);
      },
    );
    await fc.assert(property, { numRuns: Math.ceil(runs / 10) });
    expect(sent).toBe(0);
  });

  it("never has CR, LF or NUL from a cookie, a name of a file or of a field, where they are escaped", async () => {
    const seen: string[] = [];
    const client = clientOf("http://test", {
      fetch: async (_: string, { headers, body }: RequestInit) => {
        seen.push(new Headers(headers).get("cookie") ?? "");
        if (body instanceof Blob) seen.push(...(await body.text()).split("\r\n\r\n").slice(0, 1));
        return Response.json({});
      },
    });
    const bad = "a\r\nx-evil: 1\0\n";
    const inCookie = { ...post, security: [["cookie"]] };
    await call(client, inCookie, { params: { theme: bad } }, given({ cookie: bad }));
    await call(client, upload, { params: { [bad]: { content: "a", name: bad } } });
    expect(seen.join("\n").split(/\r\n|\r|\n/)).not.toContain("x-evil: 1");
    expect(seen).toHaveLength(3);
  });
});

describe("the boundary of a multipart body", () => {
  it("can never be guessed: it is random, and by no generator that can be foreseen", () => {
    const random = Math.random;
    Math.random = () => 0.5;
    try {
      const media = { contentType: "multipart/form-data", write: writeMultipart };
      const types = Array.from(
        { length: 1_000 },
        () => writeMultipart({ a: "b" }, media).contentType,
      );
      // A UUID of version 4 has 122 random bits.
      const uuid = /boundary=[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
      for (const type of types) expect(type).toMatch(uuid);
      expect(new Set(types).size).toBe(1_000);
    } finally {
      Math.random = random;
    }
  });
});
