import { escapeToken } from "./json-pointer.ts";

/** Pointers by anchor name. JSON Schema 2020-12 Core, section 8.2.2, `$anchor` and `$dynamicAnchor`. */
export type Anchors = ReadonlyMap<string, string>;

export function findAnchors(root: unknown): Anchors {
  const anchors = new Map<string, string>();
  collect(root, "", anchors);
  return anchors;
}

function collect(value: unknown, pointer: string, anchors: Map<string, string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    const isAnchor = key === "$anchor" || key === "$dynamicAnchor";
    if (isAnchor && typeof member === "string" && !anchors.has(member))
      anchors.set(member, pointer);
    else collect(member, `${pointer}/${escapeToken(key)}`, anchors);
  }
}
