import { describe, expect, it } from "vitest";
import type { BodyDescriptor, OperationDescriptor } from "../contract.ts";
import { writeJson, writeUrlEncoded } from "../media/write-content.ts";
import { writeMultipart } from "../media/write-multipart.ts";
import { isObject, isRecord, type Issues, validator, type Validator } from "../validate/index.ts";
import {
  type BasicCredentials,
  type BearerCredentials,
  createHandler,
  type HandlerOptions,
  HttpError,
  type Route,
  route,
} from "./index.ts";

interface Params {
  amount: number;
  metadata?: Record<string, string>;
  items?: { price: string }[];
}

interface Coupon {
  id: string;
  amount: number;
}

const form: BodyDescriptor = {
  contentType: "application/x-www-form-urlencoded",
  required: true,
  write: writeUrlEncoded,
};
const json: BodyDescriptor = { contentType: "application/json", required: true, write: writeJson };

function operation<Input, Output>(
  method: OperationDescriptor<Input, Output>["method"],
  path: string,
  more: Partial<OperationDescriptor<Input, Output>> = {},
): OperationDescriptor<Input, Output> {
  const id = `${method} ${path}`;
  const responses = [{ status: "200", contentType: "application/json" }];
  return { id, method, path, parameters: [], responses, security: [], ...more };
}

function explainParams(value: unknown, issues: Issues, at: string): void {
  if (!isObject<Params>(value)) return issues.expected(at, "an object", value);
  if (value.amount === undefined) issues.missing(`${at}/amount`);
  else if (typeof value.amount !== "number") {
    issues.expected(`${at}/amount`, "an integer", value.amount);
  }
  if (!Array.isArray(value.items)) return;
  value.items.forEach((item: unknown, index) => {
    if (!isRecord(item) || item["price"] === undefined) {
      issues.missing(`${at}/items/${index}/price`);
    }
  });
}

const paramsValidator: Validator<Params> = validator(
  "Params",
  (value): value is Params =>
    isObject<Params>(value) &&
    typeof value.amount === "number" &&
    (value.items === undefined ||
      (Array.isArray(value.items) &&
        value.items.every((item) => isRecord(item) && "price" in item))),
  explainParams,
);

const couponValidator: Validator<Coupon> = validator(
  "Coupon",
  (value): value is Coupon => isObject<Coupon>(value) && typeof value.id === "string",
  (value, issues, at) => issues.expected(`${at}/id`, "a string", value),
);

const shape = {
  object: {
    amount: "integer",
    metadata: { object: {}, rest: "string" },
    items: { array: { object: { price: "string" } } },
  },
} as const;

const create = operation<{ params: Params }, Coupon>("POST", "/v1/coupons", { body: form });
const retrieve = operation<{ coupon: string }, Coupon>("GET", "/v1/coupons/{coupon}", {
  parameters: [{ name: "coupon", in: "path", required: true }],
});

const schemes = {
  basicAuth: { type: "http", scheme: "basic", password: "" },
  bearerAuth: { type: "http", scheme: "bearer" },
  keyAuth: { type: "apiKey", in: "query", name: "key" },
} as const;

type Overrides = Partial<HandlerOptions<string>>;

function serve(routes: readonly Route<string>[], more: Overrides = {}) {
  const handle = createHandler<string>({ routes, securitySchemes: schemes, ...more });
  return async (line: string, init: RequestInit = {}) => {
    const [method = "GET", path = "/"] = line.split(" ");
    const response = await handle(new Request(`http://localhost${path}`, { method, ...init }));
    const text = await response.text();
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    return { status: response.status, headers: response.headers, body };
  };
}

function formBody(body: string): RequestInit {
  return { body, headers: { "content-type": "application/x-www-form-urlencoded" } };
}

function jsonBody(body: string): RequestInit {
  return { body, headers: { "content-type": "application/json; charset=UTF-8" } };
}

const echo = route<{ params: Params }, Coupon, string>(
  create,
  ({ params }) => ({ id: JSON.stringify(params), amount: params.amount }),
  { shape, params: paramsValidator, output: couponValidator },
);

