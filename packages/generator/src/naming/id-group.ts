import { camelCase } from "./casing.ts";
import type { PathWords } from "./path-words.ts";
import { nounKey } from "./same-noun.ts";
import { words } from "./words.ts";

/** An `operationId` in its parts: whose it is, where the id says that, and what it says of it. */
export interface IdParts {
  readonly group: readonly string[];
  readonly rest: string;
}

/** Characters that nobody uses inside of a word: what stands before the last of them is the group. */
const SEPARATORS = /[./#:]+/;

/** An id that is the name of a file. */
const FILE = /\.(?:json|ya?ml)$/i;

/** `api.v1.` in front of an id: the address of an API, not a group of it. */
const ADDRESS = /^(?:api|rest)[./#:]+(?:v\d+[./#:]+)?/i;

/** No group has more words. */
const MOST_PARTS = 6;

/** What frameworks add to the name of a group: `UsersController`. */
const ROLE = /(?<=.)[_-]?(?:Controller|Resource|Endpoint|Router|Handler|Service|Api)$/;

/**
 * Splits an id that says its group: `customers.create`, `repos/list-for-org`, `UsersController_findAll`, and
 * `droplets_list` where `droplets` is a tag of the operation or a segment of its path.
 */
export function splitId(id: string, tags: readonly string[], path: PathWords): IdParts {
  const parts = id.replace(FILE, "").replace(ADDRESS, "").split(SEPARATORS);
  const said = parts.filter((part) => words(part).length > 0);
  const rest = said.at(-1) ?? "";
  const group = said.slice(0, -1).map(groupWord);
  return group.length > 0 ? { group, rest } : splitUnderscores(rest, tags, path);
}

function splitUnderscores(id: string, tags: readonly string[], path: PathWords): IdParts {
  const parts = id.split("_");
  if (parts.length === 1) return { group: [], rest: id };
  const nouns = new Set([...tags, ...path.nouns].map(nounKey));
  // The longest beginning that names a group.
  for (let length = Math.min(parts.length - 1, MOST_PARTS); length > 0; length -= 1) {
    const start = parts.slice(0, length).join("_");
    const rest = parts.slice(length).join("_");
    if (words(rest).length > 0 && isGroup(start, nouns)) {
      return { group: [groupWord(start)], rest };
    }
  }
  return { group: [], rest: id };
}

function isGroup(text: string, nouns: ReadonlySet<string>): boolean {
  if (words(text).length === 0) return false;
  const bare = text.replace(ROLE, "");
  return bare !== text || nouns.has(nounKey(bare));
}

function groupWord(text: string): string {
  return camelCase(text.replace(ROLE, ""));
}
