/** Tells whether a document may be fetched from an address. */
export type IsPermitted = (url: URL) => boolean;

/**
 * Understands what `--allow-remote` and `remote.hosts` name.
 *
 * A host (`example.com`, `example.com:8443`) stands for all that it serves; an address (`https://example.com/specs`) for
 * itself and what lies below it. Nothing else is a match: neither other ports nor subdomains.
 *
 * @returns `undefined` for what is neither.
 */
export function parsePermission(text: string): IsPermitted | undefined {
  const isAddress = /^https?:\/\//i.test(text);
  if (!isAddress && !/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(text)) return undefined;
  const named = URL.parse(isAddress ? text : `https://${text}`);
  if (!named || named.username !== "" || named.password !== "") return undefined;
  if (named.search !== "" || named.hash !== "") return undefined;
  if (isAddress) return (url) => url.origin === named.origin && isBelow(named.pathname, url);
  const insecure = URL.parse(`http://${text}`);
  return (url) => url.host === (url.protocol === "http:" ? insecure?.host : named.host);
}

/**
 * The permission of a run. Whatever is named, documents come by `https`, or by `http` from this very machine, and no
 * address holds a password.
 */
export function permissionFor(hosts: readonly string[]): IsPermitted {
  const permissions = hosts.flatMap((host) => parsePermission(host) ?? []);
  return (url) =>
    (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) &&
    url.username === "" &&
    url.password === "" &&
    permissions.some((isPermitted) => isPermitted(url));
}

// What some server takes for a slash must not lead out of the folder.
function isBelow(folder: string, { pathname }: URL): boolean {
  if (folder === "/") return true;
  const isInside = pathname === folder || pathname.startsWith(folder.replace(/\/?$/, "/"));
  return isInside && !/%2f|%5c|\\/i.test(pathname.slice(folder.length));
}

/** RFC 6761, section 6.3 (`localhost`), RFC 1122, section 3.2.1.3 and RFC 4291, section 2.5.3. */
function isLoopback(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}
