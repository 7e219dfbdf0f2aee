import { words } from "./words.ts";

/** `balance_transactions` → `BalanceTransactions`. */
export function pascalCase(text: string): string {
  return words(text).map(capitalise).join("");
}

/** `balance_transactions` → `balanceTransactions`. */
export function camelCase(text: string): string {
  const [first = "", ...rest] = words(text);
  return lower(first) + rest.map(capitalise).join("");
}

/** `BalanceTransactions` → `balance-transactions`. */
export function kebabCase(text: string): string {
  return words(text)
    .map((word) => word.toLowerCase())
    .join("-");
}

function capitalise(word: string): string {
  const [first = ""] = word;
  return first.toUpperCase() + tail(word, first);
}

// An acronym keeps its capitals only in part: `API` → `Api`, so that neighbours stay apart: `ApiUrl`.
function tail(word: string, first: string): string {
  const rest = word.slice(first.length);
  return isShouted(word) ? rest.toLowerCase() : rest;
}

function lower(word: string): string {
  const [first = ""] = word;
  return isShouted(word) ? word.toLowerCase() : first.toLowerCase() + word.slice(first.length);
}

// `APIs` is shouted too: the small letter only says that they are many.
function isShouted(word: string): boolean {
  if (/^\p{Lu}{2,}s$/u.test(word)) return true;
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}
