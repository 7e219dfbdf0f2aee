import { platformFetch } from "#platform";
import { ConnectionError } from "../errors/connection-error.ts";
import { own } from "../plain/pointer.ts";
import { readStart } from "../response/read-pieces.ts";

/** How much of an answer is read, in bytes: more than any token takes. */
const ANSWER_LIMIT = 1_048_576;

/** What a client asks for tokens with. RFC 6749, section 4.4 (Client Credentials Grant). */
export interface ClientCredentials {
  /** An `https:` URL; `http:` only on the loopback address. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes?: readonly string[];
  /** Further parameters, such as `audience`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Whether id and secret go into the `authorization` header, as HTTP Basic, or into the body. Default: `header`. */
  readonly sendIn?: "header" | "body";
  /** How long before its end a token is renewed, in seconds. Default: 30. */
  readonly renewBefore?: number;
  /** Milliseconds that asking for one may take. Default: 30,000. */
  readonly timeout?: number;
  /** Default: what clients send by. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

interface Token {
  readonly text: string;
  /** Of `performance.now()`. */
  readonly until: number;
}

/**
 * A secret that renews itself: give it as the option of an OAuth 2.0 security scheme.
 *
 * A token is kept until shortly before its end; calls that need one at the same time wait for one request.
 *
 * @throws {TypeError} for a URL that would send the secret in the clear.
 */
export function clientCredentials(given: ClientCredentials): () => Promise<string> {
  const { protocol, hostname } = new URL(given.tokenUrl);
  const isLocal = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && isLocal)) {
    throw new TypeError('The option "tokenUrl" must be an https: URL.');
  }
  let token: Token | undefined;
  let pending: Promise<Token> | undefined;
  return async () => {
    if (token && performance.now() < token.until) return token.text;
    pending ??= ask(given).finally(() => {
      pending = undefined;
    });
    token = await pending;
    return token.text;
  };
}

async function ask(given: ClientCredentials): Promise<Token> {
  const { tokenUrl, renewBefore = 30, timeout = 30_000, fetch = platformFetch } = given;
  const asked = performance.now();
  let answer: unknown;
  let status: number | undefined;
  try {
    const signal = AbortSignal.timeout(timeout);
    // A redirect would take the secret elsewhere.
    const response = await fetch(tokenUrl, { ...requestOf(given), redirect: "manual", signal });
    status = response.status;
    const text = await readStart(response, ANSWER_LIMIT);
    answer = JSON.parse(text);
  } catch {
    // What was thrown may quote what was sent.
  }
  const [text, seconds] = [own(answer, "access_token"), Number(own(answer, "expires_in") ?? 300)];
  if (status !== 200 || typeof text !== "string" || text === "" || !(seconds > 0)) {
    const { origin } = new URL(tokenUrl);
    throw new ConnectionError(`No token from ${origin}${status ? ` (${status})` : ""}`, {}, true);
  }
  return { text, until: asked + Math.max(seconds - renewBefore, seconds / 2) * 1_000 };
}

function requestOf(given: ClientCredentials): RequestInit {
  const { clientId, clientSecret, scopes = [], parameters = {}, sendIn = "header" } = given;
  const body = new URLSearchParams({ grant_type: "client_credentials", ...parameters });
  if (scopes.length > 0) body.set("scope", scopes.join(" "));
  const headers: Record<string, string> = {
    accept: "application/json",
    "content-type": "application/x-www-form-urlencoded",
  };
  if (sendIn === "body") {
    body.set("client_id", clientId);
    body.set("client_secret", clientSecret);
  } else {
    // RFC 6749, section 2.3.1: both are form-encoded first.
    const pair = [clientId, clientSecret].map(encodeURIComponent).join(":");
    headers["authorization"] = `Basic ${btoa(pair)}`;
  }
  return { method: "POST", headers, body: body.toString() };
}
