import type { ApiError } from "../errors/api-error.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import { isApiError } from "../errors/is-api-error.ts";

/** What came of a call, without a throw. */
export type Result<Output, Failure = CallError> =
  | { readonly ok: true; readonly value: Output; readonly error?: undefined }
  | { readonly ok: false; readonly error: Failure; readonly value?: undefined };

/** What can go wrong with a call once it is on its way. */
export type CallError = ApiError | ConnectionError | DecodingError;

/**
 * Waits for a call and gives its result as a value: `const { ok, value, error } = await safe(call)`.
 *
 * What is no failure of the call is thrown all the same: a mistake of the program, or the reason of whoever aborted.
 */
export async function safe<Output, Failure = ApiError>(
  call: PromiseLike<Output>,
): Promise<Result<Output, Failure | ConnectionError | DecodingError>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    if (isFailure<Failure>(error)) return { ok: false, error };
    throw error;
  }
}

// Which error an operation answers with is what the spec says of it: trusted like every answer.
function isFailure<Failure>(error: unknown): error is Failure | ConnectionError | DecodingError {
  return isApiError(error) || error instanceof ConnectionError || error instanceof DecodingError;
}
