import { camelCase } from "./casing.ts";
import { isPreposition, isVerb, saysOnlyGet } from "./verbs.ts";
import type { PathWords } from "./path-words.ts";
import { stem } from "./same-noun.ts";
import { words } from "./words.ts";

/** Words that an id may hold and that say nothing of their own. */
const FILLERS = new Set("a all an by for from id in of on the to with".split(" "));

/** As many words of a path may be written as one in an id, or the other way round: `apikeys`, `APIKeys`. */
const MOST_JOINED = 3;

/** No verb has more words. */
const MOST_VERB_WORDS = 3;

/** What an id says more than method and path. */
export interface IdVerb {
  /** Absent where it says nothing more. */
  readonly verb?: string;
}

/**
 * The verb of an id that, but for its verb, only repeats the path: `createChatCompletion` at `/chat/completions` and
 * `GetV1UsersById` at `/v1/users/{id}` do, and so the path can name the resource.
 *
 * @returns `undefined` for an id that says something of its own.
 */
export function idVerb(id: string, method: string, path: PathWords): IdVerb | undefined {
  const said = words(withoutMethod(id, method)).map((word) => word.toLowerCase());
  const unexplained = findUnexplained(said, method, path);
  const first = unexplained[0];
  const last = unexplained.at(-1);
  if (first === undefined || last === undefined) return {};
  if (unexplained.length > 1 && !isPhrase(said, unexplained)) return undefined;
  if (!isVerb(said[first] ?? "")) return undefined;
  if (first === last && method === "GET" && saysOnlyGet(said[first] ?? "")) return {};
  return { verb: camelCase(said.slice(first, last + 1).join(" ")) };
}

// `Get3dSecure`: a digit does not part words.
function withoutMethod(id: string, method: string): string {
  const rest = id.slice(method.length);
  const isMethod = id.toUpperCase().startsWith(method) && /^(?:[^\p{L}]|\p{Lu})/u.test(rest);
  return isMethod ? rest : id;
}

/** Places of the words that neither the path nor the method says. */
function findUnexplained(said: readonly string[], method: string, path: PathWords): number[] {
  const known = knownWords(path);
  const unexplained: number[] = [];
  for (let at = 0; at < said.length;) {
    const length = explainedLength(said, at, known);
    const isFree =
      length === 0 && !FILLERS.has(said[at] ?? "") && said[at] !== method.toLowerCase();
    if (isFree) unexplained.push(at);
    at += Math.max(length, 1);
  }
  return unexplained;
}

function explainedLength(said: readonly string[], at: number, known: ReadonlySet<string>): number {
  for (let length = Math.min(MOST_JOINED, said.length - at); length > 0; length -= 1) {
    if (known.has(stem(said.slice(at, at + length).join("")))) return length;
  }
  return 0;
}

function knownWords({ said, parameters }: PathWords): Set<string> {
  const all = [...said, ...parameters.flatMap(words)].map((word) => word.toLowerCase());
  const lengths = Array.from({ length: MOST_JOINED }, (_, index) => index + 1);
  return new Set(
    all.flatMap((_, at) => lengths.map((length) => stem(all.slice(at, at + length).join("")))),
  );
}

// `createOrUpdateKey`, `createNewKey`: further words belong to the verb if they follow it, and the noun follows them.
function isPhrase(said: readonly string[], places: readonly number[]): boolean {
  const isRun = places.every((place, index) => place === index);
  return isRun && places.length <= MOST_VERB_WORDS && places.length < said.length;
}

/**
 * What an id says of the resource `noun`, without saying that noun again: `listDroplets` of `droplets` is `list`,
 * `createChatCompletion` of `chat` is `createCompletion`. Where leaving it out would change what is said, it stays:
 * `listProjectCertificates` of `certificates`.
 */
export function withoutNoun(id: string, noun: string): string {
  const said = withoutIdle(words(id));
  const own = words(noun).map(stem);
  const ending = own.at(-1);
  // `inference_create_batch` of `batchInference`.
  const beginsWithEnding =
    ending !== undefined && stem(said[0] ?? "") === ending && isVerb(said[1] ?? "");
  if (beginsWithEnding) return camelCase(said.slice(1).join(" "));
  const isNoun = (at: number): boolean =>
    own.length > 0 && own.every((word, index) => stem(said[at + index] ?? "") === word);

  const after = said[own.length];
  // `inviteUser` of `invites` begins with a verb, not with the noun.
  if (isNoun(0) && after !== undefined && (isVerb(after) || !isVerb(said[0] ?? ""))) {
    return camelCase(said.slice(own.length).join(" "));
  }
  const at = isMany(said[1] ?? "") ? 2 : 1;
  const rest = said.slice(at + own.length);
  const last = (said[at + own.length - 1] ?? "").toLowerCase();
  const isPlural = stem(last) !== last;
  const isLess = isNoun(at) && canLose(said, rest, isPlural, at);
  return camelCase((isLess ? [...said.slice(0, at), ...rest] : said).join(" "));
}

function canLose(
  said: readonly string[],
  rest: readonly string[],
  isPlural: boolean,
  at: number,
): boolean {
  const [next] = rest;
  // `getUsers` and `getUser` would both be `get`.
  if (next === undefined) return !(isPlural && at === 1 && saysOnlyGet(said[0] ?? ""));
  return isPreposition(next) || !isPlural;
}

function isMany(word: string): boolean {
  return ["all", "many", "multiple", "several"].includes(word.toLowerCase());
}

// Articles and versions.
function withoutIdle(said: readonly string[]): string[] {
  const kept = said.filter((word, at) => at === 0 || !/^(?:an?|the|v\d+)$/i.test(word));
  return kept.length > 0 ? kept : [...said];
}
