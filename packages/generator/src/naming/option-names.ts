/** Options of clients and calls that every API has, and members by which these are told from something else. */
export const COMMON_OPTIONS: ReadonlySet<string> = new Set(
  (
    "accept backoff baseUrl contract deadline fetch headers idempotencyKey maxResponseBytes maxRetries onResponse query " +
    "send signal startFrom timeout validation"
  ).split(" "),
);
