import { digest } from "./digest.ts";
import { words } from "./words.ts";

/** No generated name is longer, in UTF-16 units, but for the few words that are added to it: `Params`, `Validator`. */
const LONGEST_NAME = 120;

/** How much of the beginning of a name that is too long stays. */
const HEAD = 0.6;

/**
 * A name that is not longer than `limit`: words are left out of its middle, so that both what it belongs to and what it
 * is stay readable. One endless word is cut, and a digest of the whole tells it from its like.
 */
export function bounded(name: string, limit: number = LONGEST_NAME): string {
  if (name.length <= limit) return name;
  const said = words(name);
  const head = fitting(said, limit * HEAD);
  const tail = fitting([...said].reverse(), limit - head.join("").length).reverse();
  if (head.length > 0 && tail.length > 0) return [...head, ...tail].join("");
  const mark = digest(name);
  return name.slice(0, limit - mark.length).replace(/[\uD800-\uDBFF]$/, "") + mark;
}

/** The first words that together are not longer than `room`. */
function fitting(said: readonly string[], room: number): string[] {
  let used = 0;
  const cut = said.findIndex((word) => (used += word.length) > room);
  return said.slice(0, cut === -1 ? said.length : cut);
}
