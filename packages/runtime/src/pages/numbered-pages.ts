import { readPointer } from "../plain/pointer.ts";
import type { PageStyle } from "../contract.ts";
import { isRepeat, mayGoOn } from "./may-go-on.ts";

/** Pages that have numbers. */
export const numberedPages: PageStyle = {
  isRepeat,
  next(page) {
    const { first = 1, pages } = page.pagination;
    if (page.items.length === 0 || !mayGoOn(page)) return undefined;
    const next = Number(page.cursor ?? first) + 1;
    const all = pages === undefined ? undefined : readPointer(page.response, pages);
    const isLast = typeof all === "number" && next - first >= all;
    return isLast || !Number.isSafeInteger(next) ? undefined : next;
  },
};
