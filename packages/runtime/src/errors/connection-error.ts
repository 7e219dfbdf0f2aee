/** No answer came, or it broke off: refused, no such host, cut off. `cause` is the error of the platform. */
export class ConnectionError extends Error {
  override readonly name: string = "ConnectionError";
}

/** No whole answer came within the time-out of one attempt. */
export class TimeoutError extends ConnectionError {
  override readonly name: string = "TimeoutError";
}
