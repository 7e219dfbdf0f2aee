import type { ResponseHead } from "../contract.ts";
import type { ApiError } from "../errors/api-error.ts";
import type { ConnectionError } from "../errors/connection-error.ts";
import type { DecodingError } from "../errors/decoding-error.ts";
import { type Answer, headOrNone } from "./answer.ts";
import { type Result, safe } from "./safe.ts";

/** One page of a list, and the way to the next one. Walking over it gives the items from this page on. */
export class Page<Item, Output> implements AsyncIterable<Item> {
  readonly items: readonly Item[];
  /** The whole answer. */
  readonly response: Output;
  readonly hasNext: boolean;
  readonly #fetchNext: (() => Promise<Page<Item, Output>>) | undefined;

  constructor(
    items: readonly Item[],
    response: Output,
    fetchNext: (() => Promise<Page<Item, Output>>) | undefined,
  ) {
    this.items = items;
    this.response = response;
    this.hasNext = fetchNext !== undefined;
    this.#fetchNext = fetchNext;
  }

  /**
   * Fetches the next page, anew each time; `undefined` when this is the last.
   *
   * @throws what `Transport.send` throws.
   */
  async next(): Promise<Page<Item, Output> | undefined> {
    return this.#fetchNext?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    yield* this.items;
    for (let page = await this.next(); page; page = await page.next()) yield* page.items;
  }
}

/**
 * The first page of a list, and all that follow: `await` it for the page, or walk over the items with `for await`.
 *
 * Nothing is sent before one of the two happens; then one request serves both.
 */
export class PagePromise<Item, Output, Failure = ApiError>
  implements Promise<Page<Item, Output>>, AsyncIterable<Item>
{
  readonly #fetchFirst: (onResponse: (head: ResponseHead) => void) => Promise<Page<Item, Output>>;
  #head: ResponseHead | undefined;
  #first: Promise<Page<Item, Output>> | undefined;

  constructor(
    fetchFirst: (onResponse: (head: ResponseHead) => void) => Promise<Page<Item, Output>>,
  ) {
    this.#fetchFirst = fetchFirst;
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
   * The first page with status, headers and request id of its answer.
   *
   * @throws what `Transport.send` throws.
   */
  async withResponse(): Promise<Answer<Page<Item, Output>>> {
    const data = await this.#start();
    return { data, response: headOrNone(this.#head) };
  }

  #start(): Promise<Page<Item, Output>> {
    return (this.#first ??= this.#fetchFirst((head) => {
      this.#head = head;
    }));
  }
}
