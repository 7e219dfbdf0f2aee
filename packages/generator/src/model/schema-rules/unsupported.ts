import type { Node } from "../../resolve/spec-document.ts";
import { unsupportedKeyword } from "../../diagnostics/catalog/model.ts";
import type { ModelContext } from "../context.ts";
import { member } from "../read.ts";

/** Keywords that would narrow a schema and that the model does not carry yet: nothing is dropped in silence. */
const UNSUPPORTED = ["$recursiveRef"] as const;

export function reportUnsupported(node: Node, context: ModelContext): void {
  for (const keyword of UNSUPPORTED) {
    const found = member(node, keyword);
    if (found) context.report(unsupportedKeyword(found.at, keyword));
  }
}
