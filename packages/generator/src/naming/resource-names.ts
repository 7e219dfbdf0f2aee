import type { OperationId, Resource, ResourceId } from "../model/api-model.ts";
import { pascalCase } from "./casing.ts";
import type { Claims } from "./claims.ts";
import { lowerFirst } from "./first-letter.ts";
import { toIdentifier } from "./identifier.ts";
import { pluralsOf, resourceNoun, resourcePlural } from "./nouns.ts";

export interface ResourceNames {
  readonly className: string;
  readonly handlers: string;
  readonly routes: string;
}

export function resourceNames({ id }: Resource, claims: Claims): ResourceNames {
  const plural = toIdentifier(resourcePlural(id));
  const spelled = toIdentifier(pluralsOf(id).at(-1) ?? plural);
  const owner = `the resource "${id}"`;
  const claim = (...names: [string, ...string[]]): string => claims.claim(owner, names);
  return {
    className: claim(plural, `${plural}Resource`, spelled, `${plural}ApiResource`),
    handlers: claim(`${plural}Handlers`, `${spelled}Handlers`, `${plural}ResourceHandlers`),
    routes: claim(
      `${lowerFirst(plural)}Routes`,
      `${lowerFirst(spelled)}Routes`,
      `${lowerFirst(plural)}ResourceRoutes`,
    ),
  };
}

// Any name may stand after a dot, but these would change what an object is: one with a method `then` is a promise.
const SPECIAL = new Set([
  "then",
  "prototype",
  "transport",
  "withOptions",
  ...Object.getOwnPropertyNames(Object.prototype),
]);

/** The property by which a resource is reached from its parent: `balanceTransactions`. */
export function resourceProperty(id: ResourceId): string {
  const property = toIdentifier(id.split(".").at(-1) ?? id);
  return SPECIAL.has(property) ? `${property}Resource` : property;
}

/** Method names of one resource: each operation's verb, longer where it is special: `thenUser`. */
export function methodNames(
  { id: resource, operations }: Resource,
  children: readonly ResourceId[],
): [OperationId, string][] {
  const taken = new Set([...SPECIAL, ...children.map(resourceProperty)]);
  return operations.map(({ id, name }) => {
    const verb = toIdentifier(name);
    let method = taken.has(verb) ? verb + pascalCase(resourceNoun(resource)) : verb;
    while (taken.has(method)) method += "Operation";
    taken.add(method);
    return [id, method];
  });
}
