import { ConnectionError } from "../errors/connection-error.ts";
import { own } from "./pointer.ts";

/** How many values of a foreign error are looked through before it is kept away unseen. */
const searchLimit = 1_000;

/**
 * Makes what a `fetch` threw into a {@link ConnectionError}.
 *
 * The thrown error becomes its `cause`, unless that carries one of the request's secrets: some platforms quote the whole
 * URL, and a `fetch` of the caller's own may quote anything.
 */
export function connectionFailure(
  message: string,
  cause: unknown,
  secrets: readonly string[],
): ConnectionError {
  const code = own(cause, "code") ?? own(own(cause, "cause"), "code");
  const reason =
    typeof code === "string" && /^\w{1,40}$/.test(code) ? `${message} (${code})` : message;
  return new ConnectionError(reason, mentions(cause, secrets) ? {} : { cause });
}

/** Whether one of the texts can be found in a value, its parts, their parts and so on. */
function mentions(value: unknown, texts: readonly string[]): boolean {
  if (texts.length === 0) return false;
  const found = new Set<unknown>([value]);
  // A set also visits what is added while it is walked.
  for (const part of found) {
    if (typeof part === "string" && texts.some((text) => part.includes(text))) return true;
    if (typeof part !== "object" || part === null) continue;
    for (const key of Reflect.ownKeys(part)) found.add(Reflect.get(part, key));
    if (found.size > searchLimit) return true;
  }
  return false;
}
