import type { AnyOperation, Authorization, ParameterDescriptor } from "../contract.ts";
import type { Credential } from "./credentials.ts";
import { checkHeader } from "../serialize/header.ts";
import { authorize } from "./credentials.ts";
import type { HeaderRecord } from "./headers.ts";

/** What all requests of one operation by one client have in common, worked out once. */
export interface RequestPlan {
  readonly operation: AnyOperation;
  /** Literal text at the even places, path parameters at the odd ones. */
  readonly path: readonly (string | ParameterDescriptor)[];
  /** Sent with every request. */
  readonly headers: Readonly<HeaderRecord>;
  /** Header of the idempotency key, in small letters. */
  readonly keyHeader: string | undefined;
  /** Of a method that we do not know nobody can tell: RFC 9110, section 9.2.2. */
  readonly isIdempotent: boolean;
  /** Gives the credentials of one attempt. */
  readonly authorize: () => Authorization | Promise<Authorization>;
}

/** RFC 9110, section 9.2.2, and what is registered as safe or idempotent: `QUERY` asks, it does not change. */
export const IDEMPOTENT: ReadonlySet<string> = new Set([
  "GET",
  "HEAD",
  "OPTIONS",
  "TRACE",
  "PUT",
  "DELETE",
  "QUERY",
]);

/**
 * Works out the plan of an operation.
 *
 * @param own Credentials of the call itself. Without one of them, no others are sent: they might be somebody else's.
 */
export function planRequest(
  operation: AnyOperation,
  headers: Readonly<HeaderRecord>,
  credentials: ReadonlyMap<string, Credential>,
  own?: ReadonlyMap<string, Credential>,
): RequestPlan {
  const success = operation.responses.find(
    ({ status, contentType }) => contentType && /^2|default/.test(status),
  );
  const { method, parameters } = operation;
  return {
    operation,
    // OpenAPI 3.1, section 4.8.8.1 (Path Templating).
    path: operation.path
      .split(/[{}]/)
      .map((part, index) =>
        index % 2
          ? (parameters.find((one) => one.in === "path" && one.name === part) ?? part)
          : part,
      ),
    headers: {
      ...(success?.contentType && { accept: success.contentType }),
      ...ownHeaders(operation),
      ...headers,
    },
    keyHeader: method === "GET" ? undefined : operation.idempotencyHeader?.toLowerCase(),
    isIdempotent: IDEMPOTENT.has(method),
    authorize: planAuthorization(operation.security, credentials, own),
  };
}

function ownHeaders({ headers = {} }: AnyOperation): HeaderRecord {
  const written = Object.entries(headers).map(
    ([name, value]) => [name.toLowerCase(), checkHeader(name, value)] as const,
  );
  return Object.fromEntries(written);
}

/** The key of a parameter's value in the input. */
export function keyOf(parameter: ParameterDescriptor): string {
  return parameter.key ?? parameter.name;
}

/**
 * Takes the first alternative that the client has all credentials for. OpenAPI 3.1, section 4.8.30.
 *
 * Without one the request goes out as it is: a proxy or the browser's cookies may vouch for it, else the server says no.
 */
function planAuthorization(
  security: readonly (readonly string[])[],
  credentials: ReadonlyMap<string, Credential>,
  own?: ReadonlyMap<string, Credential>,
): RequestPlan["authorize"] {
  const ids = security.find(
    (alternative) =>
      alternative.every((id) => credentials.has(id)) &&
      (!own || alternative.some((id) => own.has(id))),
  );
  const chosen = (ids ?? []).flatMap((id) => credentials.get(id) ?? []);
  if (chosen.some(({ value }) => typeof value === "function")) return () => authorize(chosen);
  let fixed: Authorization | undefined;
  return () => fixed ?? authorize(chosen).then((given) => (fixed = given));
}
