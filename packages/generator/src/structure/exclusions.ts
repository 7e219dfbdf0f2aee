import type { Kind } from "../bundle/object-kinds.ts";
import { exclusiveFields } from "../diagnostics/catalog/structure.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { child } from "../resolve/child.ts";
import type { Node } from "../resolve/spec-document.ts";

type Pair = readonly [field: string, other: string];

/** Fields that exclude each other, by kind of object. */
const PAIRS: Readonly<Partial<Record<Kind, readonly Pair[]>>> = {
  parameter: [
    ["examples", "example"],
    ["content", "schema"],
  ],
  header: [
    ["examples", "example"],
    ["content", "schema"],
  ],
  // OpenAPI 3.1, section 4.8.19; OpenAPI 3.2, section 4.19.
  example: [
    ["externalValue", "value"],
    ["dataValue", "value"],
    ["serializedValue", "value"],
    ["externalValue", "serializedValue"],
  ],
  // OpenAPI 3.1, section 4.8.20.
  link: [["operationId", "operationRef"]],
  // OpenAPI 3.2, sections 4.14 and 4.15.
  mediaType: [
    ["prefixEncoding", "encoding"],
    ["itemEncoding", "encoding"],
  ],
  encoding: [
    ["prefixEncoding", "encoding"],
    ["itemEncoding", "encoding"],
  ],
};

/** OpenAPI 3.2, section 4.26 (XML Object). */
const OF_XML: readonly Pair[] = [
  ["nodeType", "attribute"],
  ["nodeType", "wrapped"],
];

/** Reports fields of an object that exclude each other. */
export function checkExclusions(node: Node, kind: Kind, report: Report): void {
  checkPairs(node, PAIRS[kind] ?? [], report);
  const xml = kind === "schema" ? child(node, "xml") : undefined;
  if (xml) checkPairs(xml, OF_XML, report);
  const prefix =
    kind === "mediaType" || kind === "encoding" ? child(node, "prefixEncoding") : undefined;
  const inner = [child(node, "itemEncoding"), ...itemsOf(prefix)];
  for (const encoding of inner) if (encoding) checkExclusions(encoding, "encoding", report);
}

function itemsOf(list: Node | undefined): (Node | undefined)[] {
  if (!list || !Array.isArray(list.value)) return [];
  return list.value.map((_, index) => child(list, index));
}

function checkPairs(node: Node, pairs: readonly Pair[], report: Report): void {
  for (const [field, other] of pairs) {
    const found = child(node, field);
    if (found && child(node, other)) report(exclusiveFields(found.at, field, other));
  }
}