describe("a request that fits", () => {
  it("reaches the handler with decoded params, and its output goes back as JSON", async () => {
    const send = serve([echo]);
    const answer = await send(
      "POST /v1/coupons",
      formBody("amount=12&metadata[a]=1&items[0][price]=p"),
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(answer.body).toEqual({
      id: '{"amount":12,"metadata":{"a":"1"},"items":[{"price":"p"}]}',
      amount: 12,
    });
  });

  it("brings path parameters decoded, without params where the operation has none", async () => {
    const inputs: unknown[] = [];
    const send = serve([
      route(retrieve, (input) => {
        inputs.push(input);
        return { id: input.coupon, amount: 1 };
      }),
    ]);
    expect((await send("GET /v1/coupons/a%2Fb?ignored=1")).body).toEqual({ id: "a/b", amount: 1 });
    expect(inputs).toEqual([{ coupon: "a/b" }]);
  });

  it("may ask with HEAD for what GET gives, without the body", async () => {
    const send = serve([route(retrieve, () => ({ id: "x", amount: 1 }))]);
    const answer = await send("HEAD /v1/coupons/x");
    expect([answer.status, answer.body]).toEqual([200, undefined]);
    expect(answer.headers.get("content-type")).toBe("application/json");
  });

  it("brings query, header and cookie values in params, under their keys", async () => {
    const search = operation<{ params?: Record<string, unknown> }, unknown>("GET", "/search", {
      parameters: [
        { name: "ids", in: "query" },
        { name: "X-Account", in: "header", key: "account" },
        { name: "session", in: "cookie" },
      ],
    });
    const send = serve([
      route(search, ({ params }) => params, {
        shape: { object: { ids: { array: "integer" }, account: "string", session: "string" } },
      }),
    ]);
    const headers = { "x-account": "acct", cookie: "session=s%201" };
    const { body } = await send("GET /search?ids=1&ids=2&extra=3&account=forged", { headers });
    expect(body).toEqual({ extra: "3", ids: [1, 2], account: "acct", session: "s 1" });
    expect((await send("GET /search?account=forged&session=forged")).body).toEqual({});
  });

  it("has path parameters of other types than text", async () => {
    const get = operation<{ id: number }, unknown>("GET", "/things/{id}", {
      parameters: [{ name: "id", in: "path" }],
    });
    const send = serve([route(get, ({ id }) => ({ id }), { path: { id: "integer" } })]);
    expect((await send("GET /things/12")).body).toEqual({ id: 12 });
    expect(await send("GET /things/x12")).toMatchObject({ status: 400, body: { param: "id" } });
  });

  it("may have a JSON body, whole or as params", async () => {
    const whole = operation<{ params: { body: unknown } }, unknown>("POST", "/whole", {
      body: { ...json, from: "body" },
    });
    const parts = operation<{ params: Record<string, unknown> }, unknown>("POST", "/parts", {
      body: json,
      parameters: [{ name: "limit", in: "query" }],
    });
    const send = serve([
      route(whole, ({ params }) => params.body),
      route(parts, ({ params }) => params, { shape: { object: { limit: "integer" } } }),
    ]);
    expect((await send("POST /whole", jsonBody("[1,null]"))).body).toEqual([1, null]);
    expect((await send("POST /whole", jsonBody(""))).status).toBe(400);
    const answer = await send(
      "POST /parts?limit=5&role=admin",
      jsonBody('{"a":{"b":1},"limit":9}'),
    );
    expect(answer.body).toEqual({ a: { b: 1 }, limit: 5 });
    expect((await send("POST /parts", jsonBody("[]"))).status).toBe(400);
  });

  it("may have a multipart body with files", async () => {
    const upload = operation<{ params: { purpose: string; file: Blob } }, unknown>(
      "POST",
      "/files",
      {
        body: { contentType: "multipart/form-data", write: writeMultipart },
      },
    );
    const send = serve([
      route(
        upload,
        async ({ params }) => ({ purpose: params.purpose, text: await params.file.text() }),
        { shape: { object: { purpose: "string", file: "unknown" } } },
      ),
    ]);
    const body = new FormData();
    body.set("purpose", "a & b");
    body.set("file", new Blob(["content"]), "name.txt");
    expect((await send("POST /files", { body })).body).toEqual({
      purpose: "a & b",
      text: "content",
    });
  });
});

describe("a request that does not fit", () => {
  const send = serve([echo, route(retrieve, undefined)]);

  it.each([
    ["amount=abc", "amount", 'amount: expected an integer, got "abc".'],
    ["", "amount", "amount: is required."],
    ["amount=1&items[][x]=1", "items[0][price]", "items[0][price]: is required."],
  ])("%j is told what is wrong", async (body, param, detail) => {
    const answer = await send("POST /v1/coupons", formBody(body));
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.body).toMatchObject({ title: "Bad Request", status: 400, param, detail });
  });

  it.each([
    ["GET /v1/nothing", 404],
    ["GET /v1/coupons/%00", 400],
    ["GET /v1/coupons/%ff", 400],
    [`GET /v1/coupons/${"x".repeat(9_000)}`, 414],
    ["DELETE /v1/coupons", 405],
    ["GET /v1/coupons/x", 501],
  ])("%s", async (line, status) => {
    expect((await send(line)).status).toBe(status);
  });

  it("tells which methods there are", async () => {
    const answer = await send("PUT /v1/coupons");
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "OPTIONS, POST"]);
    const options = await send("OPTIONS /v1/coupons");
    expect([options.status, options.headers.get("allow")]).toEqual([204, "OPTIONS, POST"]);
  });

  it.each([
    ["a form with a broken escape", formBody("amount=%zz"), 400],
    ["a form that is not UTF-8", { ...formBody(""), body: new Uint8Array([0xff]) }, 400],
    ["a JSON body for a form", jsonBody('{"amount":1}'), 415],
    ["no content type", { body: new Uint8Array([1]) }, 415],
    [
      "another charset",
      { body: "a=1", headers: { "content-type": `${form.contentType}; charset="latin1"` } },
      415,
    ],
    [
      "a compressed body",
      { body: "a=1", headers: { "content-type": form.contentType, "content-encoding": "gzip" } },
      415,
    ],
    ["a body beyond the limit", formBody(`a=${"x".repeat(1_048_576)}`), 413],
    ["more pairs than allowed", formBody("a=1&".repeat(1_001)), 400],
    ["an endless array", formBody("amount=1&items[999999999]=1"), 400],
  ])("%s", async (_, init, status) => {
    expect((await send("POST /v1/coupons", init)).status).toBe(status);
  });

  it("is cut off while it streams, whatever it said of its length", async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const limited = serve([echo], { limits: { bodyBytes: 4096 } });
    const init = { ...formBody(""), body, duplex: "half" };
    expect((await limited("POST /v1/coupons", init)).status).toBe(413);
    expect(pulled).toBeLessThan(20);
  });

  it("cannot reach a prototype by JSON or form", async () => {
    const put = operation<{ params: Record<string, unknown> }, unknown>("PUT", "/json", {
      body: json,
    });
    const both = serve([
      echo,
      route(put, ({ params }) => ({ admin: params["admin"], keys: Object.keys(params) })),
    ]);
    const answer = await both("PUT /json", jsonBody('{"__proto__":{"admin":true},"a":1}'));
    expect(answer.body).toEqual({ keys: ["__proto__", "a"] });
    await both(
      "POST /v1/coupons",
      formBody("amount=1&__proto__[admin]=1&constructor[prototype][admin]=1"),
    );
    expect(Object.hasOwn(Object.prototype, "admin")).toBe(false);
  });

  it("is refused for JSON that is broken or nested too deep", async () => {
    const put = operation<{ params: unknown }, unknown>("PUT", "/json", { body: json });
    const deep = serve([route(put, () => ({}))]);
    const nested = (levels: number): string => `{"a":${"[".repeat(levels)}${"]".repeat(levels)}}`;
    expect((await deep("PUT /json", jsonBody(nested(31)))).status).toBe(200);
    expect((await deep("PUT /json", jsonBody(nested(32)))).status).toBe(400);
    expect((await deep("PUT /json", jsonBody(nested(100_000)))).status).toBe(400);
    expect((await deep("PUT /json", jsonBody("{"))).status).toBe(400);
  });
});

