/** Adds pairs `name=value` to the one `cookie` header that may be. RFC 6265, section 5.4. */
export function addCookie(headers: Record<string, string>, pairs: string): void {
  headers["cookie"] = headers["cookie"] ? `${headers["cookie"]}; ${pairs}` : pairs;
}
