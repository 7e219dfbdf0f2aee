import type { Node, SpecDocument } from "../resolve/spec-document.ts";
import { declaredIn } from "./declared.ts";
import { namesFromPlace } from "./names-from-place.ts";
import { SECTIONS } from "../structure/object-kinds.ts";
import type { Section } from "../structure/object-kinds.ts";
import { createSchemaNames } from "./schema-names.ts";

/** Something of another file that becomes a component of the bundle. */
export interface Adopted {
  readonly section: Section;
  readonly name: string;
  readonly node: Node;
}

/** The components of a bundle: those of the entry document, and those that references into other files ask for. */
export interface Components {
  /** The name under which the target of a reference is found; it is adopted when it has none. */
  readonly nameOf: (target: Node, section: Section) => string;
  /** In the order in which they were asked for; grows while it is walked. */
  readonly adopted: readonly Adopted[];
}

interface Names {
  /** By section and place of the content. */
  readonly byPlace: Map<string, string>;
  /** Section and name of every component. */
  readonly taken: Set<string>;
}

export function createComponents(document: SpecDocument): Components {
  const names: Names = { byPlace: new Map(), taken: new Set() };
  for (const section of SECTIONS) addDeclared(section, document, names);
  const schemaName = createSchemaNames(document);
  const folder = folderOf(document.root);
  const adopted: Adopted[] = [];
  return {
    adopted,
    nameOf(node, section) {
      const key = placeKey(section, node);
      const known = names.byPlace.get(key);
      if (known !== undefined) return known;
      const wanted = section === "schemas" ? [schemaName(node)] : namesFromPlace(node.at, folder);
      const name = claim(section, wanted, names);
      names.byPlace.set(key, name);
      adopted.push({ section, name, node });
      return name;
    },
  };
}

function addDeclared(section: Section, document: SpecDocument, { byPlace, taken }: Names): void {
  for (const { name, node, content } of declaredIn(section, document)) {
    taken.add(`${section} ${name}`);
    for (const key of [placeKey(section, node), placeKey(section, content)]) {
      if (!byPlace.has(key)) byPlace.set(key, name);
    }
  }
}

// Never a number to break a tie, always a longer name.
function claim(section: Section, wanted: readonly string[], { taken }: Names): string {
  const isFree = (name: string): boolean => !taken.has(`${section} ${name}`);
  let name = wanted.find(isFree) ?? wanted.at(-1) ?? "Unnamed";
  while (!isFree(name)) name += "Value";
  taken.add(`${section} ${name}`);
  return name;
}

function placeKey(section: Section, { at }: Node): string {
  return `${section} ${at.file}#${at.pointer}`;
}

function folderOf({ at }: Node): string {
  return at.file.slice(0, at.file.lastIndexOf("/") + 1);
}
