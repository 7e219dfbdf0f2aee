import { ConnectionError } from "../errors/connection-error.ts";
import { own } from "./pointer.ts";

/**
 * Makes what a `fetch` threw into a {@link ConnectionError} with the platform's word for it, such as `ECONNREFUSED`.
 *
 * What was thrown becomes the `cause`, but for calls with a secret in their query: some platforms quote the whole URL.
 */
export function connectionFailure(
  message: string,
  thrown: unknown,
  hasSecretQuery: boolean,
): ConnectionError {
  const code = own(thrown, "code") ?? own(own(thrown, "cause"), "code");
  const reason = typeof code === "string" ? ` (${code})` : "";
  return new ConnectionError(message + reason, hasSecretQuery ? {} : { cause: thrown });
}
