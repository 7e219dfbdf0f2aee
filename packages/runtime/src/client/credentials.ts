import type {
  ApiDescriptor,
  ClientOptions,
  Secret,
  SecuritySchemeDescriptor,
} from "../contract.ts";
import { checkHeader } from "../serialize/header.ts";
import { escapeText } from "../serialize/style.ts";
import { own } from "./pointer.ts";

/** A Security Scheme that the client has credentials for. */
export interface Credential {
  readonly scheme: SecuritySchemeDescriptor & { readonly option: string };
  /** For HTTP Basic with a password of the caller's own: `username:password`. */
  readonly secret: Secret;
}

/** The credentials of one attempt, ready to be sent. */
export interface Authorization {
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
    const secret = takesPair(scheme) ? joinPair(value) : value;
    if (!isSecret(secret)) {
      const wanted = takesPair(scheme)
        ? "an object with a username (without a colon) and a password"
        : "a string that is not empty, or a function that gives one";
      throw new TypeError(`The client option "${scheme.option}" must be ${wanted}.`);
    }
    credentials.set(id, { scheme, secret });
  }
  return credentials;
}

function takesPair(scheme: SecuritySchemeDescriptor): boolean {
  return scheme.type === "http" && scheme.scheme === "basic" && scheme.password === undefined;
}

/** RFC 7617, section 2: the first colon ends the user name. */
function joinPair(value: unknown): string | undefined {
  const username = own(value, "username");
  const password = own(value, "password");
  return typeof username === "string" && typeof password === "string" && !username.includes(":")
    ? `${username}:${password}`
    : undefined;
}

function isSecret(value: unknown): value is Secret {
  return typeof value === "function" || (typeof value === "string" && value !== "");
}

/**
 * Asks for the secrets of one attempt and writes each where its scheme wants it.
 *
 * @throws {TypeError} when a function gave no text or one that cannot be sent; the message keeps the text to itself.
 */
export async function authorize(credentials: readonly Credential[]): Promise<Authorization> {
  const authorization: Authorization = { headers: {}, query: "", secrets: [] };
  for (const { scheme, secret } of credentials) {
    const text: unknown = typeof secret === "function" ? await secret() : secret;
    if (typeof text !== "string" || !text) {
      throw new TypeError(`The function in the client option "${scheme.option}" gave no string.`);
    }
    authorization.secrets.push(text);
    apply(scheme, text, authorization);
  }
  return authorization;
}

function apply(scheme: Credential["scheme"], secret: string, to: Authorization): void {
  if (scheme.type !== "apiKey") {
    const isBasic = scheme.type === "http" && scheme.scheme === "basic";
    const token = isBasic ? basicToken(scheme.password, secret, to) : secret;
    setHeader(to, "authorization", `${isBasic ? "Basic" : "Bearer"} ${token}`);
    return;
  }
  const pair = `${escapeText(scheme.name)}=${escapeText(secret)}`;
  if (scheme.in === "header") setHeader(to, scheme.name, secret);
  else {
    to.secrets.push(escapeText(secret));
    if (scheme.in === "query") to.query += `&${pair}`;
    else to.headers["cookie"] = joinCookies(to.headers["cookie"], pair);
  }
}

function setHeader(to: Authorization, name: string, value: string): void {
  to.headers[name.toLowerCase()] = checkHeader(name, value);
}

/** Both with pairs `name=value`, as in a `cookie` header. RFC 6265, section 4.2.1. */
export function joinCookies(first: string | undefined, second: string | undefined): string {
  return first && second ? `${first}; ${second}` : (first ?? second ?? "");
}

/** RFC 7617, section 2, with UTF-8 for the text. */
function basicToken(password: string | undefined, secret: string, to: Authorization): string {
  if (password === undefined) to.secrets.push(secret.slice(secret.indexOf(":") + 1));
  const pair = password === undefined ? secret : `${secret}:${password}`;
  const token = btoa(String.fromCharCode(...new TextEncoder().encode(pair)));
  to.secrets.push(token);
  return token;
}

/** Takes every secret out of a text that came from outside. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  // What is shorter is no secret, and would tear holes into innocent words.
  for (const secret of secrets) if (secret.length > 3) clean = clean.replaceAll(secret, "[secret]");
  return clean;
}
