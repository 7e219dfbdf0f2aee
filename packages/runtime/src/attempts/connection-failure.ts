import { ConnectionError } from "../errors/connection-error.ts";
import { own } from "../plain/pointer.ts";
import { codeOf, isUnsent } from "./unsent.ts";

/**
 * Makes what a `fetch` threw into a {@link ConnectionError} with the platform's word for it, such as `ECONNREFUSED`.
 *
 * The `cause` says what was thrown, without the secrets: it is a copy, since platforms quote the URL and hang requests and
 * sockets on their errors. Calls with a secret in their query have none.
 */
export function connectionFailure(
  message: string,
  thrown: unknown,
  clean: (text: string) => string,
  hasSecretQuery: boolean,
): ConnectionError {
  const code = codeOf(thrown);
  const reason = code === undefined ? "" : ` (${clean(code)})`;
  const cause = hasSecretQuery ? undefined : retell(thrown, clean, 4);
  return new ConnectionError(message + reason, cause && { cause }, isUnsent(thrown));
}

/** @param depth How many causes below this one are told. */
function retell(
  thrown: unknown,
  clean: (text: string) => string,
  depth: number,
): Error | undefined {
  if (!(thrown instanceof Error) || depth < 0) return undefined;
  const cause = retell(own(thrown, "cause"), clean, depth - 1);
  const told = new Error(clean(thrown.message), cause && { cause });
  for (const key of ["name", "stack", "code"]) {
    const text: unknown = Reflect.get(thrown, key);
    if (typeof text === "string") Object.assign(told, { [key]: clean(text) });
  }
  return told;
}
