import type { PaymentsClient } from "@specwright/generated-client";

/** What a documented example looks like in the generated client, and what a handler is then given. */
export interface DocumentedCall {
  readonly call: (client: PaymentsClient) => Promise<unknown>;
  readonly input: unknown;
}

const customer = "cus_NcjdgdwZyI9Rj7";
const transaction = "cbtxn_1MrU9qLkdIwHu7ixhdjxGBgI";

/** By example file, so that an example without a call is noticed. */
export const documentedCalls: Readonly<Record<string, DocumentedCall>> = {
  "customers.balanceTransactions/create.yaml": {
    call: (client) =>
      client.customers.balanceTransactions.create(customer, { amount: -500, currency: "usd" }),
    input: { customer, params: { amount: -500, currency: "usd" } },
  },
  "customers.balanceTransactions/update.yaml": {
    call: (client) =>
      client.customers.balanceTransactions.update(customer, transaction, {
        metadata: { order_id: "6735" },
      }),
    input: { customer, transaction, params: { metadata: { order_id: "6735" } } },
  },
  "customers.balanceTransactions/retrieve.yaml": {
    call: (client) => client.customers.balanceTransactions.retrieve(customer, transaction),
    input: { customer, transaction, params: {} },
  },
  "customers.balanceTransactions/list.yaml": {
    call: async (client) =>
      (await client.customers.balanceTransactions.list(customer, { limit: 3 })).response,
    input: { customer, params: { limit: 3 } },
  },
};
