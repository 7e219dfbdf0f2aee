import type { Cursor, RequestOptions } from "../contract.ts";
import { DecodingError } from "../errors/decoding-error.ts";

/** Stands for the origin of a page in a browser where an API has a relative base URL. */
const HERE = "http://relative.invalid";

/**
 * Asks for what a link leads to, within the origin of the API: path and query are the link's, scheme and host remain. So no
 * credentials follow a link to somebody else.
 */
export function following(link: Cursor, operation: string): RequestOptions {
  return { toUrl: (url) => follow(url, String(link), operation) };
}

function follow(url: string, link: string, operation: string): string {
  const base = new URL(url, HERE);
  const target = URL.canParse(link, base) ? new URL(link, base) : undefined;
  const isOwn = target?.host === base.host && /^https?:$/.test(target.protocol);
  if (!target || !isOwn) {
    const where = target ? ` (${target.origin})` : "";
    throw new DecodingError(
      `The next page of ${operation} is not at the origin of the API${where}`,
    );
  }
  const origin = base.origin === HERE ? "" : base.origin;
  return origin + target.pathname + target.search;
}
