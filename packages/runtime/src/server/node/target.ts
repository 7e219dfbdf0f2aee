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

/** Where a request goes, or why it goes nowhere. RFC 9112, sections 3.2 and 3.3. */
export function requestTarget(request: NodeRequest): Target | string {
  const { headers, socket } = request;
  const url = request.originalUrl ?? request.url ?? "/";
  const host = headers["host"] ?? headers[":authority"] ?? "localhost";
  if (typeof host !== "string" || !hostPattern.test(host)) return notHost;
  const origin = `${"encrypted" in socket && socket.encrypted === true ? "https" : "http"}://${host}`;
  if (!isOrigin(origin)) return notHost;
  // A fragment stays with the client: one that comes along is a path to some and none to others.
  if (url.includes("#")) return "The URL of the request has a fragment.";
  // A proxy's request line holds a whole URL; whose path it is, `Host` has told.
  const target = url.replace(/^https?:\/\/[^/?]*/i, "");
  const mark = target.indexOf("?");
  return {
    origin,
    path: (mark < 0 ? target : target.slice(0, mark)) || "/",
    query: mark < 0 ? "" : target.slice(mark + 1),
  };
}

/** Segments that a URL drops, however they are spelled. WHATWG URL, section 4.4. */
const dotSegments = /\/(?:\.|%2e){1,2}(?:\/|$)/i;

/** The URL of a target. What counts as a slash in URLs, and in a path does not, is escaped. */
export function urlOf({ origin, path, query }: Target): string {
  const plain = path.includes("\\") ? path.replaceAll("\\", "%5C") : path;
  return query === "" ? origin + plain : `${origin}${plain}?${query}`;
}

/** Whether a URL of this path would lead to another one. */
export function leadsAstray({ path }: Target): boolean {
  return !path.startsWith("/") || dotSegments.test(path.replaceAll("\\", "/"));
}

const notHost = "The Host of the request is not a host.";

let knownOrigin: string | undefined;

// Nearly every request asks for the same host: it is parsed once.
function isOrigin(origin: string): boolean {
  if (origin === knownOrigin) return true;
  if (!URL.canParse(origin)) return false;
  knownOrigin = origin;
  return true;
}
