import { readPointer } from "../client/pointer.ts";
import { ApiError } from "./api-error.ts";

/** A class of {@link ApiError}s that their bodies tell apart: made by `errorClass()`. */
export interface ErrorClass<Body> {
  readonly prototype: ApiError<Body>;
  new (...parts: ConstructorParameters<typeof ApiError<Body>>): ApiError<Body>;
  [Symbol.hasInstance](error: unknown): error is ApiError<Body>;
}

/**
 * Makes the class of the errors whose body has a certain word in a certain place: `error instanceof CardError`.
 *
 * @typeParam Body Their body, as the spec documents it.
 * @param pointer RFC 6901 pointer, in the body, to the word.
 */
export function errorClass<Body>(pointer: string, word: string): ErrorClass<Body> {
  return class extends ApiError<Body> {
    static override [Symbol.hasInstance](error: unknown): error is ApiError<Body> {
      return ApiError.is(error) && readPointer(error.body, pointer) === word;
    }
  };
}
