/** Tells whether a name can stand in a header line. RFC 9110, section 5.6.2 (token). */
export function isHeaderName(name: string): boolean {
  return /^[!#$%&'*+.^_`|~\w-]+$/.test(name);
}
