import { singular } from "./singular.ts";
import { words } from "./words.ts";

/** The word as it is compared: small and singular. */
export function stem(word: string): string {
  return singular(word.toLowerCase());
}

/** Tells whether two spellings name the same thing: `phone_numbers` and `PhoneNumber`. */
export function sameNoun(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => words(text).map(stem).join(" "));
  return one === other;
}
