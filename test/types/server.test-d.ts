import { describe, expectTypeOf, it } from "vitest";
import type { CustomerBalanceTransaction, ErrorEnvelope } from "@specwright/generated-client";
import {
  createPartialPaymentsHandler,
  createPaymentsHandler,
  type CustomerBalanceTransactionsHandlers,
  type PaymentsHandlers,
} from "@specwright/generated-server-stubs";
import { type Handler, type HandlerAnswer, withScopes } from "@specwright/runtime/server";

declare const transaction: CustomerBalanceTransaction;
declare const all: PaymentsHandlers;

describe("the generated server stubs", () => {
  it("give a handler its decoded input, and the principal of whichever scheme let the caller in", () => {
    createPartialPaymentsHandler({
      authenticate: {
        basicAuth: ({ username }) => ({ account: username }),
        bearerAuth: async ({ token }) => (token === "" ? undefined : { app: token }),
      },
      handlers: {
        customers: {
          balanceTransactions: {
            create: ({ customer, params }, { principal }) => {
              expectTypeOf(customer).toBeString();
              expectTypeOf(params.amount).toBeNumber();
              expectTypeOf(principal).toEqualTypeOf<{ account: string } | { app: string }>();
              return transaction;
            },
          },
        },
      },
    });
  });

  it("leave out the principals of schemes that let nobody in", () => {
    createPartialPaymentsHandler<{ basicAuth: number }>({
      handlers: {
        customers: {
          balanceTransactions: {
            retrieve: (_, { principal }) => {
              expectTypeOf(principal).toBeNumber();
              return transaction;
            },
          },
        },
        v2: {
          billing: {
            meterEventStream: {
              create: (_, { principal }) => {
                expectTypeOf(principal).toBeNever();
              },
            },
          },
        },
      },
      authenticate: { basicAuth: ({ username }) => username.length },
    });
  });

  it("take a principal out of its scopes", () => {
    createPartialPaymentsHandler({
      authenticate: {
        bearerAuth: async ({ token }) =>
          token === "" ? undefined : withScopes({ app: token }, ["read"]),
      },
      handlers: {
        customers: {
          balanceTransactions: {
            retrieve: (_, { principal }) => {
              expectTypeOf(principal).toEqualTypeOf<{ app: string }>();
              return transaction;
            },
          },
        },
      },
    });
  });

  it("refuse a server that lacks a handler", () => {
    const { customers, ...others } = all;
    const { balanceTransactions, ...rest } = customers;
    const { update, ...three } = balanceTransactions;
    const authenticate = { basicAuth: () => "anybody" };
    createPaymentsHandler({ handlers: all, authenticate });
    // @ts-expect-error a whole resource is missing
    createPaymentsHandler({ handlers: others, authenticate });
    // @ts-expect-error one below another is missing
    createPaymentsHandler({ handlers: { ...others, customers: rest }, authenticate });
    createPaymentsHandler({
      // @ts-expect-error one handler is missing
      handlers: { ...others, customers: { ...rest, balanceTransactions: three } },
      authenticate,
    });
    createPaymentsHandler({
      handlers: { ...others, customers: { ...rest, balanceTransactions: { ...three, update } } },
      authenticate,
    });
    createPartialPaymentsHandler({
      handlers: { customers: { balanceTransactions: three } },
      authenticate,
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
    createPartialPaymentsHandler({ handlers: {} });
    createPartialPaymentsHandler({
      handlers: {},
      // @ts-expect-error no such Security Scheme
      authenticate: { basicAuth: () => "me", apiKey: () => "me" },
    });
    createPartialPaymentsHandler({
      handlers: {},
      // @ts-expect-error a bearer has no user name
      authenticate: { bearerAuth: ({ username }) => username },
    });
  });
});

interface Declined {
  readonly reason: string;
}

interface Problem {
  readonly detail: string;
}

interface Job {
  readonly job: string;
}

/** A handler of an operation that answers 201, and whatever else it documents. */
type Charging<Answers> = Handler<{ id: string }, { id: string }, undefined, Answers>;

describe("the answers of a handler", () => {
  it("have the body that the spec documents for their status", () => {
    const charge: Charging<{ "202": Job; "204": void; "402": Declined; "4XX": Problem }> = (
      { id },
      { answer },
    ) => {
      if (id === "later") return answer(202, { job: "1" });
      if (id === "never") return answer(204);
      if (id === "broke") return answer(402, { reason: "" }, { headers: { "retry-after": "1" } });
      if (id === "gone") return answer(410, { detail: "" });
      expectTypeOf(answer(404, { detail: "" })).toEqualTypeOf<HandlerAnswer>();
      // @ts-expect-error 402 has a body of its own, though there is a range
      answer(402, { detail: "" });
      // @ts-expect-error a range has its body
      answer(404, { reason: "" });
      // @ts-expect-error there is a body
      answer(202);
      // @ts-expect-error there is none
      answer(204, { job: "1" });
      // @ts-expect-error 5XX is not documented
      answer(500, { detail: "" });
      // @ts-expect-error the plain answer is given plainly
      answer(201, { id: "" });
      return { id };
    };
    expectTypeOf(charge).not.toBeNever();
  });

  it("may have any status of a failure where `default` is documented", () => {
    const charge: Charging<{ "402": Declined; default: ErrorEnvelope }> = ({ id }, { answer }) => {
      if (id === "") return answer(503, { error: { message: "", type: "api_error" } });
      // @ts-expect-error no envelope
      answer(404, { reason: "" });
      // @ts-expect-error 402 has a body of its own
      answer(402, { error: { message: "", type: "api_error" } });
      // @ts-expect-error `default` documents no success
      answer(202, { error: { message: "", type: "api_error" } });
      return { id };
    };
    expectTypeOf(charge).not.toBeNever();
  });

  it("are the plain one alone where the spec documents no other", () => {
    const charge: Charging<unknown> = ({ id }, { answer }) => {
      // @ts-expect-error nothing is documented
      if (id === "") return answer(404, { detail: "" });
      return { id };
    };
    expectTypeOf(charge).not.toBeNever();
  });
});
