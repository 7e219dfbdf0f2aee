import { camelCase, pascalCase } from "./casing.ts";
import { words } from "./words.ts";

/** Verbs that a word of description follows: `retrieveUpcoming`, `createPreview`. The noun comes after it. */
const DESCRIBED = new Set(["create", "delete", "get", "list", "retrieve", "search", "update"]);

/** What begins a phrase that says more of the noun: `deleteWhere`, `getById`. The noun comes before it. */
const PREPOSITIONS = new Set(["at", "by", "for", "from", "in", "of", "on", "to", "where", "with"]);

/**
 * The verb of an operation and its noun as a person would say them: `addLines` of an `Invoice` is `addInvoiceLines`,
 * `retrieveUpcoming` is `retrieveUpcomingInvoice`, `deleteWhere` of a `Secret` is `deleteSecretWhere`.
 */
export function operationPhrase(verb: string, noun: string): string {
  const said = words(verb);
  const at = nounPlace(said.map((word) => word.toLowerCase()));
  return camelCase(said.slice(0, at).join(" ")) + noun + pascalCase(said.slice(at).join(" "));
}

function nounPlace(said: readonly string[]): number {
  const preposition = said.findIndex((word, index) => index > 0 && PREPOSITIONS.has(word));
  if (preposition > 0) return preposition;
  return DESCRIBED.has(said[0] ?? "") ? said.length : 1;
}
