import type { Schema } from "./schema.ts";

/** How a list goes on. */
export type Pagination = PagedItems & PageStyle;

/** Where the items of a page are. */
export interface PagedItems {
  /** RFC 6901 pointer, in the answer, to the array of items. */
  readonly items: string;
  readonly item: Schema;
  /** RFC 6901 pointer, in the answer, to what tells of a next page: `true`, or text that is not empty. */
  readonly more?: string;
}

/** What leads to the next page. Each `parameter` is a key in `params`; pointers lead into the answer. */
export type PageStyle =
  /** What a cursor is read from: the last item, or the answer. `backward` takes the cursor of the page before. */
  | {
      readonly style: "cursor";
      readonly parameter: string;
      readonly cursor: { readonly in: "last-item" | "response"; readonly at: string };
      readonly backward?: string;
    }
  /** `first` is what the first page has, `total` the number of all items. */
  | {
      readonly style: "offset";
      readonly parameter: string;
      readonly first: number;
      readonly total?: string;
    }
  /** `pages` is the number of all pages. */
  | {
      readonly style: "page";
      readonly parameter: string;
      readonly first: number;
      readonly pages?: string;
    }
  /** By the header `Link`. RFC 8288. */
  | { readonly style: "link" }
  | { readonly style: "url"; readonly url: string };
