import { MOST_READ, operationNames, type OperationWords } from "../naming/operation-id.ts";
import { readPath } from "../naming/path-words.ts";
import { isPlural } from "../naming/same-noun.ts";
import type { Node } from "../resolve/spec-document.ts";
import { answersList } from "./answers-list.ts";
import type { ModelContext } from "./context.ts";
import { keys, member, object, text, texts } from "./read.ts";

interface Named {
  readonly node: Node;
  readonly pathItem: Node;
  readonly path: string;
  readonly method: string;
}

/** The ids an operation may have in the model, the best one first: see {@link operationNames}. */
export function operationIds(operation: Named, context: ModelContext): Iterable<string> {
  return operationNames(readWords(operation, context));
}

function readWords({ node, pathItem, path, method }: Named, context: ModelContext): OperationWords {
  const id = text(node, "operationId", context);
  const extension = member(node, "x-specwright") && object(node, "x-specwright", context);
  const given = extension && text(extension, "name", context);
  const said = readPath(path.slice(0, MOST_READ));
  const last = said.nouns.at(-1) ?? "";
  // What is put, patched or deleted at a path is what one gets there.
  const reading = method === "GET" ? node : member(pathItem, "get");
  const answers = reading && answersList(reading, last, context);
  return {
    ...(given !== undefined && { given: given.slice(0, MOST_READ) }),
    ...(id !== undefined && { id: id.slice(0, MOST_READ) }),
    method: method.toUpperCase(),
    methods: new Set(keys(pathItem).map((key) => key.toUpperCase())),
    path: said,
    template: path,
    tags: texts(node, "tags", context).map((tag) => tag.slice(0, MOST_READ)),
    isMany: said.isItem ? false : (answers ?? isPlural(last)),
  };
}
