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

/** Ours and the others, all with their defaults: what has retries, keys and time-outs brings them. */
export function peersOf(base: string, fetch: Fetch): Readonly<Record<string, Peer>> {
  const authorization = { authorization: "Bearer sk_test_1" };
  const client = new PaymentsClient({ apiKey: "sk_test_1", baseUrl: base, fetch });
  const transport = connectPayments({ apiKey: "sk_test_1", baseUrl: base, fetch });
  const typed = createClient<Paths>({ baseUrl: base, fetch, headers: authorization });
  const prefixed = ky.create({ headers: authorization, fetch });
  const { protocol, hostname, port } = new URL(base);
  const stripe = new Stripe("sk_test_1", {
    host: hostname,
    port,
    protocol: protocol === "https:" ? "https" : "http",
    telemetry: false,
    httpClient: Stripe.createFetchHttpClient(fetch),
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
