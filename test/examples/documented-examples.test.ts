import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PaymentsClient } from "@specwright/generated-client";
import {
  customerBalanceTransactionListValidator,
  customerBalanceTransactionValidator,
} from "@specwright/generated-client/validators";
import type { Fetch } from "@specwright/runtime";
import { startExampleServer, type ExampleServer } from "../helpers/example-server.ts";
import { readExchanges, type Exchange } from "../helpers/exchange.ts";
import { documentedCalls } from "./documented-calls.ts";

const apiKey = "sk_test_...";
const exchanges = readExchanges();

/** Headers that a client adds on its own and that no documented request speaks of. */
const OWN_HEADERS = new Set(["accept", "idempotency-key"]);

/** Headers that belong to the connection, set by whatever sends: curl has its own. */
const CONNECTION_HEADERS = new Set([
  "accept-encoding",
  "accept-language",
  "connection",
  "content-length",
  "host",
  "sec-fetch-mode",
  "user-agent",
]);

function documented(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => !OWN_HEADERS.has(name) && !CONNECTION_HEADERS.has(name),
  );
  return Object.fromEntries(kept);
}

function callOf(exchange: Exchange) {
  const found = documentedCalls[exchange.file];
  if (!found) throw new Error(`test/examples/documented-calls.ts has no call for ${exchange.file}`);
  return found;
}

describe("documented examples", () => {
  it("are four, and each has a call", () => {
    expect(exchanges.map(({ file }) => file)).toEqual(Object.keys(documentedCalls).sort());
    expect(exchanges).toHaveLength(4);
  });

  for (const exchange of exchanges) {
    const { request, response, operation } = exchange;

    it(`${operation}: the client sends exactly the documented request`, async () => {
      const sent: { url: string; init: RequestInit }[] = [];
      const fetch: Fetch = (url, init) => {
        sent.push({ url, init });
        return Promise.resolve(Response.json(response.body, { status: response.status }));
      };
      await callOf(exchange).call(new PaymentsClient({ apiKey, fetch }));

      expect(sent).toHaveLength(1);
      const [{ url, init } = { url: "", init: {} }] = sent;
      expect(init.method).toBe(request.method);
      expect(url).toBe(request.url);
      expect(init.body ?? undefined).toBe(request.body);
      expect(documented(init.headers as Record<string, string>)).toEqual(request.headers);
    });

    it(`${operation}: the documented answer passes the validators and comes out as it is`, async () => {
      const validator = operation.endsWith(".list")
        ? customerBalanceTransactionListValidator
        : customerBalanceTransactionValidator;
      expect(validator.issues(response.body)).toEqual([]);
      const fetch: Fetch = () =>
        Promise.resolve(Response.json(response.body, { status: response.status }));
      const answer = await callOf(exchange).call(new PaymentsClient({ apiKey, fetch }));
      expect(answer).toEqual(response.body);
    });
  }
});

describe("documented examples on a loopback socket", () => {
  let server: ExampleServer;
  beforeAll(async () => {
    server = await startExampleServer(exchanges, apiKey);
  });
  afterAll(() => server.stop());

  for (const exchange of exchanges) {
    const { request, response, operation } = exchange;

    it(`${operation}: travels through client and server stubs`, async () => {
      const client = new PaymentsClient({ apiKey, baseUrl: server.url });
      const answer = await callOf(exchange).call(client);
      const seen = server.take();

      expect(answer).toEqual(response.body);
      expect(seen.operation).toBe(operation);
      expect(seen.input).toEqual(callOf(exchange).input);
      expect(seen.principal).toBe(apiKey);
      const url = new URL(request.url);
      expect(seen.request.method).toBe(request.method);
      expect(seen.request.target).toBe(url.pathname + url.search);
      expect(seen.request.body).toBe(request.body ?? "");
      expect(documented(seen.request.headers)).toEqual(request.headers);
    });
  }
});
