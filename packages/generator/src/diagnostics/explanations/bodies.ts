/** Bodies and answers. */
export const BODIES: Readonly<Record<string, string>> = {
  "odd-media-type": `The keys of "content" are media types or ranges of them (OpenAPI 3.1, section 4.8.14; RFC 9110,
section 8.3.1). They travel in a header, so only what a header can carry is taken.`,
  "empty-content": `"content" tells in which media types a body may be sent (OpenAPI 3.1, section 4.8.13). Without any,
nothing can be sent.`,
  "ignored-body": `HTTP gives the body of a GET or HEAD request no meaning (RFC 9110, section 9.3.1), OpenAPI 3.0 says that
it is to be ignored, and the platforms' fetch throws when it is asked to send one.`,
  "bodiless-status": `Answers with the status 204, 205 or 304, or below 200, end with their headers (RFC 9110, sections 6.4.1
and 15). No client ever sees a body of them, so that a method would promise what cannot come.`,
  "ignored-header": `Header parameters named Accept, Content-Type and Authorization are ignored (OpenAPI 3.1, section 4.8.12.1),
and so is the header Content-Type of a response or of a part (sections 4.8.17 and 4.8.15): media types and security schemes
say what these are. Clients set them by that.`,
};
