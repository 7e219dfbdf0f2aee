import { below } from "../resolve/child.ts";
import { getMember } from "../resolve/json-pointer.ts";
import { refOf } from "../resolve/ref-of.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import { withCollectionFormat } from "./collection-format.ts";
import { isPlainObject } from "./is-swagger.ts";
import { upgradeParameter } from "./library.ts";
import type { Upgrading } from "./upgrading.ts";

/** The parameters of an operation or a Path Item, by what becomes of them. */
export interface SplitParameters {
  /** In path, query and header; references not followed. */
  readonly kept: readonly Node[];
  /** `in: body` and `in: formData`; references followed. */
  readonly bodies: readonly Node[];
}

export function splitParameters(holder: Node, { original }: Upgrading): SplitParameters {
  const list = getMember(holder.value, "parameters")?.value;
  if (!Array.isArray(list)) return { kept: [], bodies: [] };
  const at = below(holder.at, "parameters");
  const nodes = list.map((value: unknown, index) => ({ value, at: below(at, String(index)) }));
  const kept: Node[] = [];
  const bodies: Node[] = [];
  for (const node of nodes) {
    const target = refOf(node) === undefined ? node : original.follow(node);
    if (target && isBodyParameter(target.value)) bodies.push(target);
    else kept.push(node);
  }
  return { kept, bodies };
}

export function isBodyParameter(value: unknown): boolean {
  const place = getMember(value, "in")?.value;
  return place === "body" || place === "formData";
}

/** Parameter Objects in path, query and header. */
export function keptParameters(nodes: readonly Node[], to: Place, upgrading: Upgrading): unknown[] {
  return nodes.map((node, index) => keptParameter(node, below(to, String(index)), upgrading));
}

export function keptParameter(node: Node, to: Place, upgrading: Upgrading): unknown {
  const { origins, refer, report } = upgrading;
  origins.record(to, node.at);
  if (!isPlainObject(node.value)) return node.value;
  if (refOf(node) !== undefined) {
    refer(node, "parameter");
    return node.value;
  }
  origins.record(below(to, "schema"), node.at);
  return upgradeParameter(withCollectionFormat(node, report)) ?? node.value;
}
