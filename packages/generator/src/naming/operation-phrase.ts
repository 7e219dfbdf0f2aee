import { camelCase, pascalCase } from "./casing.ts";
import { singular } from "./singular.ts";
import { isPreposition, isVerb } from "./verbs.ts";
import { words } from "./words.ts";

/** Verbs that every API has. */
const STANDARD = new Set(["create", "delete", "get", "list", "retrieve", "search", "update"]);

/** Words that say which of them, so that the noun comes after them: `retrieveUpcoming`, `createPreview`. */
const DESCRIPTIONS = new Set(
  (
    "active available current custom default draft external first internal last latest live new next own pending " +
    "preview previous private public recent single upcoming"
  ).split(" "),
);

/** Words that say how many, so that the noun comes after them: `replaceAll`. */
const QUANTITIES = new Set(["all", "bulk", "many", "multiple", "several"]);

/**
 * The verb of an operation and its noun as a person would say them: `addLines` of an `Invoice` is `addInvoiceLines`,
 * `retrieveUpcoming` is `retrieveUpcomingInvoice`, `deleteWhere` of a `Secret` is `deleteSecretWhere`.
 *
 * Nothing but the two decides, so that other operations may come and go.
 */
export function operationPhrase(verb: string, noun: string): string {
  const said = verbFirst(words(verb).map((word) => word.toLowerCase()));
  const at = nounPlace(said);
  if (at === 0) return camelCase(`${noun} ${said.join(" ")}`);
  return camelCase(said.slice(0, at).join(" ")) + noun + pascalCase(said.slice(at).join(" "));
}

/** Whether an operation is done to several at once: `deleteAll`, `getMultiple`. */
export function saysMany(verb: string): boolean {
  const said = words(verb).map((word) => word.toLowerCase());
  return QUANTITIES.has(said[objectEnd(said) - 1] ?? "");
}

/** Whether an operation says what of its noun it is about: `listLines`, but not `listUpcoming`, and not `getById`. */
export function saysObject(verb: string): boolean {
  const said = verbFirst(words(verb).map((word) => word.toLowerCase()));
  return nounPlace(said) < objectEnd(said);
}

/**
 * The same for a verb that says the noun itself. Where it says it first, as `usersBan` and `registryListTags` do, the verb
 * changes places with it.
 *
 * @param nouns What the noun may be spelled as.
 */
export function nounlessPhrase(verb: string, nouns: readonly string[]): string {
  const said = words(verb).map((word) => word.toLowerCase());
  for (const spelled of nouns.map((noun) => words(noun).map((word) => word.toLowerCase()))) {
    const [doing, ...others] = said.slice(spelled.length);
    const isFirst = spelled.every((word, index) => said[index] === word);
    if (isFirst && doing !== undefined && isVerb(doing) && !isVerb(said[0] ?? ""))
      return camelCase([doing, ...spelled, ...others].join(" "));
  }
  return verb;
}

// `accessKeyList` says what is done at its end, `genaiListKeys` behind a word of its author's.
function verbFirst(said: readonly string[]): readonly string[] {
  const [first = "", second = "", ...others] = said;
  if (said.length < 2 || first.length === 1 || isVerb(first)) return said;
  if (STANDARD.has(second) && others.length > 0) return [second, first, ...others];
  const last = said.at(-1) ?? "";
  return STANDARD.has(last) ? [last, ...said.slice(0, -1)] : said;
}

function nounPlace(said: readonly string[]): number {
  const [first = ""] = said;
  // A lone plural is no verb: the `costs` of some `Usage`.
  if (said.length === 1 && !isVerb(first) && singular(first) !== first) return 0;
  // The `m` of `m-search` is no word.
  const afterVerb = Math.min(first.length === 1 ? 2 : 1, said.length);
  const end = Math.max(objectEnd(said), afterVerb);
  const object = said.slice(afterVerb, end);
  const [word = ""] = object;
  if (QUANTITIES.has(object.at(-1) ?? "")) return end;
  return object.length === 1 && STANDARD.has(first) && describes(word) ? end : afterVerb;
}

// What is not known to describe the noun is something of the noun's own.
function describes(word: string): boolean {
  return DESCRIPTIONS.has(word) || /[^e]ed$/.test(word);
}

/** Where a phrase begins that says more of the noun: `deleteWhere`, `getById`. */
function objectEnd(said: readonly string[]): number {
  const preposition = said.findIndex((word, index) => index > 0 && isPreposition(word));
  return preposition > 0 ? preposition : said.length;
}
