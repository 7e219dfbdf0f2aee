import { readPointer } from "../plain/pointer.ts";
import { type AnyApiError, ApiError, type ApiErrorParts } from "./api-error.ts";
import { isApiError } from "./is-api-error.ts";

/** A body that has the word in its place: `{ error: { type: "card_error" } }`. */
type HoldingAt<
  Pointer extends string,
  Word extends string,
> = Pointer extends `/${infer Name}/${infer Rest}`
  ? { readonly [Key in Name]: HoldingAt<`/${Rest}`, Word> }
  : Pointer extends `/${infer Name}`
    ? { readonly [Key in Name]: Word }
    : unknown;

/**
 * A class of {@link ApiError}s that a word in their bodies tells apart: made by `errorClass()`.
 *
 * @typeParam Body Their body, as the spec documents it.
 * @typeParam Pointer RFC 6901 pointer, in the body, to the word.
 */
export interface ErrorClass<Body, Pointer extends string, Word extends string> {
  readonly prototype: ApiError<Body & HoldingAt<Pointer, Word>>;
  new (
    parts: ApiErrorParts<Body & HoldingAt<Pointer, Word>>,
  ): ApiError<Body & HoldingAt<Pointer, Word>>;
  /** Adds to what is known of the body. */
  [Symbol.hasInstance](
    error: unknown,
  ): error is AnyApiError & { readonly body: Body & HoldingAt<Pointer, Word> };
}

/** Makes the class of the errors whose body has a certain word in a certain place: `error instanceof CardError`. */
export function errorClass<Body, Pointer extends string, Word extends string>(
  pointer: Pointer,
  word: Word,
): ErrorClass<Body, Pointer, Word> {
  type Held = Body & HoldingAt<Pointer, Word>;
  return class extends ApiError<Held> {
    static override [Symbol.hasInstance](
      error: unknown,
    ): error is AnyApiError & { readonly body: Held } {
      return isApiError(error) && readPointer(error.body, pointer) === word;
    }
  };
}
