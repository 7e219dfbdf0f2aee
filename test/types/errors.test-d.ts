import { describe, expectTypeOf, it } from "vitest";
import {
  CardError,
  createPrice,
  IdempotencyError,
  type ErrorEnvelope,
} from "@specwright/generated-client";
import {
  ApiError,
  ConnectionError,
  isFailureOf,
  NotFoundError,
  PaymentRequiredError,
  ServerError,
  TimeoutError,
  type ApiFailure,
  type FailureOf,
  type OperationDescriptor,
} from "@specwright/runtime";

declare const error: unknown;

interface Declined {
  readonly error: { readonly type: "card_error"; readonly decline_code: string };
}
interface Problem {
  readonly title: string;
}
type Failure = ApiFailure<{ "402": Declined; "404": Problem; "4XX": string; default: number }>;

describe("an error of a call", () => {
  it("of an unknown operation has a body of an unknown type", () => {
    if (!(error instanceof ApiError)) return;
    expectTypeOf(error.body).toBeUnknown();
    expectTypeOf(error.status).toBeNumber();
    expectTypeOf(error.headers).toEqualTypeOf<Readonly<Record<string, string>>>();
    expectTypeOf(error.requestId).toEqualTypeOf<string | undefined>();
  });

  it("of a class by status has that status, and an unknown body", () => {
    if (error instanceof PaymentRequiredError) {
      expectTypeOf(error.status).toEqualTypeOf<402>();
      expectTypeOf(error.body).toBeUnknown();
    }
    if (error instanceof NotFoundError) expectTypeOf(error.status).toEqualTypeOf<404 | 410>();
    if (error instanceof ServerError) expectTypeOf(error.status).toBeNumber();
  });

  it("of a class by the API's own type has the body that the spec documents", () => {
    if (!(error instanceof CardError)) return;
    expectTypeOf(error.body.error.type).toEqualTypeOf<"card_error">();
    expectTypeOf(error.body.error.decline_code).toEqualTypeOf<string | undefined>();
    expectTypeOf(error).toExtend<ApiError<ErrorEnvelope>>();
    // @ts-expect-error no such field
    void error.body.error.decline;
  });

  it("without an answer tells whether anything was sent, and nothing of a status", () => {
    if (!(error instanceof ConnectionError)) return;
    expectTypeOf(error.isUnsent).toBeBoolean();
    expectTypeOf<TimeoutError>().toExtend<ConnectionError>();
    // @ts-expect-error no answer, no status
    void error.status;
  });
});

describe("the failures of an operation", () => {
  it("are those that the spec documents of it", () => {
    expectTypeOf<FailureOf<typeof createPrice>>().toEqualTypeOf<ApiError<ErrorEnvelope>>();
    if (!isFailureOf(createPrice, error)) return;
    expectTypeOf(error.body.error.decline_code).toEqualTypeOf<string | undefined>();
    if (error instanceof CardError) {
      expectTypeOf(error.body.error.type).toEqualTypeOf<"card_error">();
    }
    if (error instanceof IdempotencyError) expectTypeOf(error.body).toExtend<ErrorEnvelope>();
  });

  it("narrow by status: exact ones before ranges, ranges before the rest", () => {
    const failure = {} as Failure | ConnectionError;
    if (!(failure instanceof ApiError)) {
      return expectTypeOf(failure).toEqualTypeOf<ConnectionError>();
    }
    if (failure.status === 402) {
      expectTypeOf(failure.body.error.decline_code).toBeString();
    } else if (failure.status === 404) {
      expectTypeOf(failure.body.title).toBeString();
    } else if (failure.status === 418) {
      expectTypeOf(failure.body).toBeString();
    } else if (failure.status === 500) {
      expectTypeOf(failure.body).toBeNumber();
    }
  });

  it("narrow by class as well", () => {
    const failure = {} as Failure;
    if (failure instanceof PaymentRequiredError) {
      expectTypeOf(failure.body.error.decline_code).toBeString();
    }
  });

  it("have an unknown body where the status is not documented", () => {
    const failure = {} as ApiFailure<{ "402": Declined }>;
    if (failure.status === 500) expectTypeOf(failure.body).toBeUnknown();
    if (failure.status === 402) expectTypeOf(failure.body).toEqualTypeOf<Declined>();
    expectTypeOf<ApiFailure<{ default: Problem }>>().toEqualTypeOf<ApiError<Problem>>();
  });

  it("are any where the spec documents none", () => {
    type Plain = OperationDescriptor<object, string>;
    expectTypeOf<FailureOf<Plain>>().toEqualTypeOf<ApiError>();
    expectTypeOf<OperationDescriptor<object, string, Failure>>().toExtend<Plain>();
  });
});
