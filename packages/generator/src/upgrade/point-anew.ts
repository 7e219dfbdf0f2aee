import type { Link, SpecFile } from "../load/spec-files.ts";
import { refToPointer } from "../resolve/json-pointer.ts";
import { mapRefs } from "./map-refs.ts";
import type { Upgrading } from "./upgrading.ts";

/** Of a reference that leads nowhere, once that has been reported. */
const REFUSED = "refused:";

/** A file in which every reference leads to where its target stands now. */
export function pointAnew(
  { path, value }: SpecFile,
  { original, origins }: Upgrading,
  links: Map<string, Link>,
): unknown {
  return mapRefs(value, (text, pointer, key) => {
    // The library has changed these where it met them; the original file knows them by their former name.
    const ref = text.replace(/^#\/components\/schemas\//, "#/definitions/");
    const { pointer: from } = origins.originalPlace({ file: path, pointer });
    if (key !== "$ref" && !ref.startsWith("#/")) return text;
    const target = original.step({ value: { $ref: ref }, at: { file: path, pointer: from } });
    if (!target) {
      links.set(REFUSED, "refused");
      return key === "$ref" ? `${REFUSED}${ref}` : text;
    }
    const now = origins.upgradedPlace(target.at);
    if (now.pointer === target.at.pointer && now.file === target.at.file) return ref;
    const name = now.file === target.at.file ? ref.split("#", 1)[0] : nameOf(now.file, links);
    return `${name}${refToPointer(now.pointer)}`;
  });
}

function nameOf(file: string, links: Map<string, Link>): string {
  const name = `file-of-the-spec:${file}`;
  links.set(name, { file });
  return name;
}
