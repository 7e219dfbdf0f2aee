import { describe, expect, expectTypeOf, it } from "vitest";
import type { ApiDescriptor, ClientOptions, OperationDescriptor, WriteBody } from "../contract.ts";
import { ApiError } from "../errors/api-error.ts";
import { writeContent, writeJson, writeUrlEncoded } from "../media/write-content.ts";
import { writeMultipart } from "../media/write-multipart.ts";
import { toBody } from "../request/body.ts";
import { toCookies, toHeaders, toQuery } from "../request/parameters.ts";
import {
  writeApiKey,
  writeAuthorization,
  writeBasic,
  writeBearer,
} from "../request/write-credentials.ts";
import { ApiResource } from "./api-resource.ts";
import { call } from "./call.ts";
import { connect } from "./connect.ts";

interface Customer {
  readonly id: string;
}

const api: ApiDescriptor = {
  server: "https://api.example.com",
  security: {
    basicAuth: { type: "http", scheme: "basic", password: "", option: "apiKey", write: writeBasic },
    login: { type: "http", scheme: "basic", option: "login", write: writeBasic },
    bearerAuth: { type: "http", scheme: "bearer", option: "bearerToken", write: writeBearer },
    digest: {
      type: "http",
      scheme: "other",
      name: "Digest",
      option: "digest",
      write: writeAuthorization,
    },
    headerKey: {
      type: "apiKey",
      in: "header",
      name: "X-Key",
      option: "headerKey",
      write: writeApiKey,
    },
    queryKey: { type: "apiKey", in: "query", name: "key", option: "queryKey", write: writeApiKey },
    cookieKey: {
      type: "apiKey",
      in: "cookie",
      name: "sid",
      option: "cookieKey",
      write: writeApiKey,
    },
  },
  headerOptions: { stripeVersion: "Stripe-Version", stripeAccount: "Stripe-Account" },
};

type CreateInput = { customer: string; params: { amount: number; metadata?: object | null } };

const create: OperationDescriptor<CreateInput, Customer> = {
  id: "customers.create",
  method: "POST",
  path: "/v1/customers/{customer}/entries",
  parameters: [{ name: "customer", in: "path", required: true }],
  write: [toBody],
  body: {
    contentType: "application/x-www-form-urlencoded",
    required: true,
    write: writeUrlEncoded,
  },
  responses: [
    { status: "200", contentType: "application/json" },
    { status: "default", contentType: "application/json" },
  ],
  security: [["basicAuth"], ["bearerAuth"]],
  idempotencyHeader: "Idempotency-Key",
};

const list: OperationDescriptor<{ params?: Record<string, unknown> }, { data: Customer[] }> = {
  id: "customers.list",
  method: "GET",
  path: "/v1/customers",
  parameters: [
    { name: "limit", in: "query" },
    { name: "created", in: "query", style: "deepObject", explode: true },
    { name: "X-Trace", in: "header", key: "trace" },
    { name: "theme", in: "cookie" },
  ],
  write: [toQuery, toHeaders, toCookies, toBody],
  responses: [{ status: "200", contentType: "application/json" }],
  security: [["queryKey", "cookieKey"], ["headerKey"], ["login"], ["bearerAuth"], []],
  idempotencyHeader: "Idempotency-Key",
};

interface Sent {
  url: string;
  init: RequestInit;
  headers: Record<string, string>;
}

/** A transport whose `fetch` notes what was sent and gives the answers one after the other. */
function stub(
  options: object = {},
  ...answers: Response[]
): { sent: Sent[]; client: ReturnType<typeof connect> } {
  const sent: Sent[] = [];
  const fetch: ClientOptions["fetch"] = async (url, init) => {
    const headers = Object.fromEntries(Object.entries(init.headers ?? {}));
    sent.push({ url, init, headers });
    return answers.shift() ?? Response.json({ id: "cus_1", data: [] });
  };
  return { sent, client: connect(api, { fetch, ...options }) };
}

