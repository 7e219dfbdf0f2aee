import type { ApiError } from "./api-error.ts";

/** Tells whether `error` is an {@link ApiError}, whichever copy of this package made it. */
export function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && "operation" in error && "status" in error && "body" in error;
}
