import type { OperationDescriptor } from "../contract.ts";
import type { Authorization, Credential } from "./credentials.ts";
import { authorize } from "./credentials.ts";
import type { HeaderRecord } from "./headers.ts";

/** What all requests of one operation by one client have in common, worked out once. */
export interface RequestPlan {
  readonly operation: OperationDescriptor<unknown, unknown>;
  /** Sent with every request; by name, in small letters. */
  readonly headers: Readonly<HeaderRecord>;
  /** Gives the credentials of one attempt. */
  readonly authorize: () => Promise<Authorization>;
}

/** Works out the plan of an operation. */
export function planRequest(
  operation: OperationDescriptor<unknown, unknown>,
  headers: Readonly<HeaderRecord>,
  credentials: ReadonlyMap<string, Credential>,
): RequestPlan {
  const success = operation.responses.find(
    ({ status, contentType }) => contentType && /^2|default/.test(status),
  );
  return {
    operation,
    headers: success?.contentType ? { accept: success.contentType, ...headers } : headers,
    authorize: planAuthorization(operation.security, credentials),
  };
}

/**
 * Takes the first alternative that the client has all credentials for. OpenAPI 3.1, section 4.8.30.
 *
 * Without one the request goes out as it is: a proxy or the browser's cookies may vouch for it, else the server says no.
 */
function planAuthorization(
  security: readonly (readonly string[])[],
  credentials: ReadonlyMap<string, Credential>,
): () => Promise<Authorization> {
  const ids = security.find((alternative) => alternative.every((id) => credentials.has(id)));
  const chosen = (ids ?? []).flatMap((id) => credentials.get(id) ?? []);
  if (chosen.some(({ value }) => typeof value === "function")) return () => authorize(chosen);
  let fixed: Promise<Authorization> | undefined;
  return () => (fixed ??= authorize(chosen));
}