describe("a request", () => {
  it("puts every value in its place", async () => {
    const { client, sent } = stub({ apiKey: "sk_test_1" });
    const input = { customer: "a/b", params: { amount: 5, metadata: { order_id: "6735" } } };
    await expect(call(client, create, input)).resolves.toMatchObject({ id: "cus_1" });
    expect(sent[0]).toMatchObject({
      url: "https://api.example.com/v1/customers/a%2Fb/entries",
      init: { method: "POST", body: "amount=5&metadata[order_id]=6735", redirect: "manual" },
    });
    expect(sent[0]?.headers).toEqual({
      accept: "application/json",
      authorization: `Basic ${btoa("sk_test_1:")}`,
      "content-type": "application/x-www-form-urlencoded",
      "idempotency-key": expect.stringMatching(/^[\da-f-]{36}$/),
    });
  });

  it("adds query parameters that the spec does not have", async () => {
    const { client, sent } = stub();
    const query = { "beta&=": "a b&c", on: true, no: undefined, n: 1 };
    await call(client, list, { params: { limit: 3 } }, { query });
    expect(sent[0]?.url).toBe(
      "https://api.example.com/v1/customers?limit=3&beta%26%3D=a%20b%26c&on=true&n=1",
    );
  });

  it("writes query, headers and cookies, and no body where the operation has none", async () => {
    const { client, sent } = stub();
    const params = { limit: 3, created: { gte: 1 }, trace: "t", theme: "a b", other: 1 };
    await call(client, list, { params });
    expect(sent[0]?.url).toBe("https://api.example.com/v1/customers?limit=3&created[gte]=1");
    expect(sent[0]?.headers).toEqual({
      accept: "application/json",
      "x-trace": "t",
      cookie: "theme=a%20b",
    });
    expect(sent[0]?.init.body).toBeUndefined();
  });

  it.each([
    ["application/json", { a: 1, limit: 2 }, undefined, '{"a":1}'],
    ["application/json", {}, undefined, undefined],
    ["application/json", { a: undefined }, undefined, undefined],
    ["application/json", {}, true, "{}"],
    ["application/merge-patch+json; charset=utf-8", { a: null }, undefined, '{"a":null}'],
    ["application/x-www-form-urlencoded", {}, undefined, undefined],
    ["application/x-www-form-urlencoded", {}, true, ""],
    ["application/x-www-form-urlencoded", { limit: 2, constructor: 1 }, true, "constructor=1"],
  ] as const)(
    "writes params as %s: %o, required %s",
    async (contentType, params, required, body) => {
      const { client, sent } = stub();
      const bodyDescriptor = {
        contentType,
        write: writer(contentType),
        ...(required && { required }),
      };
      await call(client, { ...list, method: "POST", body: bodyDescriptor }, { params });
      expect(sent[0]?.init.body).toBe(body);
      expect(sent[0]?.headers["content-type"]).toBe(body === undefined ? undefined : contentType);
    },
  );

  it.each([
    ["application/json", [1, 2], "[1,2]"],
    ["application/json", "text", '"text"'],
    ["application/json", null, "null"],
    ["text/plain", "hello", "hello"],
    ["application/x-www-form-urlencoded", { a: "b c" }, "a=b+c"],
    ["application/json", undefined, undefined],
  ])("writes a whole body as %s: %o", async (contentType, body, text) => {
    const { client, sent } = stub();
    const operation = {
      ...list,
      method: "POST",
      body: { contentType, from: "body", write: writer(contentType) },
    } as const;
    await call(client, operation, { params: { body } });
    expect(sent[0]?.init.body).toBe(text);
  });

  it("passes bytes and files on as they are, and refuses objects without a spelling", async () => {
    const { client, sent } = stub();
    const operation = {
      ...list,
      method: "POST",
      body: { contentType: "application/octet-stream", from: "body", write: writeContent },
    } as const;
    for (const body of [new Uint8Array([1]), new Blob(["a"]), new ArrayBuffer(1)]) {
      await call(client, operation, { params: { body } });
      expect(sent.at(-1)?.init.body).toBe(body);
    }
    await expect(call(client, operation, { params: { body: { a: 1 } } })).rejects.toThrow(
      /application\/octet-stream/,
    );
    expect(sent).toHaveLength(3);
  });

  it("leaves the content type of a multipart form to fetch", async () => {
    const { client, sent } = stub();
    const contentType = "multipart/form-data";
    const operation = {
      ...list,
      method: "POST",
      body: { contentType, from: "body", write: writeMultipart },
    } as const;
    await call(client, operation, { params: { body: new FormData() } });
    expect(sent[0]?.headers).not.toHaveProperty("content-type");
  });

  it("is not sent with a path parameter that would lead elsewhere", async () => {
    const { client, sent } = stub();
    for (const customer of ["", ".", ".."]) {
      const input = { customer, params: { amount: 1 } };
      await expect(call(client, create, input)).rejects.toThrow(TypeError);
    }
    const parameters = [path("a"), path("b")];
    const twice: OperationDescriptor<object, unknown> = { ...list, path: "/v1/{a}{b}", parameters };
    await expect(client.send(twice, { a: ".", b: "x" })).rejects.toThrow(TypeError);
    await expect(
      client.send({ ...twice, path: "/v1/.{a}", parameters: [path("a")] }, { a: "." }),
    ).rejects.toThrow(TypeError);
    expect(sent).toHaveLength(0);
  });

  it("gives a dollar sign in a path parameter no meaning", async () => {
    const { client, sent } = stub();
    await call(client, create, { customer: "$&{x}", params: { amount: 1 } });
    expect(sent[0]?.url).toBe("https://api.example.com/v1/customers/%24%26%7Bx%7D/entries");
  });

  it("reads own members of the input only", async () => {
    const { client, sent } = stub();
    const odd = { ...list, parameters: [{ name: "constructor", in: "query" as const }] };
    await call(client, odd, { params: {} });
    expect(sent[0]?.url).toBe("https://api.example.com/v1/customers");
  });
});

