import type { Authorization, ClientSecurityScheme } from "../contract.ts";
import { own } from "../plain/pointer.ts";

/** A Security Scheme that the client has credentials for. */
export interface Credential {
  readonly scheme: ClientSecurityScheme;
  /** The value of the client option; a function gives the value of the moment. */
  readonly value: unknown;
}

/**
 * Reads the credential options of a client or a call, by the id of their Security Scheme.
 *
 * @param schemes With their ids.
 * @throws {TypeError} when an option is not of the type that its scheme needs.
 */
export function readCredentials(
  schemes: readonly (readonly [string, ClientSecurityScheme])[],
  options: object,
): ReadonlyMap<string, Credential> {
  const credentials = new Map<string, Credential>();
  for (const [id, scheme] of schemes) {
    const value = own(options, scheme.option);
    if (value === undefined) continue;
    if (typeof value !== "function") scheme.write(value, scheme, noAuthorization());
    credentials.set(id, { scheme, value });
  }
  return credentials;
}

/**
 * Asks for the secrets of one attempt and writes each where its scheme wants it.
 *
 * @throws {TypeError} when a function gave something that cannot be sent; the message keeps it to itself.
 */
export async function authorize(credentials: readonly Credential[]): Promise<Authorization> {
  const authorization = noAuthorization();
  for (const { scheme, value } of credentials) {
    const given: unknown = typeof value === "function" ? await value() : value;
    scheme.write(given, scheme, authorization);
  }
  return authorization;
}

function noAuthorization(): Authorization {
  return { headers: {}, query: "", secrets: [] };
}
