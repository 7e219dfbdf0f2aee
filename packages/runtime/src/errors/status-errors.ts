import { ApiError, type AnyApiError } from "./api-error.ts";
import { isApiError } from "./is-api-error.ts";

type With<Status extends number> = AnyApiError & { readonly status: Status };

/**
 * An error for each status that callers tell apart. All are {@link ApiError}s: `instanceof` asks for the status, so that
 * who imports none of them carries none of them.
 */

function has(error: unknown, ...statuses: readonly number[]): boolean {
  return isApiError(error) && statuses.includes(error.status);
}

/** 400: the server cannot make sense of the request. RFC 9110, section 15.5.1. */
export class BadRequestError extends ApiError<unknown, 400> {
  static override [Symbol.hasInstance](error: unknown): error is With<400> {
    return has(error, 400);
  }
}

/** 401: the credentials are missing or wrong. RFC 9110, section 15.5.2. */
export class AuthenticationError extends ApiError<unknown, 401> {
  static override [Symbol.hasInstance](error: unknown): error is With<401> {
    return has(error, 401);
  }
}

/** 402: a payment was refused, or is due. RFC 9110, section 15.5.3. */
export class PaymentRequiredError extends ApiError<unknown, 402> {
  static override [Symbol.hasInstance](error: unknown): error is With<402> {
    return has(error, 402);
  }
}

/** 403: the credentials do not reach so far. RFC 9110, section 15.5.4. */
export class PermissionError extends ApiError<unknown, 403> {
  static override [Symbol.hasInstance](error: unknown): error is With<403> {
    return has(error, 403);
  }
}

/** 404 or 410: there is no such thing, or no more. RFC 9110, sections 15.5.5 and 15.5.11. */
export class NotFoundError extends ApiError<unknown, 404 | 410> {
  static override [Symbol.hasInstance](error: unknown): error is With<404 | 410> {
    return has(error, 404, 410);
  }
}

/** 409: the request does not go with the state of things. RFC 9110, section 15.5.10. */
export class ConflictError extends ApiError<unknown, 409> {
  static override [Symbol.hasInstance](error: unknown): error is With<409> {
    return has(error, 409);
  }
}

/** 422: the request is well formed, and what it says is not. RFC 9110, section 15.5.21. */
export class UnprocessableError extends ApiError<unknown, 422> {
  static override [Symbol.hasInstance](error: unknown): error is With<422> {
    return has(error, 422);
  }
}

/** 429: too many requests. RFC 6585, section 4. */
export class RateLimitError extends ApiError<unknown, 429> {
  static override [Symbol.hasInstance](error: unknown): error is With<429> {
    return has(error, 429);
  }
}

/** 5xx: the server failed. RFC 9110, section 15.6. */
export class ServerError extends ApiError {
  static override [Symbol.hasInstance](error: unknown): error is AnyApiError {
    return isApiError(error) && error.status >= 500;
  }
}