function writer(contentType: string): WriteBody {
  if (contentType.includes("json")) return writeJson;
  return contentType.startsWith("text") ? writeContent : writeUrlEncoded;
}

function path(name: string): { name: string; in: "path" } {
  return { name, in: "path" };
}

describe("headers", () => {
  it("come from the client, then the parameters, then the call", async () => {
    const { client, sent } = stub({
      apiKey: "sk_1",
      stripeVersion: "2024",
      stripeAccount: "acct_1",
      headers: { "X-App": "a", "X-Gone": "b" },
    });
    const options = {
      stripeVersion: "2025",
      headers: { "x-gone": undefined, "X-APP": "c", Accept: "text/plain", Authorization: "Own" },
    };
    await client.send(list, { params: {} }, options);
    expect(sent[0]?.headers).toEqual({
      accept: "text/plain",
      authorization: "Own",
      "stripe-version": "2025",
      "stripe-account": "acct_1",
      "x-app": "c",
    });
  });

  it("of the operation travel unless client or call set them", async () => {
    const operation = { ...list, headers: { "Stripe-Version": "2024; feature_beta=v1" } };
    const seen = async (client: object, call: object): Promise<unknown> => {
      const { client: transport, sent } = stub(client);
      await transport.send(operation, { params: {} }, call);
      return sent[0]?.headers["stripe-version"];
    };
    expect(await seen({}, {})).toBe("2024; feature_beta=v1");
    expect(await seen({ stripeVersion: "2025" }, {})).toBe("2025");
    expect(await seen({}, { stripeVersion: "2026" })).toBe("2026");
    expect(await seen({}, { headers: { "stripe-version": undefined } })).toBeUndefined();
  });

  it("of the operation with a line break stop the call", async () => {
    const { client, sent } = stub({});
    const operation = { ...list, headers: { "x-a": "a\r\nx-b: c" } };
    await expect(client.send(operation, { params: {} })).rejects.toThrow('header "x-a"');
    expect(sent).toHaveLength(0);
  });

  it("of the credentials can be removed by a call", async () => {
    const { client, sent } = stub({ apiKey: "sk_1" });
    const input = { customer: "c", params: { amount: 1 } };
    await call(client, create, input, { headers: { Authorization: undefined } });
    expect(sent[0]?.headers).not.toHaveProperty("authorization");
  });

  it("refuse line breaks without showing the value", async () => {
    const { client, sent } = stub();
    for (const options of [
      { headers: { "X-A": "secret\r\nX-B: 1" } },
      { stripeVersion: "secret\n" },
    ]) {
      const error = await client.send(list, {}, options).catch(String);
      expect(error).toMatch(/^TypeError: The (header "X-A"|option "stripeVersion")/);
      expect(error).not.toMatch(/secret/);
    }
    await expect(call(client, list, { params: { trace: "a\0" } })).rejects.toThrow(/"X-Trace"/);
    expect(sent).toHaveLength(0);
  });

  it("carry the idempotency key of the caller, and none on GET", async () => {
    const { client, sent } = stub();
    const input = { customer: "c", params: { amount: 1 } };
    await call(client, create, input, { idempotencyKey: "mine" });
    await call(client, list, {}, { idempotencyKey: "mine" });
    expect(sent.map(({ headers }) => headers["idempotency-key"])).toEqual(["mine", undefined]);
  });
});

