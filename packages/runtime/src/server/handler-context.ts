import type { AnswerOptions, HandlerContext } from "./contract.ts";
import { GivenAnswer } from "./handler-answer.ts";
import type { Incoming } from "./incoming.ts";

/** What a handler is given besides its input; what costs something is made when it is first asked for. */
export class Context<Principal> implements HandlerContext<Principal> {
  readonly principal: Principal;
  readonly contentType: string;
  readonly #incoming: Incoming;
  /** What the handler set. */
  addedHeaders: Headers | undefined;

  constructor(incoming: Incoming, principal: Principal, contentType: string) {
    this.#incoming = incoming;
    this.principal = principal;
    this.contentType = contentType;
  }

  get incoming(): Incoming {
    return this.#incoming;
  }

  get request(): Request {
    return this.#incoming.request;
  }

  get responseHeaders(): Headers {
    return (this.addedHeaders ??= new Headers());
  }

  // An arrow, for handlers take it out of the context.
  readonly answer = (status: number, body?: unknown, options?: AnswerOptions): GivenAnswer =>
    new GivenAnswer(status, body, options);
}
