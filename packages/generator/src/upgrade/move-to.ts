import type { SpecDocument } from "../resolve/spec-document.ts";
import { refToPointer } from "../resolve/json-pointer.ts";
import { linkTo } from "./link-to.ts";
import type { LinkTable } from "./link-to.ts";
import { mapRefs } from "./map-refs.ts";
import type { Upgrading } from "./upgrading.ts";

/** Content that is put into another file refers to the same things from there, by links made for that. */
export function createMoveTo(original: SpecDocument, links: LinkTable): Upgrading["moveTo"] {
  return (file, { value, at }) => {
    if (at.file === file) return value;
    return mapRefs(value, (ref, pointer) => {
      const place = { file: at.file, pointer: at.pointer + pointer };
      const target = original.step({ value: { $ref: ref }, at: place });
      if (!target) return ref;
      const name = target.at.file === file ? "" : linkTo(target.at.file, file, links);
      return `${name}${refToPointer(target.at.pointer)}`;
    });
  };
}
