import { bounded } from "./bounded.ts";
import { camelCase, pascalCase } from "./casing.ts";
import { splitId } from "./id-group.ts";
import { idVerb, withoutNoun } from "./id-verb.ts";
import type { OperationFacts } from "./standard-verb.ts";
import { methodWord, standardVerb } from "./standard-verb.ts";
import { digest } from "./digest.ts";
import { words } from "./words.ts";

/** What an operation can be named by. */
export interface OperationWords extends OperationFacts {
  /** The name its author wants it to have, with or without the resource: `customers.create`. */
  readonly given?: string;
  /** Its `operationId`, if it has one. */
  readonly id?: string;
  readonly tags: readonly string[];
  /** Its path as it stands in the document. */
  readonly template: string;
}

/** A resource, and the operation in it. */
interface Name {
  readonly resource: readonly string[];
  readonly verb: string;
}

/** No more letters of an id, a tag or a path are read than this: what is behind them, nobody reads either. */
export const MOST_READ = 400;

/** No resource lies deeper: what would is one segment. */
const MOST_DEEP = 8;

/** No segment of a name is longer. */
const LONGEST_SEGMENT = 80;

/**
 * The names an operation may have in the model, the best one first, each but the last longer than the one before. The
 * last is its own alone. A name is the resource's path and a verb, parted by dots.
 *
 * 1. A name that is given counts.
 * 2. An id that says its group is taken by its word: `customers.create`, `repos/list-for-org`.
 * 3. An id that only repeats method and path gives the verb, and the path the resource: `createChatCompletion` at
 *    `/chat/completions` is `chat.completions.create`.
 * 4. Any other id is the verb, and the first tag, else the first fixed segment of the path, is the resource.
 * 5. Without an id the method gives the verb: `GET /users` is `users.list`.
 */
export function* operationNames(operation: OperationWords): Generator<string, void> {
  const best = givenName(operation) ?? bestName(operation);
  const resource = flat(best.resource);
  const { verb } = best;
  yield printName({ resource, verb });
  for (const longer of longerVerbs(operation, verb)) yield printName({ resource, verb: longer });
  for (const name of flattened({ resource, verb })) yield printName(name);
  const own = verb + digest(`${operation.method} ${operation.template}`);
  yield printName({ resource, verb: own });
  yield printName({ resource: [[...resource, own].join(" ")], verb: own });
}

function longerVerbs({ id = "", path, method, template }: OperationWords, verb: string): string[] {
  const parameters = path.parameters.map(pascalCase).filter(Boolean);
  return [
    ...(saysMore(id, verb) ? [camelCase(id)] : []),
    ...(path.action === verb ? [methodWord(method) + pascalCase(verb)] : []),
    ...parameters.slice(-1).map((name) => `${verb}By${name}`),
    ...(parameters.length > 1 ? [`${verb}By${parameters.join("And")}`] : []),
    methodWord(method) + pathPhrase(template.slice(0, MOST_READ)),
  ];
}

function givenName(operation: OperationWords): Name | undefined {
  const parts = (operation.given ?? "").split(".").map(camelCase).filter(Boolean);
  const verb = parts.at(-1);
  if (verb === undefined) return undefined;
  return { resource: parts.length > 1 ? parts.slice(0, -1) : bestName(operation).resource, verb };
}

function saysMore(id: string, verb: string): boolean {
  return !id.includes(".") && camelCase(id).toLowerCase().includes(verb.toLowerCase());
}

function bestName(operation: OperationWords): Name {
  const { id, tags, path } = operation;
  const standard = standardVerb(operation);
  const tag = tagWord(tags[0] ?? "");
  const home = path.nouns.length > 0 ? path.nouns : [tag || "root"];
  if (id === undefined || camelCase(id) === "") return { resource: home, verb: standard };
  const { group, rest } = splitId(id, tags, path);
  if (group.length > 1 || (group.length > 0 && id.includes("."))) {
    return { resource: group, verb: camelCase(rest) };
  }
  const [only] = group;
  if (only !== undefined) return { resource: [only], verb: withoutNoun(rest, only) };
  const said = idVerb(rest, operation.method, path);
  if (said) return { resource: home, verb: authorVerb(said.verb, path.action) ?? standard };
  const resource = tag || (home[0] ?? "root");
  return { resource: [resource], verb: withoutNoun(rest, resource) };
}

// `Api20100401Account`: the version is not a part of the name.
function tagWord(tag: string): string {
  const said = words(tag);
  const isVersion = said.length > 1 && /^(?:api|v)\d+$/i.test(said[0] ?? "");
  return camelCase(said.slice(isVersion ? 1 : 0).join(" "));
}

// The verb of an id, and what is done by the path: `createSearch`, where the one is not the other.
function authorVerb(verb: string | undefined, action: string | undefined): string | undefined {
  if (verb === undefined || action === undefined) return verb;
  return verb === action ? verb : verb + pascalCase(action);
}

// Where a resource cannot have this name because an operation has it, its words go to the verb:
// `users.export.retrieve` becomes `users.retrieveExport`.
function flattened({ resource, verb }: Name): Name[] {
  return resource
    .map((_, index) => index)
    .filter((index) => index > 0)
    .reverse()
    .map((index) => ({
      resource: resource.slice(0, index),
      verb: verb + resource.slice(index).map(pascalCase).join(""),
    }));
}

function pathPhrase(template: string): string {
  const segments = template.split("/").filter(Boolean);
  return segments
    .map((text) => (text.startsWith("{") ? `By${pascalCase(text)}` : pascalCase(text)))
    .join("");
}

function flat(resource: readonly string[]): readonly string[] {
  if (resource.length <= MOST_DEEP) return resource;
  return [...resource.slice(0, MOST_DEEP - 1), resource.slice(MOST_DEEP - 1).join(" ")];
}

function printName({ resource, verb }: Name): string {
  return [...resource, verb]
    .map((segment) => bounded(camelCase(segment) || "unnamed", LONGEST_SEGMENT))
    .join(".");
}