describe("authentication", () => {
  const secured = { ...retrieve, security: [["basicAuth"], ["bearerAuth"]] };
  const seen: unknown[] = [];
  const authenticate = {
    basicAuth: ({ username }: BasicCredentials) => {
      seen.push(username);
      return username === "sk_1" ? "one" : undefined;
    },
    bearerAuth: async ({ token }: BearerCredentials) => (token === "sk_2" ? "two" : undefined),
  };
  const send = serve(
    [
      route<{ coupon: string }, Coupon, string>(secured, (_, { principal }) => ({
        id: principal ?? "nobody",
        amount: 1,
      })),
    ],
    { authenticate },
  );
  const ask = (authorization?: string): ReturnType<typeof send> =>
    send("GET /v1/coupons/x", authorization === undefined ? {} : { headers: { authorization } });

  it.each([
    [`Basic ${btoa("sk_1:")}`, "one"],
    [`basic ${btoa("sk_1:password")}`, "one"],
    ["Bearer sk_2", "two"],
  ])("%s is let in", async (authorization, id) => {
    expect((await ask(authorization)).body).toMatchObject({ id });
  });

  it.each([
    undefined,
    "",
    "Basic",
    "Basic ???",
    `Basic ${btoa("sk_1")}`,
    `Basic ${btoa("sk_9:")}`,
    `Basic ${btoa("\xff:")}`,
    "Bearer",
    "Bearer sk_1",
    "Bearer a b",
  ])("%s is not", async (authorization) => {
    const answer = await ask(authorization);
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe(
      'Basic realm="api", charset="UTF-8", Bearer realm="api"',
    );
    expect(JSON.stringify(answer.body)).not.toContain("sk_");
  });

  it("comes before 501, and before the body is read", async () => {
    const guarded = serve([route({ ...create, security: [["bearerAuth"]] }, undefined)], {
      authenticate,
    });
    expect((await guarded("POST /v1/coupons", jsonBody("{"))).status).toBe(401);
    const headers = { authorization: "Bearer sk_2" };
    expect((await guarded("POST /v1/coupons", { headers })).status).toBe(501);
  });

  it("takes keys from a query and keeps them out of params", async () => {
    const list = operation<{ params?: unknown }, unknown>("GET", "/list", {
      parameters: [{ name: "limit", in: "query" }],
      security: [["keyAuth"]],
    });
    const keyed = serve([route(list, ({ params }) => params)], {
      authenticate: { keyAuth: () => "key" },
    });
    expect((await keyed("GET /list?key=k&limit=1")).body).toEqual({ limit: "1" });
    expect((await keyed("GET /list?limit=1")).status).toBe(401);
  });

  it("lets everybody in where an alternative asks for nothing, but knows whom it can", async () => {
    const open = { ...retrieve, security: [[], ["bearerAuth"]] };
    const mixed = serve(
      [
        route<{ coupon: string }, Coupon, string>(open, (_, { principal }) => ({
          id: principal ?? "nobody",
          amount: 1,
        })),
      ],
      { authenticate },
    );
    expect((await mixed("GET /v1/coupons/x")).body).toMatchObject({ id: "nobody" });
    const headers = { authorization: "Bearer sk_2" };
    expect((await mixed("GET /v1/coupons/x", { headers })).body).toMatchObject({ id: "two" });
  });

  it("needs all schemes of an alternative", async () => {
    const strict = { ...retrieve, security: [["bearerAuth", "keyAuth"]] };
    const both = serve(
      [route<{ coupon: string }, Coupon, string>(strict, () => ({ id: "x", amount: 1 }))],
      {
        authenticate: { ...authenticate, keyAuth: () => "key" },
      },
    );
    const headers = { authorization: "Bearer sk_2" };
    expect((await both("GET /v1/coupons/x", { headers })).status).toBe(401);
    expect((await both("GET /v1/coupons/x?key=k")).status).toBe(401);
    expect((await both("GET /v1/coupons/x?key=k", { headers })).status).toBe(200);
  });

  it("is not asked for where nothing is implemented", async () => {
    expect((await serve([route(secured, undefined)])("GET /v1/coupons/x")).status).toBe(501);
  });

  it("passes over an alternative of which nothing is described, such as mutual TLS", async () => {
    const odd = { ...retrieve, security: [["mutualTls"], ["bearerAuth"]] };
    const known = serve(
      [route<{ coupon: string }, Coupon, string>(odd, () => ({ id: "x", amount: 1 }))],
      { authenticate },
    );
    const headers = { authorization: "Bearer sk_2" };
    expect((await known("GET /v1/coupons/x", { headers })).status).toBe(200);
    expect((await known("GET /v1/coupons/x")).status).toBe(401);
  });

  it("is asked for when the server is made, not when the first request comes", () => {
    expect(() => serve([route(secured, () => ({ id: "x", amount: 1 }))])).toThrow(
      '"GET /v1/coupons/{coupon}" needs authentication: give a hook for basicAuth, or bearerAuth in authenticate.',
    );
    expect(() => serve([route({ ...retrieve, security: [["toString"]] }, undefined)])).toThrow(
      'needs the Security Scheme "toString"',
    );
  });
});

