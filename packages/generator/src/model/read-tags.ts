import type { Node } from "../resolve/spec-document.ts";
import type { Docs } from "./api-model.ts";
import type { ModelContext } from "./context.ts";
import { buildDocs } from "./docs.ts";
import { items, text } from "./read.ts";

/** The Tag Objects of the document by name. OpenAPI 3.1, section 4.8.22. */
export function readTags(root: Node, context: ModelContext): Map<string, Docs> {
  return new Map(
    items(root, "tags", context).flatMap((tag) => {
      const name = text(tag, "name", context);
      return name === undefined ? [] : [[name, buildDocs(tag, context)] as const];
    }),
  );
}
