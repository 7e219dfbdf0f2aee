import type { PathWords } from "./path-words.ts";
import { camelCase, pascalCase } from "./casing.ts";
import { saysReading } from "./verbs.ts";
import { words } from "./words.ts";

/** What is known of an operation beside its words. */
export interface OperationFacts {
  /** In capitals. */
  readonly method: string;
  readonly path: PathWords;
  /** Whether the operation deals with many: its answer is a list, or its path ends in a plural. */
  readonly isMany: boolean;
  /** The methods of the same path, in capitals. */
  readonly methods: ReadonlySet<string>;
}

/** What method and path alone call an operation. */
export function standardVerb(facts: OperationFacts): string {
  const { method, path } = facts;
  const verb = methodVerb(facts);
  if (path.action === undefined) return verb;
  return isDone(method, path.action) ? path.action : verbOf(verb) + pascalCase(path.action);
}

// What is done may be asked for by GET where it changes nothing; to delete a lock is not to lock.
function isDone(method: string, action: string): boolean {
  if (method === "GET") return saysReading(words(action)[0] ?? "");
  return method === "POST" || method === "PUT" || method === "PATCH";
}

// `deleteAll` of the many is `delete` of the action.
function verbOf(verb: string): string {
  return verb.replace(/All$/, "");
}

function methodVerb({ method, path, isMany, methods }: OperationFacts): string {
  const all = isMany && !path.isItem ? "All" : "";
  switch (method) {
    case "GET":
      return isMany ? "list" : "retrieve";
    case "POST":
      return path.isItem && !methods.has("PUT") && !methods.has("PATCH") ? "update" : "create";
    case "PUT":
      return `${methods.has("PATCH") || all !== "" ? "replace" : "update"}${all}`;
    case "PATCH":
      return `update${all}`;
    default:
      return method === "DELETE" ? `delete${all}` : methodWord(method);
  }
}

/** A method as a word; one of the API's own may be written in signs alone. OpenAPI 3.2, `additionalOperations`. */
export function methodWord(method: string): string {
  return camelCase(method.toLowerCase()) || "send";
}
