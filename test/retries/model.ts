/** What becomes of one attempt. */
export type Happening =
  | { readonly status: number; readonly headers: Readonly<Record<string, string>> }
  /** No answer; `isUnsent` if it is certain that no connection came about. */
  | { readonly isUnsent: boolean };

/** A call, as far as it decides what may be sent again. */
export interface Sending {
  readonly method: string;
  readonly hasKey: boolean;
  readonly isStream: boolean;
  readonly maxRetries: number;
}

const IDEMPOTENT = ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"];

/** How many attempts are made: what README says of retries, told once more and without the client. */
export function attemptsOf(sending: Sending, happenings: readonly Happening[]): number {
  const isSafe = sending.hasKey || IDEMPOTENT.includes(sending.method);
  let attempts = 0;
  for (const happening of happenings) {
    attempts += 1;
    // A stream is read once.
    if (sending.isStream || attempts > sending.maxRetries) break;
    const isAgain =
      "status" in happening
        ? isSafe && isWorthAnother(happening.status, happening.headers)
        : isSafe || happening.isUnsent;
    if (!isAgain) break;
  }
  return attempts;
}

function isWorthAnother(status: number, headers: Readonly<Record<string, string>>): boolean {
  if (status >= 200 && status < 300) return false;
  // More than a minute is not waited for.
  if (Number(headers["retry-after"]) > 60) return false;
  const verdict = headers["x-should-retry"];
  if (verdict !== undefined) return verdict === "true";
  return [408, 409, 429].includes(status) || status >= 500;
}
