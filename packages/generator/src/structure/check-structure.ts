import { unresolvedRef } from "../diagnostics/catalog/resolve.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { SpecVersion } from "../load/check-version.ts";
import { below, child } from "../resolve/child.ts";
import { refOf } from "../resolve/ref-of.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";
import { checkObject } from "./check-object.ts";
import { itemKind, memberKind } from "./object-kinds.ts";
import type { Kind } from "./object-kinds.ts";
import type { Holds, ObjectRule, StructureContext } from "./object-rule.ts";
import { OBJECT_RULES } from "./objects/index.ts";
import { isObject } from "./readings.ts";
import {
  HARMLESS_LISTS,
  wrongField,
  wrongList,
  wrongObject,
  wrongSchemaValue,
} from "./wrong-value.ts";

/** A value that stands, or should stand, for an object of a kind. */
interface Met {
  readonly node: Node;
  readonly kind: Kind;
}

interface Walk extends StructureContext {
  /** Grows while it is walked by its index, so that no depth of a document is too deep for the stack. */
  readonly queue: Met[];
  /** Objects that were met as each kind; more than one where a reference takes one for another. */
  readonly seen: Map<Kind, Set<unknown>>;
}

/**
 * Reports where the objects of a document are not built as the standard says: every file, and every object that a
 * reference leads to, once. What is harmless is a warning; what would make the output wrong or ambiguous is an error.
 */
export function checkStructure(document: SpecDocument, version: SpecVersion, report: Report): void {
  const queue: Met[] = [{ node: document.root, kind: "document" }];
  const walk: Walk = { document, version, report, queue, seen: new Map() };
  for (let index = 0; index < queue.length; index += 1) {
    const met = queue[index];
    if (met) meet(met, walk);
  }
}

/** Kinds that people read, and tools of theirs: nothing that is generated hangs on them. */
const HARMLESS: ReadonlySet<Kind> = new Set([
  "contact",
  "license",
  "tag",
  "externalDocs",
  "xml",
  "discriminator",
  "mapping",
  "examples",
  "exampleMap",
  "example",
  "links",
  "linkMap",
  "link",
]);

function meet({ node, kind }: Met, walk: Walk): void {
  const wrong = kind === "schema" ? wrongSchemaValue(node) : wrongObject(node, HARMLESS.has(kind));
  if (wrong) walk.report(wrong);
  if (!isObject(node.value) || !isFirst(node.value, kind, walk)) return;
  if (refOf(node) !== undefined) {
    const target = targetOf({ node, kind }, walk);
    if (target) walk.queue.push({ node: target, kind });
    // Beside other references nothing counts. OpenAPI 3.2, section 4.23.
    if (kind !== "schema" && kind !== "pathItem") return;
  }
  const rule = OBJECT_RULES[kind];
  if (rule) checkObject(node, rule, walk);
  for (const key of Object.keys(node.value)) meetMember(node, key, kind, rule, walk);
}

// An example that is not there costs no more than the example.
function targetOf({ node, kind }: Met, { document, report }: Walk): Node | undefined {
  if (!HARMLESS.has(kind)) return document.step(node);
  const target = document.find(node);
  const ref = refOf(node);
  if (!target && typeof ref === "string")
    report({ ...unresolvedRef(below(node.at, "$ref"), ref), severity: "warning" });
  return target;
}

function isFirst(value: unknown, kind: Kind, { seen }: Walk): boolean {
  const known = seen.get(kind) ?? new Set();
  if (known.has(value)) return false;
  seen.set(kind, known.add(value));
  return true;
}

function meetMember(
  holder: Node,
  key: string,
  kind: Kind,
  rule: ObjectRule | undefined,
  walk: Walk,
): void {
  // `dependencies` of draft 4 holds schemas and lists of names.
  const node = key === "$ref" || key === "dependencies" ? undefined : child(holder, key);
  if (!node) return;
  const next = memberKind(kind, key);
  const holds = holdsOf(rule, key);
  const isHarmless = HARMLESS_LISTS.has(key);
  if (next === "literal" || next === "other" || next === "mappedRef") {
    const wrong = holds && wrongField(node, holds, isHarmless);
    if (wrong) walk.report(wrong);
  } else if (holds === "list" || (Array.isArray(node.value) && key === "items")) {
    meetItems(node, next, isHarmless, walk);
  } else {
    walk.queue.push({ node, kind: next });
  }
}

function holdsOf(rule: ObjectRule | undefined, key: string): Holds | undefined {
  return rule?.fields && Object.hasOwn(rule.fields, key) ? rule.fields[key] : undefined;
}

function meetItems(list: Node, kind: Kind, isHarmless: boolean, walk: Walk): void {
  const wrong = wrongList(list, isHarmless);
  if (wrong) return walk.report(wrong);
  for (const index of Object.keys(Object(list.value))) {
    const node = child(list, index);
    if (node) walk.queue.push({ node, kind: itemKind(kind) });
  }
}
