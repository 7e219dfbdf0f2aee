import type { Node } from "../resolve/spec-document.ts";
import { entriesOf, membersOf } from "./visits.ts";
import type { Walk } from "./walk.ts";

/** Names of all security schemes that the document or an operation asks for. OpenAPI 3.1, section 4.8.30. */
export function namedSchemes(root: Node, walk: Walk): ReadonlySet<string> {
  const operations = walk.visits.filter(({ kind }) => kind === "operation");
  return new Set(
    [root, ...operations.map(({ node }) => node)].flatMap((holder) =>
      membersOf(holder, "security").flatMap(([, requirement]) =>
        entriesOf(requirement).map(([name]) => name),
      ),
    ),
  );
}
