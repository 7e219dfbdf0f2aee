import { wrongOverlay } from "../diagnostics/catalog/overlay.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { child } from "../resolve/child.ts";
import type { Node } from "../resolve/spec-document.ts";

/** One change of a document. Overlay 1.0, section 4.4.3 (Action Object). */
export interface Action {
  readonly target: Node;
  /** What is merged into each selected value. */
  readonly update?: Node;
  readonly remove: boolean;
}

/** The actions of an overlay, in order. What is wrong with it is reported. */
export function readOverlay(overlay: Node, report: Report): Action[] {
  const version = child(overlay, "overlay");
  if (typeof version?.value !== "string" || !/^1\.[01]\.\d+$/.test(version.value)) {
    report(wrongOverlay(version?.at ?? overlay.at, '"overlay" must be a version such as "1.0.0"'));
    return [];
  }
  const actions = child(overlay, "actions");
  if (!actions || !Array.isArray(actions.value) || actions.value.length === 0) {
    report(wrongOverlay(actions?.at ?? overlay.at, '"actions" must be a list of at least one'));
    return [];
  }
  return actions.value.flatMap((_, index) => {
    const node = child(actions, index);
    return node ? readAction(node, report) : [];
  });
}

function readAction(node: Node, report: Report): Action[] {
  const target = child(node, "target");
  if (typeof target?.value !== "string") {
    report(wrongOverlay(target?.at ?? node.at, '"target" must be a JSONPath'));
    return [];
  }
  const update = child(node, "update");
  const remove = child(node, "remove")?.value === true;
  if (!update && !remove) {
    report(wrongOverlay(node.at, 'it has neither "update" nor "remove", so it does nothing'));
    return [];
  }
  return [{ target, remove, ...(update && { update }) }];
}
