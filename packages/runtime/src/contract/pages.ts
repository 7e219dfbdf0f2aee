import type { AnswerHead, RequestOptions } from "./client.ts";

/** What tells a page of a list from the others: an id, a token, a number, a link. */
export type Cursor = string | number | bigint | Date;

/** One page, for the style of its list to look at. */
export interface PageView {
  readonly pagination: PaginationDescriptor;
  /** The whole answer. */
  readonly response: unknown;
  readonly items: readonly unknown[];
  /** Items of the page before; absent on the page that was asked for first. */
  readonly previous?: readonly unknown[];
  /** Absent where a transport of somebody's own keeps it. */
  readonly head: AnswerHead | undefined;
  /** Cursor of this page, if the call had one. */
  readonly cursor: unknown;
  readonly isBackward: boolean;
}

/** A way of turning pages. Descriptors name it, so that others need not carry it. */
export interface PageStyle {
  /** Gives the cursor of the next page; what is no {@link Cursor}, or empty, says that there is none. */
  readonly next: (page: PageView) => unknown;
  /** Whether a page is none, but the one before once more. Default: no page is. */
  readonly isRepeat?: (page: PageView) => boolean;
  /**
   * Asks for the page of a cursor. Default: `params` has it, under the key of the pagination.
   *
   * @throws {DecodingError} for a cursor that must not be followed.
   */
  readonly ask?: (cursor: Cursor, operation: string) => RequestOptions;
}

/** How a list goes on. Which fields count, the style says. */
export interface PaginationDescriptor {
  /** `cursorPages`, `offsetPages`, `numberedPages`, `linkedPages`, `urlPages`. */
  readonly style: PageStyle;
  /** RFC 6901 pointer, in the answer, to the array of items. */
  readonly items: string;
  /** Key, in `params`, of what takes the cursor: a token, an offset or a number. */
  readonly parameter?: string;
  /** Of `cursorPages`. RFC 6901 pointer to the cursor: inside the last item, or inside the answer. */
  readonly cursor?: { readonly in: "last-item" | "response"; readonly at: string };
  /** Of `cursorPages`. Key of what takes the cursor of the page before, which is then read from the first item. */
  readonly backward?: string;
  /** Of `offsetPages` and `numberedPages`: what the first page has. Default: 0 for offsets, 1 for numbers. */
  readonly first?: number;
  /** RFC 6901 pointer, in the answer, to what tells of a next page: `true`, or text that is not empty. */
  readonly more?: string;
  /** Of `offsetPages`. RFC 6901 pointer, in the answer, to the number of all items. */
  readonly total?: string;
  /** Of `numberedPages`. RFC 6901 pointer, in the answer, to the number of all pages. */
  readonly pages?: string;
  /** Of `urlPages`. RFC 6901 pointer, in the answer, to the URL of the next page. */
  readonly url?: string;
}
