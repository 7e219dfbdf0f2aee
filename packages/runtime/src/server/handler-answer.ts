import type { AnswerOptions, HandlerAnswer } from "./contract.ts";

/** What `context.answer` gives. A class, so that no body can pass for one. */
export class GivenAnswer implements HandlerAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  /** @throws {RangeError} if `status` is not a whole number from 200 to 599. */
  constructor(status: number, body: unknown, { headers = {} }: AnswerOptions = {}) {
    if (!Number.isInteger(status) || status < 200 || status > 599) {
      throw new RangeError(
        `${status} is not the status of an answer: give a whole number from 200 to 599.`,
      );
    }
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}
