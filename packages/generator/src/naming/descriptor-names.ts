import type { Operation, ResponseHeader } from "../model/api-model.ts";
import { camelCase, pascalCase } from "./casing.ts";
import type { Claims } from "./claims.ts";
import { upperFirst } from "./first-letter.ts";
import { toIdentifier } from "./identifier.ts";
import { nounsOf, operationNouns, pluralsOf, resourceNoun } from "./nouns.ts";
import { nounlessPhrase, operationPhrase, saysMany, saysObject } from "./operation-phrase.ts";

/** The names of an operation that stand at the top of a module. */
export interface DescriptorNames {
  readonly descriptor: string;
  readonly input: string;
  /** Of an operation whose answer may come in several media types. */
  readonly outputs?: string;
}

export function descriptorNames(operation: Operation, claims: Claims): DescriptorNames {
  const { resource, name } = operationNouns(operation.id);
  const isList = operation.pagination !== undefined && !saysObject(name);
  const isMany = name === "list" || isList || saysMany(name);
  const nouns = (isMany ? pluralsOf : nounsOf)(resource).slice(place(operation, resource));
  const [noun = operation.noun] = nouns;
  const verb = camelCase(name);
  // A verb that already says its noun is not made to say it twice: `getPetById`, not `getPetByIdPet`.
  const saysNoun = pascalCase(verb).includes(resourceNoun(resource)) && !isShort(verb);
  const phrases = [
    ...nouns.map((one) => operationPhrase(verb, one)),
    `${verb}${noun}`,
    `${verb}${noun}Operation`,
  ].map(toIdentifier);
  const owner = `the operation "${operation.id}"`;
  const descriptor = claims.claim(owner, [
    toIdentifier(
      saysNoun
        ? nounlessPhrase(verb, [...pluralsOf(resource), ...nounsOf(resource)])
        : operationPhrase(verb, noun),
    ),
    ...phrases,
  ]);
  const stem = upperFirst(descriptor);
  const claim = (ending: string): string =>
    claims.claim(owner, [`${stem}${ending}`, `${stem}Call${ending}`, `${stem}Operation${ending}`]);
  return {
    descriptor,
    input: claim("Input"),
    ...(isNegotiated(operation) && { outputs: claim("Outputs") }),
  };
}

/** The headers that the spec describes of the answer that a call gives. */
export function successHeaders({ responses, success }: Operation): readonly ResponseHeader[] {
  return responses.find(({ status }) => status === success)?.headers ?? [];
}

/** Whether a call may choose among media types of its answer. */
export function isNegotiated({ responses, success }: Operation): boolean {
  return responses.some(({ status, content }) => status === success && content.length > 1);
}

// The model has decided, in the order of the document, which of the nouns is free.
function place({ noun }: Operation, resource: string): number {
  return Math.max(nounsOf(resource).indexOf(noun), 0);
}

// `create`, `list`: a verb of one word needs its noun.
function isShort(verb: string): boolean {
  return !/\p{Lu}/u.test(verb);
}
