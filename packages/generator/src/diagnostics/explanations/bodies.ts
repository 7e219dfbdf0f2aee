/** Bodies and answers. */
export const BODIES: Readonly<Record<string, string>> = {
  "odd-media-type": `The keys of "content" are media types or ranges of them (OpenAPI 3.1, section 4.8.14; RFC 9110,
section 8.3.1). They travel in a header, so only what a header can carry is taken.`,
  "empty-content": `"content" tells in which media types a body may be sent (OpenAPI 3.1, section 4.8.13). Without any,
nothing can be sent.`,
  "ignored-body": `HTTP gives the body of a GET or HEAD request no meaning (RFC 9110, section 9.3.1), OpenAPI 3.0 says that
it is to be ignored, and the platforms' fetch throws when it is asked to send one.`,
};
