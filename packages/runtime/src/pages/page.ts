import type { Cursor } from "../contract.ts";

/** One page of a list, and the way to the next one. Walking over it gives the items from this page on. */
export class Page<Item, Output> implements AsyncIterable<Item> {
  readonly items: readonly Item[];
  /** The whole answer. */
  readonly response: Output;
  readonly hasNext: boolean;
  /** Where the list goes on: `list.from(cursor)` begins there, also in another process. `undefined` on the last page. */
  readonly nextCursor: Cursor | undefined;
  readonly #fetchNext: (() => Promise<Page<Item, Output>>) | undefined;

  constructor(
    items: readonly Item[],
    response: Output,
    next?: { readonly cursor: Cursor; readonly fetch: () => Promise<Page<Item, Output>> },
  ) {
    this.items = items;
    this.response = response;
    this.hasNext = next !== undefined;
    this.nextCursor = next?.cursor;
    this.#fetchNext = next?.fetch;
  }

  /**
   * Fetches the next page, anew each time; `undefined` when this is the last.
   *
   * @throws what `Transport.send` throws, and {@link DecodingError} where too many pages in a row are empty.
   */
  async next(): Promise<Page<Item, Output> | undefined> {
    return this.#fetchNext?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    yield* this.items;
    for (let page = await this.next(); page; page = await page.next()) yield* page.items;
  }
}
