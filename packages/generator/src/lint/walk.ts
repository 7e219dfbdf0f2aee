import { itemKind, memberKind } from "../structure/object-kinds.ts";
import type { Kind } from "../structure/object-kinds.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import { child } from "../resolve/child.ts";
import { refOf } from "../resolve/ref-of.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";
import { mappedTarget } from "./mapped-target.ts";
import { implicitVariants } from "./implicit-variants.ts";

/** An object of the spec, met on the first road that leads to it. */
export interface Visit {
  readonly node: Node;
  readonly kind: Kind;
  /** Field or name under which `holder` has it, or has the list or the reference that leads to it. */
  readonly key: string;
  /** Absent for the root. */
  readonly holder?: Visit;
  /** True when the road ended with a reference. */
  readonly isReferred: boolean;
}

/** All objects of a spec that the standard knows. */
export interface Walk {
  /** Each once, those that operations and webhooks lead to before the others. */
  readonly visits: readonly Visit[];
  /** Tells whether an operation or a webhook leads to what stands at a place. */
  isUsed(at: Place): boolean;
  /** Targets of the references on the way. */
  readonly targets: readonly Node[];
}

interface Walking {
  readonly document: SpecDocument;
  /** What is met grows the list: it is walked by its index, so that no chain of references is too long for the stack. */
  readonly visits: Visit[];
  readonly targets: Map<string, Node>;
  readonly seen: Set<string>;
  readonly places: Set<string>;
  walked: number;
}

/** Walks a spec with all its files: first what operations and webhooks lead to, then the other components. */
export function walkDocument(document: SpecDocument): Walk {
  const root: Visit = { node: document.root, kind: "document", key: "", isReferred: false };
  const walking: Walking = {
    document,
    visits: [root],
    targets: new Map(),
    seen: new Set(),
    places: new Set(),
    walked: 1,
  };
  const fields = Object.keys(Object(root.node.value));
  for (const key of fields) if (key !== "components") meetMember(root, key, walking);
  drain(walking);
  meetVariants(walking);
  const used = new Set(walking.places);
  const targets = [...walking.targets.values()];
  meetMember(root, "components", walking);
  drain(walking);
  return { visits: walking.visits, targets, isUsed: (at) => used.has(keyOf(at)) };
}

export function keyOf({ file, pointer }: Place): string {
  return `${file}#${pointer}`;
}

// Whoever gets a value of the type that is told apart may get one of these, though no reference leads to them.
function meetVariants(walking: Walking): void {
  const { document, places } = walking;
  const isUsed = ({ at }: Node): boolean => places.has(keyOf(at));
  for (;;) {
    const variants = implicitVariants(document, isUsed);
    if (variants.length === 0) return;
    for (const node of variants) meet(node, { kind: "schema", key: "", isReferred: true }, walking);
    drain(walking);
  }
}

function drain(walking: Walking): void {
  for (; walking.walked < walking.visits.length; walking.walked += 1) {
    const visit = walking.visits[walking.walked];
    if (!visit) return;
    for (const key of Object.keys(Object(visit.node.value))) meetMember(visit, key, walking);
  }
}

type Road = Omit<Visit, "node">;

function meetMember(holder: Visit, key: string, walking: Walking): void {
  const kind = memberKind(holder.kind, key);
  const node = key === "$ref" || !isWalked(kind) ? undefined : child(holder.node, key);
  if (node) meet(node, { kind, key, holder, isReferred: false }, walking);
}

/** Below these there is nothing that the standard knows. */
function isWalked(kind: Kind): boolean {
  return kind !== "literal" && kind !== "other";
}

function meet(node: Node, road: Road, walking: Walking): void {
  const { kind } = road;
  if (typeof node.value !== "object" || node.value === null) {
    if (kind === "mappedRef") follow(mappedTarget(node, walking.document), road, walking);
    return;
  }
  const key = `${kind} ${keyOf(node.at)}`;
  if (walking.seen.has(key)) return;
  walking.seen.add(key);
  walking.places.add(keyOf(node.at));
  if (Array.isArray(node.value)) return meetItems(node, node.value, road, walking);
  if (refOf(node) !== undefined) {
    follow(walking.document.step(node), road, walking);
    // Beside other references nothing counts; see OpenAPI 3.1, section 4.8.23.
    if (kind !== "schema" && kind !== "pathItem") return;
  }
  walking.visits.push({ ...road, node });
}

function meetItems(node: Node, items: readonly unknown[], road: Road, walking: Walking): void {
  const kind = itemKind(road.kind);
  if (!isWalked(kind)) return;
  for (const index of items.keys()) {
    const item = child(node, index);
    if (item) meet(item, { ...road, kind }, walking);
  }
}

function follow(target: Node | undefined, road: Road, walking: Walking): void {
  if (!target) return;
  walking.targets.set(keyOf(target.at), target);
  const kind = road.kind === "mappedRef" ? "schema" : road.kind;
  meet(target, { ...road, kind, isReferred: true }, walking);
}
