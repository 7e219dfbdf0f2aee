import { refToPointer } from "../bundle/position.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import { child } from "../resolve/child.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";
import { keyOf } from "./walk.ts";
import type { Walk } from "./walk.ts";

export interface Shelves {
  /** Maps outside of the entry document that are nothing by themselves, and hold what references lead to. */
  readonly shelves: readonly Node[];
  /** Places with a target of some reference below them. */
  readonly leadTo: ReadonlySet<string>;
}

/** Finds where files keep their components: a file other than a document may lay them out as it likes. */
export function findShelves(document: SpecDocument, walk: Walk): Shelves {
  const leadTo = new Set<string>();
  const shelves = new Map<string, Place>();
  for (const { at } of walk.targets) {
    let isPart = false;
    for (const above of placesAbove(at)) {
      leadTo.add(keyOf(above));
      // Below an object of the standard everything is part of that object.
      isPart ||= walk.isUsed(above);
      if (!isPart) shelves.set(keyOf(above), above);
    }
  }
  const nodes = [...shelves.values()].flatMap((at) => nodeAt(at, document) ?? []);
  return { leadTo, shelves: nodes };
}

/** From the root of the file down to the holder of the place. */
function placesAbove({ file, pointer }: Place): readonly Place[] {
  const tokens = pointer.split("/").slice(0, -1);
  return tokens.map((_, index) => ({ file, pointer: tokens.slice(0, index + 1).join("/") }));
}

/** @returns `undefined` in the entry document, and in any other that is a whole document. */
function nodeAt({ file, pointer }: Place, document: SpecDocument): Node | undefined {
  if (file === document.root.at.file) return undefined;
  const at = { file, pointer: "" };
  const root = document.step({ value: { $ref: "#" }, at });
  if (!root || child(root, "openapi")) return undefined;
  return document.step({ value: { $ref: refToPointer(pointer) }, at });
}
