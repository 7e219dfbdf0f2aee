import { own } from "../plain/pointer.ts";

/** The platform's word for what went wrong, such as `ECONNREFUSED`. */
export function codeOf(thrown: unknown): string | undefined {
  const code = own(thrown, "code") ?? own(own(thrown, "cause"), "code");
  return typeof code === "string" ? code : undefined;
}

/**
 * Whether no connection came about, so that not one byte was sent. Only what says so counts: a code such as `EHOSTUNREACH`
 * also ends connections that were there.
 */
export function isUnsent(thrown: unknown): boolean {
  const cause = own(thrown, "cause") ?? thrown;
  const addresses = own(cause, "errors");
  const failures = Array.isArray(addresses) && addresses.length > 0 ? addresses : [cause];
  return failures.every((one) =>
    [own(one, "syscall"), own(one, "code")].some((word) => UNSENT.test(String(word))),
  );
}

/** System calls of Node.js, a code of its `fetch`, and the word of Bun. */
const UNSENT = /^(?:connect|getaddrinfo|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;
