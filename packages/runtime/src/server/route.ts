import type { OperationDescriptor } from "../contract.ts";
import type { Validator } from "../validate/contract.ts";
import type { HandlerAnswer, HandlerContext, Route, Scopes, Shape } from "./contract.ts";

/** How the input of an operation is decoded, and what its input and output are held against. */
export interface RouteDetails<Input, Output> {
  /** Scopes that each alternative of the operation's `security` asks for, by Security Scheme. Default: none. */
  readonly scopes?: readonly Scopes[];
  /** Shapes of path parameters, by their key in the input; one left out is text. */
  readonly path?: Readonly<Record<string, Shape>>;
  /** Shape of those `params` that travel as text: query, header, cookie, and the body where it is a form. */
  readonly shape?: Shape;
  /** The same by media type of the body, where there are several and one has a shape of its own. */
  readonly shapes?: Readonly<Record<string, Shape>>;
  /** Checks of path parameters, by their key in the input; one left out may be any text. */
  readonly pathParams?: Readonly<Record<string, Validator<unknown>>>;
  readonly params?: Validator<Params<Input>>;
  readonly output?: Validator<Output>;
  /** The same by media type of the answer, where there are several. */
  readonly outputs?: Readonly<Record<string, Validator<Output>>>;
  /** Checks of the other documented answers where they are JSON, by their status. */
  readonly answers?: Readonly<Record<string, Validator<unknown>>>;
}

type Params<Input> = Input extends { readonly params?: infer Value }
  ? Exclude<Value, undefined>
  : never;

/**
 * A handler. Its input may have files where the input of a call has any bytes, and its answers are of its own operation:
 * parameters compare both ways here.
 */
type Implementation<Input, Output, Principal> = {
  hook(
    input: Input,
    context: HandlerContext<Principal>,
  ): Output | HandlerAnswer | Promise<Output | HandlerAnswer>;
}["hook"];

/** Binds an implementation to its operation; without one the operation answers 501. */
export function route<Input, Output, Principal = unknown>(
  operation: OperationDescriptor<Input, Output>,
  handle: Implementation<Input, Output, Principal> | undefined,
  details: RouteDetails<Input, Output> = {},
): Route<Principal> {
  return { operation, ...(handle && { handle }), ...details };
}
