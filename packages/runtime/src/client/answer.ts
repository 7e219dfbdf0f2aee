import type { ResponseHead } from "../contract.ts";

/** The output of a call, and what came with it. */
export interface Answer<Output> {
  readonly data: Output;
  readonly response: ResponseHead;
}

/** A transport of somebody's own may keep the head of an answer to itself. */
export function headOrNone(head: ResponseHead | undefined): ResponseHead {
  return head ?? { status: 0, headers: new Headers(), requestId: undefined };
}