describe("credentials", () => {
  it.each([
    [{ bearerToken: "t" }, { authorization: "Bearer t" }],
    [
      { bearerToken: "t", login: { username: "ü", password: "p" } },
      { authorization: "Basic w7w6cA==" },
    ],
    [{ headerKey: "k" }, { "x-key": "k" }],
    [{ queryKey: "k" }, {}],
    [{}, {}],
  ])("%o take the first alternative that they suffice for", async (options, headers) => {
    const { client, sent } = stub(options);
    await call(client, list, {});
    expect(sent[0]?.headers).toEqual({ accept: "application/json", ...headers });
    expect(sent[0]?.url).not.toContain("key=");
  });

  it("of a scheme of HTTP by another name follow that name", async () => {
    const { client, sent } = stub({ digest: "a=b" });
    await call(client, { ...list, security: [["digest", "certificate"]] }, {});
    // The certificate is for the connection to show.
    expect(sent[0]?.headers["authorization"]).toBe("Digest a=b");
  });

  it("go together where an alternative needs several", async () => {
    const { client, sent } = stub({ queryKey: "a&b", cookieKey: "c;d", headerKey: "no" });
    await call(client, list, { params: { limit: 1, theme: "x" } });
    expect(sent[0]?.url).toBe("https://api.example.com/v1/customers?limit=1&key=a%26b");
    expect(sent[0]?.headers).toEqual({
      accept: "application/json",
      cookie: "sid=c%3Bd; theme=x",
    });
    await call(client, list, {});
    expect(sent[1]?.url).toBe("https://api.example.com/v1/customers?key=a%26b");
  });

  it("are asked for once per attempt when they are functions", async () => {
    let count = 0;
    const bearerToken = async (): Promise<string> => `t${++count}`;
    const { client, sent } = stub(
      { bearerToken },
      new Response("", { status: 500, headers: { "retry-after": "0" } }),
    );
    await call(client, list, {});
    expect(sent.map(({ headers }) => headers["authorization"])).toEqual(["Bearer t1", "Bearer t2"]);
  });

  it.each([
    [{ apiKey: 1 }, /"apiKey" must be a string/],
    [{ apiKey: "" }, /"apiKey"/],
    [{ apiKey: null }, /"apiKey"/],
    [{ apiKey: "user:secret" }, /"apiKey"/],
    [{ login: "secret" }, /"login" must be \{ username, password \}/],
    [{ login: { username: "a:b", password: "secret" } }, /"login"/],
    [{ stripeVersion: 2024 }, /"stripeVersion" must be a string/],
    [{ headers: { "X-A": "secret\n" } }, /"X-A"/],
    [{ baseUrl: "ftp://a" }, /"baseUrl"/],
    [{ baseUrl: "https://user:secret@a" }, /"baseUrl"/],
    [{ baseUrl: "https://a/?secret" }, /"baseUrl"/],
    [{ baseUrl: "https://a/#secret" }, /"baseUrl"/],
  ])("and other options are checked when the client is made: %o", (options, message) => {
    expect(() => stub(options)).toThrow(TypeError);
    expect(() => stub(options)).toThrow(message);
    expect(() => stub(options)).not.toThrow(/secret/);
  });

  it("that a function gives are checked as well", async () => {
    const { client } = stub({ bearerToken: () => "" });
    await expect(call(client, list, {})).rejects.toThrow(/"bearerToken"/);
    const broken = stub({ bearerToken: () => "secret\n" });
    const error = await call(broken.client, list, {}).catch(String);
    expect(error).toMatch(/"authorization"/);
    expect(error).not.toMatch(/secret/);
  });

  it("that cannot be had fail the call with the reason, and without a retry", async () => {
    const reason = new Error("vault is closed");
    const { client, sent } = stub({ bearerToken: () => Promise.reject(reason) });
    await expect(call(client, list, {})).rejects.toBe(reason);
    expect(sent).toHaveLength(0);
  });
});

describe("the base URL", () => {
  it.each([
    [{}, {}, "https://api.example.com/v1/customers"],
    [{}, { server: "https://files.example.com/" }, "https://files.example.com/v1/customers"],
    [
      { baseUrl: "http://localhost:1/x/" },
      { server: "https://f" },
      "http://localhost:1/x/v1/customers",
    ],
    [{ baseUrl: "/proxy" }, {}, "/proxy/v1/customers"],
  ])("of client %o and operation %o", async (options, server, url) => {
    const { client, sent } = stub(options);
    await call(client, { ...list, ...server }, {});
    expect(sent[0]?.url).toBe(url);
  });
});

describe("types", () => {
  it("of a call are those of its descriptor", async () => {
    const { client } = stub();
    const input = { customer: "c", params: { amount: 1 } };
    expectTypeOf(call(client, create, input)).toEqualTypeOf<Promise<Customer>>();
    expectTypeOf(call(new ApiResource(client), list, {})).toEqualTypeOf<
      Promise<{ data: Customer[] }>
    >();
    // @ts-expect-error: `amount` is missing.
    await call(client, create, { customer: "c", params: {} });
    // @ts-expect-error: `customer` is missing.
    await call(client, create, { params: { amount: 1 } }).catch((error: unknown) => {
      expect(error).toBeInstanceOf(TypeError);
    });
  });

  it("of errors tell what the server said", async () => {
    const { client } = stub({}, new Response("no", { status: 404 }));
    const error: unknown = await call(client, list, {}).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
  });
});
