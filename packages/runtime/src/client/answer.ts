import type { AnswerHead, AnyOperation, ResponseHead } from "../contract.ts";

/** The output of a call, and what came with it. */
export interface Answer<Output, Described = object> {
  readonly data: Output;
  /**
   * The headers of the answer, by name in small letters. Those that the spec describes have the types of their schemas; one that is
   * not what it should be is missing. As they came: `response.headers`.
   */
  readonly headers: Described;
  readonly response: ResponseHead;
}

/** @param head A transport of somebody's own may keep the head of an answer to itself. */
export function answerOf<Output, Described>(
  data: Output,
  operation: AnyOperation | undefined,
  head: AnswerHead | undefined,
): Answer<Output, Described> {
  const { status = 0, headers = new Headers() } = head ?? {};
  const requestId = headers.get("request-id") ?? headers.get("x-request-id") ?? undefined;
  const responseHeaders = operation?.responseHeaders;
  const said: unknown = responseHeaders
    ? responseHeaders.read(headers, responseHeaders.fields)
    : Object.fromEntries(headers);
  // Trusted like the answer that they came with: their type is that of the spec.
  return { data, headers: said as Described, response: { status, headers, requestId } };
}
