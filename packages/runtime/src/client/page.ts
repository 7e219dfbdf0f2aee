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
export class PagePromise<Item, Output> implements Promise<Page<Item, Output>>, AsyncIterable<Item> {
  readonly #fetchFirst: () => Promise<Page<Item, Output>>;
  #first: Promise<Page<Item, Output>> | undefined;

  constructor(fetchFirst: () => Promise<Page<Item, Output>>) {
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

  #start(): Promise<Page<Item, Output>> {
    return (this.#first ??= this.#fetchFirst());
  }
}
