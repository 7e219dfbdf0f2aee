import type { SecuritySchemeDescriptor } from "../contract.ts";
import type {
  AuthorizationCredentials,
  BasicCredentials,
  BearerCredentials,
  Credentials,
} from "./contract.ts";
import { cookieValue } from "./decode/parameters.ts";
import { decodePercent } from "./decode/percent.ts";
import { parsePairs } from "./decode/pairs.ts";
import type { Incoming } from "./incoming.ts";
import { defaultLimits } from "./limits.ts";

/**
 * What a request shows for one Security Scheme; `undefined` where it shows nothing, or nothing that can be read.
 * OpenAPI 3.1, section 4.8.27 (Security Scheme Object).
 *
 * @throws {ProblemError} 400 for a query or cookie with broken escapes.
 */
export function readCredentials(
  incoming: Incoming,
  scheme: SecuritySchemeDescriptor,
): Credentials | undefined {
  if (scheme.type === "apiKey") return readApiKey(incoming, scheme.in, scheme.name);
  if (scheme.type === "mutualTLS") {
    return { type: "mutualTLS", certificate: incoming.certificate?.() };
  }
  const header = incoming.header("authorization") ?? "";
  if (scheme.type !== "http" || scheme.scheme === "bearer") return readBearer(header);
  return scheme.scheme === "basic" ? readBasic(header) : readAuthorization(header, scheme.name);
}

/** RFC 7617, section 2: user name and password are UTF-8, the first colon parts them. */
function readBasic(header: string): BasicCredentials | undefined {
  const [, encoded] = /^basic +([\w+/-]+=*)$/i.exec(header) ?? [];
  const text = encoded === undefined ? undefined : decodeBase64(encoded);
  const colon = text?.indexOf(":") ?? -1;
  if (text === undefined || colon < 0) return undefined;
  return { type: "basic", username: text.slice(0, colon), password: text.slice(colon + 1) };
}

function decodeBase64(encoded: string): string | undefined {
  try {
    const text = atob(encoded);
    // Most are ASCII, and then their bytes are their text.
    if (/^[\x00-\x7f]*$/.test(text)) return text;
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The names of schemes do not depend on case. RFC 9110, section 11.4. */
function readAuthorization(header: string, name: string): AuthorizationCredentials | undefined {
  const [, scheme = "", value] = /^([^ ]+) +(.+)$/.exec(header) ?? [];
  if (value === undefined || scheme.toLowerCase() !== name.toLowerCase()) return undefined;
  return { type: "http", value };
}

/** RFC 6750, section 2.1. */
function readBearer(header: string): BearerCredentials | undefined {
  const [, token] = /^bearer +(\S+)$/i.exec(header) ?? [];
  return token === undefined ? undefined : { type: "bearer", token };
}

function readApiKey(
  incoming: Incoming,
  location: "header" | "query" | "cookie",
  name: string,
): Credentials | undefined {
  const key = apiKey(incoming, location, name);
  return key === undefined || key === "" ? undefined : { type: "apiKey", key };
}

function apiKey(
  incoming: Incoming,
  location: "header" | "query" | "cookie",
  name: string,
): string | undefined {
  switch (location) {
    case "header":
      return incoming.header(name) ?? undefined;
    case "cookie": {
      const raw = cookieValue(incoming.header("cookie"), name);
      return raw === undefined ? undefined : decodePercent(raw);
    }
    case "query": {
      const found = parsePairs(incoming.query, defaultLimits).find(({ key }) => key === name);
      return typeof found?.value === "string" ? found.value : undefined;
    }
  }
}
