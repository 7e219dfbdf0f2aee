import type { OperationDescriptor, SecuritySchemeDescriptor } from "../contract.ts";
import type { OperationValidators } from "../validate/contract.ts";

/**
 * What a value looks like, as far as a decoder must know it: text on the wire has no types, the shape gives them back.
 *
 * Named shapes refer to each other through functions, so that they may be recursive and in any order.
 */
export type Shape =
  | "string"
  | "number"
  | "integer"
  | "boolean"
  | "null"
  | "unknown"
  | { readonly array: Shape }
  | { readonly object: Readonly<Record<string, Shape>>; readonly rest?: Shape }
  | { readonly anyOf: readonly Shape[] }
  | (() => Shape);

/** What the caller proved to be, by Security Scheme. */
export type Credentials =
  | { readonly type: "basic"; readonly username: string; readonly password: string }
  | { readonly type: "bearer"; readonly token: string }
  | { readonly type: "apiKey"; readonly key: string };

/** What a handler knows besides its input. */
export interface HandlerContext<Principal = unknown> {
  readonly request: Request;
  /** What the authentication hook gave; `undefined` for a public operation. */
  readonly principal: Principal | undefined;
  /** Set headers here to have them on the answer. */
  readonly responseHeaders: Headers;
}

/** An implementation of one operation. Throw an `HttpError` to answer with another status. */
export type Handler<Input, Output, Principal = unknown> = (
  input: Input,
  context: HandlerContext<Principal>,
) => Output | Promise<Output>;

/** One operation, its implementation and what is needed to decode and check it. Made by `route()`. */
export interface Route<Principal = unknown> {
  readonly operation: OperationDescriptor<never, unknown>;
  readonly handle: Handler<never, unknown, Principal> | undefined;
  readonly shape: Shape | undefined;
  readonly validators: OperationValidators<never, never>;
}

/** Where the documented error body keeps its parts: RFC 6901 pointers into the body that is made. */
export interface ErrorEnvelope {
  readonly message: string;
  readonly type?: string;
  readonly code?: string;
  readonly param?: string;
  /** Error type by status, `"404"`, or by range, `"4XX"`. */
  readonly types?: Readonly<Record<string, string>>;
}

/** How answers are held against the spec: not at all, with a call to `onInvalidResponse`, or by answering 500. */
export type ResponseValidation = "off" | "warn" | "strict";

export type SecuritySchemes = Readonly<Record<string, SecuritySchemeDescriptor>>;
