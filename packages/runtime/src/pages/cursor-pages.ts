import { readPointer } from "../plain/pointer.ts";
import type { PageStyle } from "../contract.ts";
import { mayGoOn } from "./may-go-on.ts";

/** Pages that go on behind an item, or by a token that the answer has. */
export const cursorPages: PageStyle = {
  next(page) {
    const { pagination, response, items, isBackward } = page;
    const { cursor } = pagination;
    if (!cursor || !mayGoOn(page)) return undefined;
    // A token may lead on from a page that a filter left empty.
    if (cursor.in === "response") return readPointer(response, cursor.at);
    return readPointer(items[isBackward ? 0 : items.length - 1], cursor.at);
  },
};
