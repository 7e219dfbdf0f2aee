import type { AnyOperation, NoHeaders, ResponseHead } from "../contract.ts";

/** The output of a call, and what came with it. */
export interface Answer<Output, Described = NoHeaders> {
  readonly data: Output;
  /**
   * The headers that the spec describes, by name in small letters, each read as its schema says. One that did not come, or is not
   * what it should be, is missing. All of them as they came: `response.headers`.
   */
  readonly headers: Described;
  readonly response: ResponseHead;
}

/** @param head A transport of somebody's own may keep the head of an answer to itself. */
export function answerOf<Output, Described>(
  data: Output,
  operation: AnyOperation | undefined,
  head: ResponseHead | undefined,
): Answer<Output, Described> {
  const response = head ?? { status: 0, headers: new Headers(), requestId: undefined };
  const { responseHeaders } = operation ?? {};
  const described = responseHeaders?.read(response.headers, responseHeaders.fields) ?? {};
  // Trusted like the answer that they came with: their type is that of the spec.
  return { data, headers: described as Described, response };
}
