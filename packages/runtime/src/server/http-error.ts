/** Parts of an {@link HttpError} besides its status. */
export interface HttpErrorOptions {
  /** Sent as JSON, as it is. Default: the error envelope of the API, filled with message, code and param. */
  readonly body?: unknown;
  /** For people. Default: the name of the status, such as `"Not Found"`. It is sent where there is no `body`. */
  readonly message?: string;
  /** The reason in one word, for programs. */
  readonly code?: string;
  /** The parameter at fault, with brackets for what is inside it: `items[0][price]`. */
  readonly param?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What led to it; never sent. */
  readonly cause?: unknown;
}

/**
 * Thrown by a handler or an authentication hook to answer with that status.
 *
 * @throws {RangeError} if `status` is not a whole number from 300 to 599.
 */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly status: number;
  readonly body?: unknown;
  readonly code?: string;
  readonly param?: string;
  readonly headers?: Readonly<Record<string, string>>;

  constructor(status: number, options: HttpErrorOptions = {}) {
    super(options.message ?? statusText(status), { cause: options.cause });
    if (!Number.isInteger(status) || status < 300 || status > 599) {
      throw new RangeError(
        `${status} is not the status of an error: give a whole number from 300 to 599.`,
      );
    }
    this.status = status;
    if (options.body !== undefined) this.body = options.body;
    if (options.code !== undefined) this.code = options.code;
    if (options.param !== undefined) this.param = options.param;
    if (options.headers !== undefined) this.headers = options.headers;
  }
}

const texts: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  412: "Precondition Failed",
  413: "Content Too Large",
  414: "URI Too Long",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  424: "Failed Dependency",
  429: "Too Many Requests",
  431: "Request Header Fields Too Large",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** The name of a status, or of its class where it is not a common one. RFC 9110, section 15. */
export function statusText(status: number): string {
  return (
    texts[status] ?? (status < 400 ? "Redirection" : status < 500 ? "Bad Request" : "Server Error")
  );
}
