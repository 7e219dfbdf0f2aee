import { readPointer } from "../plain/pointer.ts";
import type { PageView } from "../contract.ts";
import { isEqual } from "../validate/equality.ts";

/** Whether the answer says that more follows, or does not say anything of it. */
export function mayGoOn({ pagination, response }: PageView): boolean {
  const { more } = pagination;
  const said = more === undefined ? true : readPointer(response, more);
  return said === true || (typeof said === "string" && said !== "");
}

/** Whether a page is the one before once more, as servers give it who take no number beyond the last. */
export function isRepeat({ items, previous }: PageView): boolean {
  // The first items tell nearly always, so that whole pages are hardly ever compared.
  return previous !== undefined && isEqual(previous[0], items[0]) && isEqual(previous, items);
}
