import { own } from "../plain/pointer.ts";
import { isApiError } from "./is-api-error.ts";

/**
 * What every {@link ApiError} has. Not the class itself: `instanceof` with a class that says so adds to what is known of an
 * error, such as its body, where the class would take its place.
 */
export interface AnyApiError extends Pick<ApiError, keyof ApiError> {}

/** What an {@link ApiError} is made of. */
export interface ApiErrorParts<Body = unknown, Status extends number = number> {
  /** Id of the operation: `"customers.retrieve"`. */
  readonly operation: string;
  readonly status: Status;
  /** By name, in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON as a value, anything else as text. */
  readonly body: Body;
}

/**
 * The server answered with a status outside 2xx. RFC 9110, section 15.
 *
 * @typeParam Body What the spec documents; nothing has checked it.
 */
export class ApiError<Body = unknown, Status extends number = number> extends Error {
  /** Counts what another copy of this package made; a class that extends this one counts its own. */
  static override [Symbol.hasInstance](error: unknown): error is ApiError {
    return this === ApiError ? isApiError(error) : super[Symbol.hasInstance](error);
  }

  override readonly name: string = "ApiError";
  /** Id of the operation that was called. */
  declare readonly operation: string;
  /** Status of the answer; 0 where a browser hides the answer because it is a redirect. */
  declare readonly status: Status;
  /** Headers of the answer by name, in small letters; without `set-cookie`, whose values are secrets. */
  declare readonly headers: Readonly<Record<string, string>>;
  /** Body of the answer: a value if it was JSON, else text of at most 1 MiB. Nothing has checked it. */
  declare readonly body: Body;
  /** The server's name for this request, from `request-id` or `x-request-id`: give it when you ask for help. */
  declare readonly requestId: string | undefined;

  constructor({ operation, status, headers, body }: ApiErrorParts<Body, Status>) {
    const requestId = headers["request-id"] ?? headers["x-request-id"];
    const reason = serverMessage(body) ?? (status < 400 ? "redirects are not followed" : "");
    super(
      `${operation} was answered with ${status}` +
        (reason && `: ${shorten(reason)}`) +
        (requestId ? ` (request ${shorten(requestId)})` : ""),
    );
    Object.assign(this, { operation, status, headers, body, requestId });
  }
}

/** What the server says in one of the common envelopes. RFC 9457, section 3.1, for `detail` and `title`. */
function serverMessage(body: unknown): string | undefined {
  const error = own(body, "error");
  const texts = [own(error, "message"), own(body, "message"), own(body, "detail")];
  return [...texts, own(body, "title"), error].find(
    (text): text is string => typeof text === "string" && text !== "",
  );
}

/** One short line, so that a server cannot write lines of its own into a log. */
function shorten(text: string): string {
  return (
    text.slice(0, 300).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ") + (text.length > 300 ? "…" : "")
  );
}
