import { expect, it } from "vitest";
import {
  connectPayments,
  PaymentsClient,
  retrieveCustomerBalanceTransaction,
} from "@specwright/generated-client";
import { call } from "@specwright/runtime";

const fetch = async (): Promise<Response> => Response.json({ id: "cbtxn_1" });
const input = { customer: "cus_1", transaction: "cbtxn_1" };

it("makes each resource of the tree when it is first asked for, and once", () => {
  const made: unknown[] = [];
  const transport = connectPayments({ fetch });
  // Whoever is made takes the transport of the client: it is asked for each time.
  const client = new PaymentsClient(transport);
  Object.defineProperty(client, "transport", {
    get: () => {
      made.push("resource");
      return transport;
    },
  });
  expect(made).toEqual([]);
  const { billing } = client;
  expect(made).toEqual(["resource"]);
  expect(client.billing).toBe(billing);
  expect(billing.meters).toBe(client.billing.meters);
  expect(made).toEqual(["resource"]);
});

it("calls an operation through a client, a resource or a transport alike", async () => {
  const transport = connectPayments({ fetch });
  const client = new PaymentsClient(transport);
  for (const through of [transport, client, client.customers.balanceTransactions]) {
    const transaction = await call(through, retrieveCustomerBalanceTransaction, input);
    expect(transaction.id).toBe("cbtxn_1");
  }
});
