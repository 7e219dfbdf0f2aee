import { singular } from "./singular.ts";
import { words } from "./words.ts";

/** The word as it is compared: small and singular. */
export function stem(word: string): string {
  return singular(word.toLowerCase());
}

/** What two spellings of the same thing have in common: `phone number` for `phone_numbers` and `PhoneNumber`. */
export function nounKey(text: string): string {
  return words(text).map(stem).join(" ");
}

/** Tells whether two spellings name the same thing: `phone_numbers` and `PhoneNumber`. */
export function sameNoun(a: string, b: string): boolean {
  return nounKey(a) === nounKey(b);
}

export function isPlural(noun: string): boolean {
  const last = (words(noun).at(-1) ?? "").toLowerCase();
  return last !== stem(last);
}
