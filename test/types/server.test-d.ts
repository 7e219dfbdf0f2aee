import { describe, expectTypeOf, it } from "vitest";
import type { CustomerBalanceTransaction } from "@specwright/generated-client";
import {
  createPaymentsHandler,
  type CustomerBalanceTransactionsHandlers,
} from "@specwright/generated-server-stubs";

declare const transaction: CustomerBalanceTransaction;

interface User {
  readonly id: string;
}

describe("the generated server stubs", () => {
  it("give a handler its decoded input and the principal", () => {
    createPaymentsHandler<User>({
      authenticate: { basicAuth: ({ username }) => ({ id: username }) },
      handlers: {
        customers: {
          balanceTransactions: {
            create: ({ customer, params }, { principal }) => {
              expectTypeOf(customer).toBeString();
              expectTypeOf(params.amount).toBeNumber();
              expectTypeOf(principal).toEqualTypeOf<User | undefined>();
              return transaction;
            },
          },
        },
      },
    });
  });

  it("refuse a handler that gives something else", () => {
    const handlers: Partial<CustomerBalanceTransactionsHandlers> = {
      retrieve: () => transaction,
      update: async () => transaction,
      // @ts-expect-error a list is no transaction
      create: () => ({ object: "list", data: [], has_more: false, url: "" }),
      // @ts-expect-error `ending_balance` and others are missing
      list: () => ({ object: "list", url: "", has_more: false, data: [{ id: "cbtxn_1" }] }),
    };
    expectTypeOf(handlers.retrieve).not.toBeNever();
  });

  it("refuse a handler for an operation that the API does not have", () => {
    const handlers: Partial<CustomerBalanceTransactionsHandlers> = {
      // @ts-expect-error no such operation
      remove: () => transaction,
    };
    expectTypeOf(handlers).not.toBeNever();
  });

  it("refuse to be without a way to prove who calls", () => {
    // @ts-expect-error `authenticate` is missing
    createPaymentsHandler({ handlers: {} });
    createPaymentsHandler({
      handlers: {},
      // @ts-expect-error no such Security Scheme
      authenticate: { apiKey: () => "me" },
    });
  });
});
