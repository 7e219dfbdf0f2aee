import { decodeText } from "../decode-text.ts";
import { MAX_FILE_BYTES } from "../read-file.ts";
import { permissionFor } from "./permission.ts";
import { readLimited } from "./read-limited.ts";

/** What a run may fetch, and what it says of itself there. */
export interface RemoteAccess {
  /** Hosts and addresses; see `parsePermission`. */
  readonly hosts: readonly string[];
  /** Headers by host. They go to that host alone, wherever a redirect leads. */
  readonly headers: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The documents on the network that a run may read. */
export interface Remote {
  readonly isPermitted: (url: string) => boolean;
  /** Never throws. To be asked for permitted addresses only. */
  readonly read: (url: string) => Promise<RemoteRead>;
}

export type RemoteRead =
  /** `url` is where it was found at last: relative references start there. */
  | { readonly kind: "text"; readonly text: string; readonly url: string }
  | { readonly kind: "too-large" }
  | { readonly kind: "failed"; readonly reason: string };

/** Of the platform, or one like it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const MAX_REDIRECTS = 5;
/** For one document with all its redirects, in milliseconds. */
const TIMEOUT = 10_000;

/** @param limits Largest size in bytes, longest wait in milliseconds. Default: those of files, and 10 s. */
export function createRemote(
  { hosts, headers }: RemoteAccess,
  fetch: Fetch = globalThis.fetch,
  limits: { readonly bytes: number; readonly wait: number } = {
    bytes: MAX_FILE_BYTES,
    wait: TIMEOUT,
  },
): Remote {
  const isPermitted = permissionFor(hosts);
  const request = async (url: URL, signal: AbortSignal): Promise<Response> =>
    fetch(url.href, {
      headers: { accept: "application/json, application/yaml, */*", ...headersFor(url, headers) },
      redirect: "manual",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal,
    });
  const follow = async (start: URL, signal: AbortSignal): Promise<RemoteRead> => {
    let url = start;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const response = await request(url, signal);
      const location = redirectOf(response);
      if (location === undefined) return readAnswer(response, url, limits.bytes);
      await response.body?.cancel();
      const next = URL.parse(location, url);
      if (!next || !isPermitted(next))
        return failed(`it leads on to ${addressOf(next)}, which is not allowed`);
      url = next;
    }
    return failed(`it leads on more than ${MAX_REDIRECTS} times`);
  };
  return {
    isPermitted: (url) => {
      const parsed = URL.parse(url);
      return parsed !== null && isPermitted(parsed);
    },
    async read(url) {
      try {
        return await follow(new URL(url), AbortSignal.timeout(limits.wait));
      } catch (error) {
        return failed(reasonOf(error, limits.wait));
      }
    },
  };
}

// Names of hosts do not depend on case, and an address has them in small letters.
function headersFor({ host }: URL, headers: RemoteAccess["headers"]): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => name.toLowerCase() === host);
  return Object.assign({}, ...own.map(([, values]) => values));
}

function redirectOf({ status, headers }: Response): string | undefined {
  return [301, 302, 303, 307, 308].includes(status)
    ? (headers.get("location") ?? undefined)
    : undefined;
}

async function readAnswer(response: Response, url: URL, limit: number): Promise<RemoteRead> {
  if (!response.ok) {
    await response.body?.cancel();
    return failed(`the server answered ${response.status}`);
  }
  const bytes = await readLimited(response, limit);
  if (!bytes) return { kind: "too-large" };
  const text = decodeText(bytes);
  if (text === undefined) return failed("it is not text in UTF-8");
  return { kind: "text", text, url: withoutFragment(url) };
}

function withoutFragment({ href }: URL): string {
  return href.split("#", 1)[0] ?? href;
}

function failed(reason: string): RemoteRead {
  return { kind: "failed", reason };
}

/** Neither the query nor a password: messages are read by others. */
function addressOf(url: URL | null): string {
  return url ? `"${url.origin}${url.pathname}"` : "no address";
}

function reasonOf(error: unknown, wait: number): string {
  if (!(error instanceof Error)) return "the request failed";
  if (error.name === "TimeoutError") return `there was no answer within ${wait / 1000} s`;
  // `fetch` says only that it failed; the cause tells why: refused, not found, a wrong certificate.
  const { cause } = error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
  return code ?? "the request failed";
}
