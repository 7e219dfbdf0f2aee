import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expectTypeOf, it } from "vitest";
import type { CustomerBalanceTransaction } from "@specwright/generated-client";
import {
  customerBalanceTransactionValidator,
  isCustomerBalanceTransaction,
} from "@specwright/generated-client/validators";

declare const value: unknown;

describe("generated validators", () => {
  it("guard", () => {
    if (isCustomerBalanceTransaction(value)) {
      expectTypeOf(value).toEqualTypeOf<CustomerBalanceTransaction>();
    }
    if (customerBalanceTransactionValidator.is(value)) {
      expectTypeOf(value).toEqualTypeOf<CustomerBalanceTransaction>();
    }
  });

  it("assert", () => {
    customerBalanceTransactionValidator.assert(value);
    expectTypeOf(value).toEqualTypeOf<CustomerBalanceTransaction>();
  });

  it("are Standard Schemas of the same type", () => {
    expectTypeOf(customerBalanceTransactionValidator).toExtend<StandardSchemaV1>();
    expectTypeOf<
      StandardSchemaV1.InferOutput<typeof customerBalanceTransactionValidator>
    >().toEqualTypeOf<CustomerBalanceTransaction>();
  });
});
