import { readPointer } from "../plain/pointer.ts";
import type { PageStyle } from "../contract.ts";
import { isRepeat, mayGoOn } from "./may-go-on.ts";

/** Pages that begin after so many items. */
export const offsetPages: PageStyle = {
  isRepeat,
  next(page) {
    const { first = 0, total } = page.pagination;
    if (page.items.length === 0 || !mayGoOn(page)) return undefined;
    const next = Number(page.cursor ?? first) + page.items.length;
    const all = total === undefined ? undefined : readPointer(page.response, total);
    const isLast = typeof all === "number" && next - first >= all;
    return isLast || !Number.isSafeInteger(next) ? undefined : next;
  },
};
