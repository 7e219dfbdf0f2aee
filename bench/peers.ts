import { Agent, request } from "node:http";
import { call } from "@specwright/runtime";
import {
  connectPayments,
  PaymentsClient,
  retrieveCustomerBalanceTransaction,
} from "@specwright/generated-client";
import ky from "ky";
import createClient from "openapi-fetch";
import { Stripe } from "stripe";

/** One way of making the same call; each gives the parsed answer. */
export type Peer = () => Promise<unknown>;

/** How requests leave: the platform's `fetch`, or one that answers by itself. */
export type Fetch = typeof globalThis.fetch;

const CUSTOMER = "cus_NcjdgdwZyI9Rj7";
const TRANSACTION = "cbtxn_1MrU9qLkdIwHu7ixhdjxGBgI";
export const PATH: string = `/v1/customers/${CUSTOMER}/balance_transactions/${TRANSACTION}`;

interface Paths {
  "/v1/customers/{customer}/balance_transactions/{transaction}": {
    get: {
      parameters: { path: { customer: string; transaction: string } };
      responses: { 200: { content: { "application/json": { id: string } } } };
    };
  };
}

const authorization = { authorization: "Bearer sk_test_1" };

/**
 * Ours and the others, all with their defaults: what has retries, keys and time-outs brings them.
 *
 * @param given Default: for ours and stripe what they take on Node.js, which is `node:http`.
 */
export function peersOf(
  base: string,
  given?: Fetch,
): Readonly<Record<"client" | "one operation" | "stripe" | (string & {}), Peer>> {
  const fetch = given ?? globalThis.fetch;
  const own = { apiKey: "sk_test_1", baseUrl: base, ...(given && { fetch: given }) };
  const client = new PaymentsClient(own);
  const transport = connectPayments(own);
  const typed = createClient<Paths>({ baseUrl: base, fetch, headers: authorization });
  const prefixed = ky.create({ headers: authorization, fetch });
  const { protocol, hostname, port } = new URL(base);
  const stripe = new Stripe("sk_test_1", {
    host: hostname,
    port,
    protocol: protocol === "https:" ? "https" : "http",
    telemetry: false,
    httpClient: given ? Stripe.createFetchHttpClient(given) : Stripe.createNodeHttpClient(),
  });
  return {
    client: () => client.customers.balanceTransactions.retrieve(CUSTOMER, TRANSACTION),
    "one operation": () =>
      call(transport, retrieveCustomerBalanceTransaction, {
        customer: CUSTOMER,
        transaction: TRANSACTION,
      }),
    "bare fetch": async () => (await fetch(base + PATH, { headers: authorization })).json(),
    "openapi-fetch": async () => {
      const path = { customer: CUSTOMER, transaction: TRANSACTION };
      const { data } = await typed.GET(
        "/v1/customers/{customer}/balance_transactions/{transaction}",
        { params: { path } },
      );
      return data;
    },
    ky: () => prefixed.get(base + PATH).json(),
    stripe: () => stripe.customers.retrieveBalanceTransaction(CUSTOMER, TRANSACTION),
  };
}

/** What a program without any client does: no limits, no retries, and no headers but one. */
export function rawHttp(base: string): Peer {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(base);
  const options = { hostname, port, path: PATH, headers: authorization, agent };
  return () =>
    new Promise((resolve, reject) => {
      const sent = request(options, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response
          .on("data", (piece: string) => (text += piece))
          .on("end", () => resolve(JSON.parse(text)))
          .on("error", reject);
      });
      sent.on("error", reject).end();
    });
}
