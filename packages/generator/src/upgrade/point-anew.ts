import type { SpecFile } from "../load/spec-files.ts";
import { refToPointer } from "../resolve/json-pointer.ts";
import { linkTo } from "./link-to.ts";
import type { LinkTable } from "./link-to.ts";
import { mapRefs } from "./map-refs.ts";
import type { Upgrading } from "./upgrading.ts";

/** Stands before a reference that leads nowhere, once that has been reported. */
const REFUSED = "refused:";

/** A file in which every reference leads to where its target stands now. */
export function pointAnew(
  { path, value }: SpecFile,
  { original, origins }: Upgrading,
  links: LinkTable,
): unknown {
  const refuse = (ref: string): string => {
    links.set(path, (links.get(path) ?? new Map()).set(REFUSED, "refused"));
    return `${REFUSED}${ref}`;
  };
  return mapRefs(value, (text, pointer, key) => {
    // The library has changed these where it met them; the original file knows them by their former name.
    const ref = text.replace(/^#\/components\/schemas\//, "#/definitions/");
    // A discriminator may map to the name of a schema as well.
    if (key !== "$ref" && !ref.startsWith("#/")) return text;
    const { pointer: from } = origins.originalPlace({ file: path, pointer });
    const target = original.step({ value: { $ref: ref }, at: { file: path, pointer: from } });
    if (!target) return key === "$ref" ? refuse(ref) : text;
    const now = origins.upgradedPlace(target.at);
    const hasStayed = now.file === target.at.file && now.pointer === target.at.pointer;
    if (hasStayed) return ref;
    const name = now.file === path ? "" : linkTo(now.file, path, links);
    return `${name}${refToPointer(now.pointer)}`;
  });
}
