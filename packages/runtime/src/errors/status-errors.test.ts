import { describe, expect, it } from "vitest";
import { ApiError } from "./api-error.ts";
import { isApiError } from "./is-api-error.ts";
import {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PaymentRequiredError,
  PermissionError,
  RateLimitError,
  ServerError,
  UnprocessableError,
} from "./status-errors.ts";

function answered(status: number): ApiError {
  return new ApiError({ operation: "coupons.retrieve", status, headers: {}, body: {} });
}

describe("an error of one status", () => {
  const classes = {
    AuthenticationError,
    BadRequestError,
    ConflictError,
    NotFoundError,
    PaymentRequiredError,
    PermissionError,
    RateLimitError,
    ServerError,
    UnprocessableError,
  };

  it.each([
    [400, "BadRequestError"],
    [401, "AuthenticationError"],
    [402, "PaymentRequiredError"],
    [403, "PermissionError"],
    [404, "NotFoundError"],
    [410, "NotFoundError"],
    [409, "ConflictError"],
    [422, "UnprocessableError"],
    [429, "RateLimitError"],
    [500, "ServerError"],
    [599, "ServerError"],
    [418, undefined],
  ])("%i is a %s and none of the others", (status, name) => {
    const fitting = Object.entries(classes).filter(([, one]) => answered(status) instanceof one);
    expect(fitting.map(([found]) => found)).toEqual(name === undefined ? [] : [name]);
  });

  it("is made by another copy of the package, and known all the same", () => {
    const foreign = Object.assign(new Error("404"), { operation: "a", status: 404, body: {} });
    expect(foreign instanceof NotFoundError).toBe(true);
    expect(isApiError(foreign)).toBe(true);
  });

  it.each([[{ status: 404 }], [null], ["404"], [new Error("404")]])("is not %o", (other) => {
    expect((other as unknown) instanceof NotFoundError).toBe(false);
  });
});
