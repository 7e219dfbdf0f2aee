/** No answer came, or it broke off: refused, no such host, cut off. `cause` tells what the platform said of it. */
export class ConnectionError extends Error {
  override readonly name: string = "ConnectionError";
  /** Whether it is certain that no byte of the request left: there was no connection. */
  readonly isUnsent: boolean;

  constructor(message: string, options?: ErrorOptions, isUnsent = false) {
    super(message, options);
    this.isUnsent = isUnsent;
  }
}

/** No whole answer came within the time-out of one attempt, or within the deadline of the call. */
export class TimeoutError extends ConnectionError {
  override readonly name: string = "TimeoutError";
}
