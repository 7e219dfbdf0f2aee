import type { Authorization, ClientSecurityScheme } from "../contract.ts";
import { own } from "../plain/pointer.ts";
import { checkHeader } from "../serialize/header.ts";
import { escapeText } from "../serialize/style.ts";
import { addCookie } from "./cookie.ts";

/** Writes a bearer token; what OAuth 2.0 and OpenID Connect give is one. RFC 6750, section 2.1. */
export function writeBearer(
  value: unknown,
  { option }: ClientSecurityScheme,
  { headers, secrets }: Authorization,
): void {
  const token = checkSecret(value, option);
  secrets.push(token);
  headers["authorization"] = checkHeader("authorization", `Bearer ${token}`);
}

/** Writes what follows the name of any other scheme of HTTP, such as `Digest`. RFC 9110, section 11.4. */
export function writeAuthorization(
  value: unknown,
  scheme: ClientSecurityScheme,
  { headers, secrets }: Authorization,
): void {
  if (!("scheme" in scheme && scheme.scheme === "other")) return;
  const credentials = checkSecret(value, scheme.option);
  secrets.push(credentials);
  headers["authorization"] = checkHeader("authorization", `${scheme.name} ${credentials}`);
}

/** Writes user name and password of HTTP Basic. RFC 7617, section 2. */
export function writeBasic(
  value: unknown,
  scheme: ClientSecurityScheme,
  { headers, secrets }: Authorization,
): void {
  const given = "password" in scheme ? { username: value, password: scheme.password } : value;
  const [name, password] = [own(given, "username"), own(given, "password")];
  // The first colon ends the user name, so it cannot have one.
  if (typeof name !== "string" || !name || name.includes(":") || typeof password !== "string") {
    throw wrongOption(scheme.option, given === value ? "{ username, password }" : A_STRING);
  }
  const text = `${name}:${password}`;
  const token = btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  secrets.push(given === value ? password : text, given === value ? token : name, token);
  headers["authorization"] = `Basic ${token}`;
}

/** Writes an API key into a header, the query or a cookie. */
export function writeApiKey(
  value: unknown,
  scheme: ClientSecurityScheme,
  authorization: Authorization,
): void {
  if (scheme.type !== "apiKey") return;
  const key = checkSecret(value, scheme.option);
  const pair = `${escapeText(scheme.name)}=${escapeText(key)}`;
  authorization.secrets.push(key, escapeText(key));
  if (scheme.in === "query") authorization.query += `&${pair}`;
  else if (scheme.in === "cookie") addCookie(authorization.headers, pair);
  else authorization.headers[scheme.name.toLowerCase()] = checkHeader(scheme.name, key);
}

const A_STRING = "a string, or a function that gives one";

function checkSecret(value: unknown, option: string): string {
  if (typeof value === "string" && value) return value;
  throw wrongOption(option, A_STRING);
}

function wrongOption(option: string, wanted: string): TypeError {
  return new TypeError(`The client option "${option}" must be ${wanted}.`);
}
