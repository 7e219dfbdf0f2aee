import type { ApiError } from "../errors/api-error.ts";
import type { BodyDescriptor } from "./bodies.ts";
import type { PaginationDescriptor } from "./pages.ts";
import type { ParameterDescriptor, WriteRequest } from "./parameters.ts";
import type { ResponseDescriptor, ResponseHeadersDescriptor } from "./responses.ts";

/** Methods of a Path Item Object, and any other that an API may have. OpenAPI 3.2, section 4.9. */
export type HttpMethod =
  | "GET"
  | "PUT"
  | "POST"
  | "DELETE"
  | "OPTIONS"
  | "HEAD"
  | "PATCH"
  | "TRACE"
  | "QUERY"
  | (string & {});

/**
 * One method on one path, as data. OpenAPI 3.1, section 4.8.10 (Operation Object).
 *
 * @typeParam Input Path parameters by name and, where the operation has any, `params`: query, header, cookie and body
 *   values in one object.
 * @typeParam Output Body of the success answer; `void` where it has none.
 * @typeParam Failure The errors that the spec documents, bodies by status.
 * @typeParam Headers What the spec describes of the headers of the success answer, by name in small letters.
 */
export interface OperationDescriptor<
  Input,
  Output,
  Failure = ApiError,
  Headers extends object = object,
> {
  /** `"customers.balanceTransactions.create"`; unique in the API. */
  readonly id: string;
  readonly method: HttpMethod;
  /** `"/v1/customers/{customer}/balance_transactions"`. */
  readonly path: string;
  /** Path parameters first, in path order; then the rest in document order. */
  readonly parameters: readonly ParameterDescriptor[];
  /** What writes the parameters outside the path, and the body. Default: there are none. */
  readonly write?: readonly WriteRequest[];
  readonly body?: BodyDescriptor;
  /** Ascending by status, ranges after exact statuses, `default` last. */
  readonly responses: readonly ResponseDescriptor[];
  /** Alternatives, each the ids of the Security Schemes it needs together; empty means public. */
  readonly security: readonly (readonly string[])[];
  /** Headers that every call carries, by name in small letters; options of client and call win over them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Header that makes a repeated call safe: a key is minted once per logical call and kept over retries. */
  readonly idempotencyHeader?: string;
  readonly pagination?: PaginationDescriptor;
  /** Default: what the spec describes of them is text. */
  readonly responseHeaders?: ResponseHeadersDescriptor;
  /** Base URL of this operation, where it is not that of the API. */
  readonly server?: string;
  /** Carries the types; never set. */
  readonly types?: {
    readonly input: Input;
    readonly output: Output;
    readonly failure: Failure;
    readonly headers: Headers;
  };
}

/**
 * A descriptor whose answer may come in several media types.
 *
 * @typeParam Outputs Outputs by media type.
 * @typeParam Preferred The media type of a call that asks for none.
 */
export interface NegotiatedOperationDescriptor<
  Input,
  Outputs,
  Preferred extends keyof Outputs,
  Failure = ApiError,
  Headers extends object = object,
> extends OperationDescriptor<Input, Outputs[keyof Outputs], Failure, Headers> {
  /** Carries the types; never set. */
  readonly outputs?: { readonly byType: Outputs; readonly preferred: Preferred };
}

/** Chooses the media type of the answer, and with it the type of the output. */
export interface AcceptOption<Accept> {
  /** Default: the one that the spec prefers. */
  readonly accept?: Accept;
}

/** Any descriptor, whatever it takes and gives. */
export type AnyOperation = OperationDescriptor<unknown, unknown, unknown>;

/** A descriptor whose answer is one page of a list of `Item`. */
export interface PaginatedOperationDescriptor<
  Input,
  Output,
  Item,
  Failure = ApiError,
  Headers extends object = object,
> extends OperationDescriptor<Input, Output, Failure, Headers> {
  readonly pagination: PaginationDescriptor;
  /** Carries the type of one item; never set. */
  readonly item?: Item;
}
