import { describe, expect, expectTypeOf, it } from "vitest";
import type { OperationDescriptor } from "../contract.ts";
import { ApiError } from "./api-error.ts";
import { errorClass } from "./error-class.ts";
import { type ApiFailure, isFailureOf } from "./failure.ts";

type Declined = { readonly reason: string };
type Failure = ApiFailure<{ "402": Declined; "4XX": { readonly hint: number } }>;
const pay: OperationDescriptor<object, string, Failure> = {
  id: "charges.create",
  method: "POST",
  path: "/charges",
  parameters: [],
  responses: [],
  security: [],
};

function answer(operation: string, status: number, body: unknown): ApiError {
  return new ApiError({ operation, status, headers: {}, body });
}

describe("isFailureOf", () => {
  it("knows the errors of an operation, and its status tells the type of its body", () => {
    const error: unknown = answer("charges.create", 402, { reason: "no money" });
    if (!isFailureOf(pay, error) || error.status !== 402) return expect.unreachable();
    expectTypeOf(error.body).toEqualTypeOf<Declined>();
    expect(error.body.reason).toBe("no money");
  });

  it.each([answer("charges.list", 402, {}), new Error("402"), undefined])(
    "does not take %s for one",
    (error) => {
      expect(isFailureOf(pay, error)).toBe(false);
    },
  );
});

describe("a class of errors that their bodies tell apart", () => {
  type Envelope = { readonly error: { readonly type: string } };
  const CardError = errorClass<Envelope, "/error/type", "card_error">("/error/type", "card_error");

  it("has the errors with its word in its place", () => {
    const error: unknown = answer("charges.create", 402, { error: { type: "card_error" } });
    expect(error).toBeInstanceOf(CardError);
    if (error instanceof CardError)
      expectTypeOf(error.body.error.type).toEqualTypeOf<"card_error">();
    expect(
      new CardError({
        operation: "a",
        status: 1,
        headers: {},
        body: { error: { type: "card_error" } },
      }),
    ).toBeInstanceOf(ApiError);
  });

  it.each([
    answer("charges.create", 402, { error: { type: "api_error" } }),
    answer("charges.create", 402, "card_error"),
    answer("charges.create", 402, null),
    Object.assign(new Error("other"), { body: { error: { type: "card_error" } } }),
    null,
  ])("does not have %s", (error) => {
    expect(error).not.toBeInstanceOf(CardError);
  });
});
