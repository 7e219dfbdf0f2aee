import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";
import {
  type ApiDescriptor,
  connect,
  type OperationDescriptor,
  type PaginatedOperationDescriptor,
  type RequestOptions,
  type Transport,
  writeApiKey,
  writeBasic,
  writeBearer,
} from "@specwright/runtime";

/**
 * What must never happen, clause by clause, against servers on loopback. A run takes 300 texts; `SPECWRIGHT_NEVER=100000` takes
 * more. What concerns calls that are sent twice is in `faults/`, the age of webhooks in `webhooks.test.ts`.
 */
export const runs = Number(process.env["SPECWRIGHT_NEVER"] ?? 300);

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Starts a server on loopback, for one test. */
export async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A secret for each place in which one may travel. */
export const secrets = {
  basic: "sk_basic",
  bearer: "t_bearer",
  header: "k_head",
  query: "k_query",
  cookie: "k_cook",
};
const apiKey = { type: "apiKey", write: writeApiKey } as const;
const api: ApiDescriptor = {
  server: "http://nowhere.invalid",
  security: {
    basic: { type: "http", scheme: "basic", password: "", option: "basic", write: writeBasic },
    bearer: { type: "http", scheme: "bearer", option: "bearer", write: writeBearer },
    header: { ...apiKey, in: "header", name: "X-Key", option: "header" },
    query: { ...apiKey, in: "query", name: "key", option: "query" },
    cookie: { ...apiKey, in: "cookie", name: "sid", option: "cookie" },
  },
  headerOptions: { account: "X-Account" },
};
export type Scheme = keyof typeof secrets;
export const SCHEMES = Object.keys(secrets) as Scheme[];

/** A transport with all secrets. */
export function clientOf(baseUrl: string, options: object = {}): Transport {
  return connect(api, { baseUrl, maxRetries: 0, ...secrets, ...options });
}

/** An operation that asks for things, and whatever else it is said to be. */
export function operation(more: object = {}): OperationDescriptor<object, unknown> {
  return {
    id: "things.get",
    method: "GET",
    path: "/things",
    parameters: [],
    responses: [{ status: "200", contentType: "application/json" }],
    security: [],
    ...more,
  };
}

/** Options that generated code has the types of. */
export const given = (options: object): RequestOptions => options;

export type List = PaginatedOperationDescriptor<object, unknown, number>;

/** The same as a list. */
export function listing(pagination: List["pagination"], more: object = {}): List {
  const { types: _, ...others } = operation(more);
  return { ...others, pagination };
}