describe("a handler", () => {
  const answering = (handle: () => Coupon, more: Overrides = {}): ReturnType<typeof serve> =>
    serve(
      [route<{ coupon: string }, Coupon, string>(retrieve, handle, { output: couponValidator })],
      more,
    );

  it("answers with another status by throwing an HttpError", async () => {
    const send = answering(() => {
      throw new HttpError(404, {
        message: "No such coupon.",
        code: "missing",
        headers: { "x-a": "b" },
      });
    });
    const answer = await send("GET /v1/coupons/x");
    expect(answer).toMatchObject({
      status: 404,
      body: { detail: "No such coupon.", code: "missing" },
    });
    expect(answer.headers.get("x-a")).toBe("b");
  });

  it("may give the body of the error itself", async () => {
    const send = answering(() => {
      throw new HttpError(402, { body: { error: { type: "card_error" } } });
    });
    const answer = await send("GET /v1/coupons/x");
    expect(answer).toMatchObject({ status: 402, body: { error: { type: "card_error" } } });
  });

  it("leaks nothing when it fails", async () => {
    const told: unknown[] = [];
    const failure = new Error("secret sk_live");
    const send = answering(
      () => {
        throw failure;
      },
      {
        onError: (error) => {
          told.push(error);
          throw new Error("again");
        },
      },
    );
    const answer = await send("GET /v1/coupons/x");
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toContain("secret");
    expect(told).toEqual([failure]);
  });

  it("cannot split the response by a header", async () => {
    const send = answering(() => {
      throw new HttpError(400, { headers: { "x-a": "b\r\nset-cookie: c" } });
    });
    const answer = await send("GET /v1/coupons/x");
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([500, null]);
  });

  it("sets headers, but not those of the connection", async () => {
    const send = serve([
      route(retrieve, ({ coupon }, { responseHeaders }) => {
        responseHeaders.append("set-cookie", "a=1");
        responseHeaders.append("set-cookie", "b=2");
        responseHeaders.set("content-length", "1");
        responseHeaders.set("x-request-id", "r");
        return { id: coupon, amount: 1 };
      }),
    ]);
    const { headers, status } = await send("GET /v1/coupons/x");
    expect(status).toBe(200);
    expect(headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect([headers.get("content-length"), headers.get("x-request-id")]).toEqual(["21", "r"]);
  });

  it.each([
    ["off", 200, 0],
    ["warn", 200, 1],
    ["strict", 500, 1],
  ] as const)("that gives the wrong output: %s", async (responseValidation, status, calls) => {
    const told: unknown[] = [];
    const wrong: Coupon = JSON.parse('{"id":1}');
    const send = answering(() => wrong, {
      responseValidation,
      onInvalidResponse: (id, issues) => told.push([id, issues.length]),
    });
    expect((await send("GET /v1/coupons/x")).status).toBe(status);
    expect(told).toEqual(Array.from({ length: calls }, () => [retrieve.id, 1]));
  });

  it("answers with the status that the spec has, and without a body where it gives none", async () => {
    const remove = operation<{ coupon: string }, void>("DELETE", "/v1/coupons/{coupon}", {
      parameters: [{ name: "coupon", in: "path" }],
      responses: [{ status: "204" }, { status: "default", contentType: "application/json" }],
    });
    const make = operation<object, Coupon>("PUT", "/v1/coupons", {
      responses: [{ status: "201", contentType: "application/json" }],
    });
    const send = serve([
      route(remove, () => undefined),
      route(make, () => ({ id: "x", amount: 1 })),
    ]);
    expect(await send("DELETE /v1/coupons/x")).toMatchObject({ status: 204, body: undefined });
    expect(await send("PUT /v1/coupons")).toMatchObject({ status: 201, body: { id: "x" } });
  });

  it.each([199, 200, 299, 600, 404.5, NaN])("cannot throw the status %d", (status) => {
    expect(() => new HttpError(status)).toThrow(RangeError);
  });
});

describe("an error envelope", () => {
  const envelope = {
    message: "/error/message",
    type: "/error/type",
    code: "/error/code",
    param: "/error/param",
    types: { "404": "missing", "4XX": "invalid_request_error", "5XX": "api_error" },
  };
  const send = serve([echo], { envelope, basePath: "/api/" });

  it("holds what the kit has to say", async () => {
    const answer = await send("POST /api/v1/coupons", formBody("amount=abc"));
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(answer.body).toEqual({
      error: {
        message: 'amount: expected an integer, got "abc".',
        type: "invalid_request_error",
        param: "amount",
      },
    });
  });

  it("has a type by status, by range, or none", async () => {
    expect((await send("GET /api/x")).body).toMatchObject({ error: { type: "missing" } });
    const untyped = serve([], { envelope: { message: "/__proto__/message" } });
    expect((await untyped("GET /")).body).toEqual(
      JSON.parse('{"__proto__":{"message":"There is nothing at GET /."}}'),
    );
  });

  it("is served below the base path and nowhere else", async () => {
    expect((await send("POST /api/v1/coupons", formBody("amount=1"))).status).toBe(200);
    expect((await send("POST /v1/coupons", formBody("amount=1"))).status).toBe(404);
    expect((await send("POST /apiv1/coupons", formBody("amount=1"))).status).toBe(404);
  });
});
