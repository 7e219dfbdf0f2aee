import type { SpecFile, SpecFiles } from "../load/spec-files.ts";
import { parsePointer } from "../resolve/json-pointer.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";
import { hasDocumentForm, isSwagger } from "./is-swagger.ts";
import { putAt } from "./put-at.ts";
import { upgradeObject } from "./upgrade-object.ts";
import type { Kind, Upgrading } from "./upgrading.ts";

/**
 * Parts of documents that stand outside of any: in files of their own, or under names that the standard does not know. What
 * such a part is, only those tell who refer to it. It is upgraded where it stands.
 */
export interface Fragments {
  readonly refer: Upgrading["refer"];
  /**
   * Upgrades all that was referred to, and what is met on the way.
   *
   * @param document Upgrades a file that turns out to have the form of a document.
   */
  readonly upgradeEach: (
    upgrading: Upgrading,
    files: Map<string, SpecFile>,
    document: (file: SpecFile) => void,
  ) => void;
}

/** Sections of a document, whose members are upgraded with it. */
const SECTIONS = /^\/(?:definitions|parameters|responses|paths|securityDefinitions)(?:\/|$)/;

export function createFragments(files: SpecFiles, original: SpecDocument): Fragments {
  const open: { readonly node: Node; readonly kind: Kind }[] = [];
  const documents: SpecFile[] = [];
  const seen = new Set<string>();
  return {
    refer(node, kind) {
      const target = original.step(node);
      const file = target && files.files.get(target.at.file);
      if (!target || !file) return;
      const isInDocument = hasDocumentForm(file.value);
      if (isInDocument && !isSwagger(file.value) && once(file.path, seen)) documents.push(file);
      if (isInDocument && SECTIONS.test(target.at.pointer)) return;
      if (target.at.pointer === "" && isInDocument) return;
      if (isOpenApi(file.value)) return;
      if (once(`${target.at.file}#${target.at.pointer}`, seen)) open.push({ node: target, kind });
    },
    upgradeEach(upgrading, upgraded, document) {
      const done: { readonly node: Node; readonly value: unknown }[] = [];
      while (open.length > 0 || documents.length > 0) {
        for (const file of documents.splice(0)) document(file);
        for (const { node, kind } of open.splice(0)) {
          done.push({ node, value: upgradeObject(node, kind, node.at, upgrading) });
        }
      }
      // The outer ones first: what stands in them is put into them.
      for (const { node, value } of done.sort((a, b) => depth(a.node) - depth(b.node))) {
        const file = upgraded.get(node.at.file);
        const tokens = parsePointer(node.at.pointer) ?? [];
        if (file) upgraded.set(file.path, { ...file, value: putAt(file.value, tokens, value) });
      }
    },
  };
}

function once(key: string, seen: Set<string>): boolean {
  const isNew = !seen.has(key);
  seen.add(key);
  return isNew;
}

function isOpenApi(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "openapi");
}

function depth({ at }: Node): number {
  return at.pointer.split("/").length;
}
