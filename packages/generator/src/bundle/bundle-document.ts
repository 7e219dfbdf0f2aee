import type { Report } from "../diagnostics/diagnostic.ts";
import type { SpecDocument } from "../resolve/spec-document.ts";
import { createComponents } from "./components.ts";
import { copy, copyContent } from "./copy.ts";
import type { Bundling } from "./copy.ts";
import { createAdmit } from "./limits.ts";
import { kindIn, SECTIONS } from "../structure/object-kinds.ts";
import type { Section } from "../structure/object-kinds.ts";
import { ROOT, within } from "./position.ts";

/**
 * Document of many files → one value that means the same and refers only to itself.
 *
 * What references into other files lead to becomes a component; what the standard has no section for, such as a Path
 * Item, is put in the place of its reference. The order of members is that of the sources; components of other files
 * come last, sorted by name. References that lead nowhere are reported by the document and stay as they are.
 *
 * @param report Takes what is too deep or too large; that part is `null` in the result.
 * @see OpenAPI 3.1, section 4.8.23 (Reference Object)
 */
export function bundleDocument(document: SpecDocument, report: Report): unknown {
  const entry = document.root.at.file;
  const bundling: Bundling = {
    document,
    components: createComponents(document),
    admit: createAdmit(entry, report),
    open: new Map(),
  };
  const root = copy(document.root, "document", ROOT, bundling);
  return withComponents(root, adoptedBySection(bundling));
}

type Added = ReadonlyMap<Section, readonly (readonly [string, unknown])[]>;

function adoptedBySection(bundling: Bundling): Added {
  const added = new Map<Section, [string, unknown][]>();
  const components = within(ROOT, "components");
  // Copying one component may adopt others: an array's iteration visits those too.
  for (const { section, name, node } of bundling.components.adopted) {
    const position = within(within(components, section), name);
    const content = copyContent(node, kindIn(section), position, bundling);
    added.set(section, [...(added.get(section) ?? []), [name, content]]);
  }
  return added;
}

function withComponents(root: unknown, added: Added): unknown {
  if (added.size === 0) return root;
  const components = SECTIONS.reduce(
    (all, section) => {
      const own = added.get(section);
      if (!own) return all;
      const sorted = own.toSorted(([a], [b]) => (a < b ? -1 : 1));
      return withMember(all, section, Object.fromEntries([...entriesOf(all, section), ...sorted]));
    },
    memberOf(root, "components"),
  );
  return withMember(root, "components", components);
}

function memberOf(value: unknown, key: string): unknown {
  return Object.getOwnPropertyDescriptor(Object(value), key)?.value;
}

function entriesOf(value: unknown, key: string): [string, unknown][] {
  return Object.entries(Object(memberOf(value, key)));
}

function withMember(value: unknown, key: string, member: unknown): unknown {
  return Object.fromEntries(new Map([...Object.entries(Object(value)), [key, member]]));
}
