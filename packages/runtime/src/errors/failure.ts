import type { OperationDescriptor } from "../contract.ts";
import type { ApiError } from "./api-error.ts";
import { isApiError } from "./is-api-error.ts";

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type InRange<First extends 3 | 4 | 5> =
  `${First}${Digit}${Digit}` extends `${infer Status extends number}` ? Status : never;

/** Statuses outside 2xx, and what a browser says of a redirect. */
type FailureStatus = 0 | InRange<3> | InRange<4> | InRange<5>;

/** The statuses that `"402"` or `"4XX"` means. OpenAPI 3.1, section 4.8.16 (Responses Object). */
type StatusesOf<Name> = Name extends "3XX"
  ? InRange<3>
  : Name extends "4XX"
    ? InRange<4>
    : Name extends "5XX"
      ? InRange<5>
      : Name extends `${infer Status extends number}`
        ? Status
        : never;

type ExactName<Name> = Name extends "default" | `${string}XX` ? never : Name;
type RangeName<Name> = Name extends `${string}XX` ? Name : never;

/** What a name leaves to others: exact statuses go before ranges, ranges before `default`. */
type Meant<Name, Names> = Name extends "default"
  ? Exclude<FailureStatus, StatusesOf<Exclude<Names, "default">>>
  : Name extends RangeName<Names>
    ? Exclude<StatusesOf<Name>, StatusesOf<ExactName<Names>>>
    : StatusesOf<Name>;

/**
 * The errors of an operation: an {@link ApiError} for each answer that the spec documents, so that its `status` tells the
 * type of its `body`. Statuses that nothing documents have a body of an unknown type.
 *
 * @typeParam Bodies Bodies by status: `{ "402": CardDeclined; "4XX": Problem; default: ErrorEnvelope }`.
 */
export type ApiFailure<Bodies> = keyof Bodies extends "default"
  ? ApiError<Bodies[keyof Bodies]>
  : | { [Name in keyof Bodies]: ApiError<Bodies[Name], Meant<Name, keyof Bodies>> }[keyof Bodies]
    | ("default" extends keyof Bodies ? never : ApiError<unknown, Meant<"default", keyof Bodies>>);

/** The errors that the spec documents of an operation: `FailureOf<typeof createCharge>`. */
export type FailureOf<Operation> = Operation extends {
  readonly types?: { readonly failure: infer Failure } | undefined;
}
  ? Failure
  : ApiError;

/**
 * Tells whether an error is the answer to a call of `operation`, so that its status tells the type of its body:
 * `if (isFailureOf(createCharge, error) && error.status === 402) error.body…`
 */
export function isFailureOf<Failure>(
  operation: OperationDescriptor<unknown, unknown, Failure>,
  error: unknown,
): error is Failure {
  return isApiError(error) && error.operation === operation.id;
}
