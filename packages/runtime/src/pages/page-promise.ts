import type { AnyOperation, Cursor, AnswerHead } from "../contract.ts";
import { type Answer, answerOf } from "../client/answer.ts";
import { type Result, safe } from "../client/safe.ts";
import type { ApiError } from "../errors/api-error.ts";
import type { ConnectionError } from "../errors/connection-error.ts";
import type { DecodingError } from "../errors/decoding-error.ts";
import type { Page } from "./page.ts";

/** Fetches the page to begin with. */
export type FetchFirst<Item, Output> = (
  onResponse: (head: AnswerHead) => void,
  from: Cursor | undefined,
) => Promise<Page<Item, Output>>;

/**
 * The first page of a list, and all that follow: `await` it for the page, or walk over the items with `for await`.
 *
 * Nothing is sent before one of the two happens; then one request serves both.
 */
export class PagePromise<Item, Output, Failure = ApiError, Described extends object = object>
  implements Promise<Page<Item, Output>>, AsyncIterable<Item>
{
  readonly #operation: AnyOperation;
  readonly #fetchFirst: FetchFirst<Item, Output>;
  readonly #from: Cursor | undefined;
  #head: AnswerHead | undefined;
  #first: Promise<Page<Item, Output>> | undefined;

  constructor(operation: AnyOperation, fetchFirst: FetchFirst<Item, Output>, from?: Cursor) {
    this.#operation = operation;
    this.#fetchFirst = fetchFirst;
    this.#from = from;
  }

  get [Symbol.toStringTag](): string {
    return "PagePromise";
  }

  then<Value = Page<Item, Output>, Failure = never>(
    onPage?: ((page: Page<Item, Output>) => Value | PromiseLike<Value>) | null,
    onError?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Value | Failure> {
    return this.#start().then(onPage, onError);
  }

  catch<Failure = never>(
    onError?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Page<Item, Output> | Failure> {
    return this.#start().catch(onError);
  }

  finally(onEnd?: (() => void) | null): Promise<Page<Item, Output>> {
    return this.#start().finally(onEnd);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    yield* await this.#start();
  }

  /**
   * The same list from another page on: `cursor` is the `nextCursor` of an earlier page. `undefined` is the beginning.
   *
   * Where a list goes on by links, its cursors are links: they are followed within the API's own origin, so take them from nobody
   * whom you do not trust.
   */
  from(cursor: Cursor | undefined): PagePromise<Item, Output, Failure, Described> {
    return new PagePromise(this.#operation, this.#fetchFirst, cursor);
  }

  /** Walks over pages instead of items; the next one is fetched when it is asked for. */
  async *pages(): AsyncGenerator<Page<Item, Output>, void, undefined> {
    let page: Page<Item, Output> | undefined = await this.#start();
    for (; page; page = await page.next()) yield page;
  }

  /**
   * The items of this page and those behind it in one list, as many as `limit` at most: how much memory a list may take
   * is for the caller to say. No page is fetched beyond the one that fills it.
   *
   * @throws {TypeError} for a limit that is no positive whole number.
   */
  async toArray({ limit }: { readonly limit: number }): Promise<Item[]> {
    if (!Number.isInteger(limit) || limit < 1) {
      throw new TypeError('The option "limit" must be a positive whole number.');
    }
    const items: Item[] = [];
    for await (const item of this) {
      items.push(item);
      if (items.length === limit) break;
    }
    return items;
  }

  /** The first page, or what went wrong, as a value. See `ApiPromise.safe`. */
  safe(): Promise<Result<Page<Item, Output>, Failure | ConnectionError | DecodingError>> {
    return safe<Page<Item, Output>, Failure>(this.#start());
  }

  /**
   * The first page with status, headers and request id of its answer. See `ApiPromise.withResponse`.
   *
   * @throws what `Transport.send` throws.
   */
  async withResponse(): Promise<Answer<Page<Item, Output>, Described>> {
    return answerOf(await this.#start(), this.#operation, this.#head);
  }

  #start(): Promise<Page<Item, Output>> {
    return (this.#first ??= this.#fetchFirst((head) => {
      this.#head = head;
    }, this.#from));
  }
}
