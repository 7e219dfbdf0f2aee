import type { NodeRequest } from "./platform.ts";

/** Where a request goes, from its request line and its `Host`. */
export interface Target {
  /** Scheme, host and port: `"https://example.com"`. */
  readonly origin: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
}

/** Names, IPv4 and IPv6 addresses, with or without a port. Nothing that could end the authority of a URL. */
const hostPattern = /^(?:\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i;

/** `undefined` where the `Host` is none. RFC 9112, sections 3.2 and 3.3. */
export function requestTarget(request: NodeRequest): Target | undefined {
  const { headers, socket, url = "/" } = request;
  const host = headers["host"] ?? headers[":authority"] ?? "localhost";
  if (typeof host !== "string" || !hostPattern.test(host)) return undefined;
  const origin = `${"encrypted" in socket && socket.encrypted === true ? "https" : "http"}://${host}`;
  if (!isOrigin(origin)) return undefined;
  // A proxy's request line holds a whole URL; whose path it is, `Host` has told.
  const target = url.replace(/^https?:\/\/[^/?#]*/i, "").replace(/#.*$/s, "");
  const mark = target.indexOf("?");
  return {
    origin,
    path: (mark < 0 ? target : target.slice(0, mark)) || "/",
    query: mark < 0 ? "" : target.slice(mark + 1),
  };
}

let knownOrigin: string | undefined;

// Nearly every request asks for the same host: it is parsed once.
function isOrigin(origin: string): boolean {
  if (origin === knownOrigin) return true;
  if (!URL.canParse(origin)) return false;
  knownOrigin = origin;
  return true;
}
