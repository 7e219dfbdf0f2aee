import type { AnyOperation, ApiDescriptor, Authorization, Fetch } from "../contract.ts";
import type { Credential } from "./credentials.ts";
import { authorize } from "./credentials.ts";
import { cutPath } from "./build-path.ts";
import type { HeaderOptions, HeaderRecord } from "./headers.ts";
import { addHeaders } from "./headers.ts";
import { own as ownMember } from "../plain/pointer.ts";

/** What all requests of one operation by one client have in common, worked out once. */
export interface RequestPlan {
  readonly operation: AnyOperation;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly client: ClientSettings;
  readonly pathParts: readonly string[];
  /** Sent with every request. */
  readonly headers: Readonly<HeaderRecord>;
  /** Gives the credentials of one attempt. */
  readonly authorize: () => Promise<Authorization>;
}

/** What a client was client. */
export interface ClientSettings {
  readonly baseUrl: string | undefined;
  readonly fetch: Fetch;
  /** How much of a body is held in memory, in bytes, where the call does not say. */
  readonly maxResponseBytes: number;
  readonly headers: Readonly<HeaderRecord>;
  readonly headerOptions: HeaderOptions;
  readonly credentials: ReadonlyMap<string, Credential>;
}

/**
 * Works out the plan of an operation.
 *
 * @param own Credentials of the call itself. Without one of them, no others are sent: they might be somebody else's.
 */
export function planRequest(
  operation: AnyOperation,
  api: ApiDescriptor,
  client: ClientSettings,
  own?: ClientSettings["credentials"],
): RequestPlan {
  const { responses, security } = operation;
  const headers: HeaderRecord = {};
  const success = responses.find(
    ({ status, contentType }) => contentType && /^2|default/.test(status),
  );
  if (success?.contentType) headers["accept"] = success.contentType;
  addHeaders(headers, operation.headers);
  return {
    operation,
    client,
    baseUrl: (client.baseUrl ?? operation.server ?? api.server).replace(/\/+$/, ""),
    pathParts: cutPath(operation.path),
    headers: Object.assign(headers, client.headers),
    authorize: planAuthorization(security, api, client.credentials, own),
  };
}

/**
 * Takes the first alternative that the client has all credentials for. What is no scheme of clients, such as a certificate, is not
 * asked of them. OpenAPI 3.1, section 4.8.30.
 *
 * Without one the request goes out as it is: a proxy or the browser's cookies may vouch for it, else the server says no.
 */
function planAuthorization(
  security: readonly (readonly string[])[],
  api: ApiDescriptor,
  credentials: ClientSettings["credentials"],
  own = credentials,
): RequestPlan["authorize"] {
  const ids = security.find(
    (alternative) =>
      alternative.every((id) => credentials.has(id) || !ownMember(api.security, id)) &&
      alternative.some((id) => own.has(id)),
  );
  const chosen = (ids ?? []).flatMap((id) => credentials.get(id) ?? []);
  const isFixed = chosen.every(({ value }) => typeof value !== "function");
  let last: Promise<Authorization> | undefined;
  return () => (last = (isFixed && last) || authorize(chosen));
}
