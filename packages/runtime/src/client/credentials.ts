import type { ApiDescriptor, ClientOptions, SecuritySchemeDescriptor } from "../contract.ts";
import { checkHeader } from "../serialize/header.ts";
import { escapeText } from "../serialize/style.ts";
import { own } from "./pointer.ts";

type BasicScheme = Extract<SecuritySchemeDescriptor, { readonly scheme: "basic" }>;

/** A Security Scheme that the client has credentials for. */
export interface Credential {
  readonly scheme: SecuritySchemeDescriptor & { readonly option: string };
  /** The value of the client option; a function gives the value of the moment. */
  readonly value: unknown;
}

/** The credentials of one attempt, ready to be sent. */
export interface Authorization {
  /** By name, in small letters. */
  readonly headers: Record<string, string>;
  /** Query pairs, each with `&` in front. */
  query: string;
  /** What must not show up in an error. */
  readonly secrets: string[];
}

/**
 * Reads the credential options of a client, by the id of their Security Scheme.
 *
 * @throws {TypeError} when an option is not of the type that its scheme needs.
 */
export function readCredentials(
  api: ApiDescriptor,
  options: ClientOptions,
): ReadonlyMap<string, Credential> {
  const credentials = new Map<string, Credential>();
  for (const [id, scheme] of Object.entries(api.security)) {
    const value = own(options, scheme.option);
    if (value === undefined) continue;
    if (typeof value !== "function") readSecret(scheme, value);
    credentials.set(id, { scheme, value });
  }
  return credentials;
}

function isBasic(scheme: SecuritySchemeDescriptor): scheme is BasicScheme {
  return scheme.type === "http" && scheme.scheme === "basic";
}

/** What is sent, and the part of it that is secret. For HTTP Basic `username:password`: RFC 7617, section 2. */
function readSecret(scheme: Credential["scheme"], value: unknown): readonly [string, string] {
  let name = value;
  let password: unknown = isBasic(scheme) ? scheme.password : "";
  const isPair = password === undefined;
  if (isPair) [name, password] = [own(value, "username"), own(value, "password")];
  // The first colon ends the user name, so it cannot have one.
  if (typeof name === "string" && name && typeof password === "string") {
    if (!isBasic(scheme)) return [name, name];
    if (!name.includes(":")) return [`${name}:${password}`, isPair ? password : name];
  }
  const wanted = isPair ? "{ username, password }" : "a string, or a function that gives one";
  throw new TypeError(`The client option "${scheme.option}" must be ${wanted}.`);
}

/**
 * Asks for the secrets of one attempt and writes each where its scheme wants it.
 *
 * @throws {TypeError} when a function gave something that cannot be sent; the message keeps it to itself.
 */
export async function authorize(credentials: readonly Credential[]): Promise<Authorization> {
  const authorization: Authorization = { headers: {}, query: "", secrets: [] };
  for (const { scheme, value } of credentials) {
    const given: unknown = typeof value === "function" ? await value() : value;
    const [text, secret] = readSecret(scheme, given);
    authorization.secrets.push(secret, escapeText(secret));
    writeSecret(scheme, text, authorization);
  }
  return authorization;
}

function writeSecret(scheme: Credential["scheme"], text: string, to: Authorization): void {
  const { headers } = to;
  if (scheme.type === "apiKey") {
    const pair = `${escapeText(scheme.name)}=${escapeText(text)}`;
    if (scheme.in === "query") to.query += `&${pair}`;
    else if (scheme.in === "cookie") addCookie(headers, pair);
    else headers[scheme.name.toLowerCase()] = checkHeader(scheme.name, text);
    return;
  }
  const token = isBasic(scheme)
    ? btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    : text;
  to.secrets.push(token);
  const value = `${isBasic(scheme) ? "Basic" : "Bearer"} ${token}`;
  headers["authorization"] = checkHeader("authorization", value);
}

/** Adds pairs `name=value` to the one `cookie` header that may be. RFC 6265, section 5.4. */
export function addCookie(headers: Record<string, string>, pairs: string): void {
  headers["cookie"] = headers["cookie"] ? `${headers["cookie"]}; ${pairs}` : pairs;
}

/** Takes every secret out of a text that came from outside. */
export function redact(text: string, secrets: readonly string[]): string {
  // What is shorter is no secret, and would tear holes into innocent words.
  return (
    secrets
      .filter((secret) => secret.length > 3)
      // One may be a part of another.
      .sort((a, b) => b.length - a.length)
      .reduce((clean, secret) => clean.replaceAll(secret, "[secret]"), text)
  );
}
