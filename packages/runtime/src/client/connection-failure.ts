import { ConnectionError } from "../errors/connection-error.ts";
import { redact } from "./redact.ts";
import { own } from "./pointer.ts";

/**
 * Makes what a `fetch` threw into a {@link ConnectionError} with the platform's word for it, such as `ECONNREFUSED`.
 *
 * The `cause` says what was thrown, without the secrets: it is a copy, since platforms quote the URL and hang requests and
 * sockets on their errors. Calls with a secret in their query have none.
 */
export function connectionFailure(
  message: string,
  thrown: unknown,
  secrets: readonly string[],
  hasSecretQuery: boolean,
): ConnectionError {
  const code = own(thrown, "code") ?? own(own(thrown, "cause"), "code");
  const reason = typeof code === "string" ? ` (${redact(code, secrets)})` : "";
  const cause = hasSecretQuery ? undefined : retell(thrown, secrets, 4);
  return new ConnectionError(message + reason, cause && { cause }, isUnsent(thrown));
}

/** @param depth How many causes below this one are told. */
function retell(thrown: unknown, secrets: readonly string[], depth: number): Error | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const cause = depth > 0 && retell(own(thrown, "cause"), secrets, depth - 1);
  const told = new Error(redact(thrown.message, secrets), cause ? { cause } : {});
  const code = own(thrown, "code");
  return Object.assign(told, {
    name: redact(thrown.name, secrets),
    stack: redact(String(thrown.stack), secrets),
    ...(typeof code === "string" && { code: redact(code, secrets) }),
  });
}

/**
 * Whether no connection came about, so that not one byte was sent. Only what says so counts: a code such as `EHOSTUNREACH`
 * also ends connections that were there.
 */
function isUnsent(thrown: unknown): boolean {
  const cause = own(thrown, "cause") ?? thrown;
  const addresses = own(cause, "errors");
  const failures = Array.isArray(addresses) && addresses.length > 0 ? addresses : [cause];
  return failures.every((one) =>
    [own(one, "syscall"), own(one, "code")].some((word) => UNSENT.has(word)),
  );
}

/** System calls of Node.js, a code of its `fetch`, and the word of Bun. */
const UNSENT: ReadonlySet<unknown> = new Set([
  "connect",
  "getaddrinfo",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused",
]);
