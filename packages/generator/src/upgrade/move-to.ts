import type { Link } from "../load/spec-files.ts";
import type { SpecDocument } from "../resolve/spec-document.ts";
import { mapRefs } from "./map-refs.ts";
import type { Upgrading } from "./upgrading.ts";

/** No file is called so: the word before the colon would make it the address of something else. */
const SCHEME = "file-of-the-spec:";

/** Content that is put into another file refers to the same things from there, by links made for that. */
export function createMoveTo(
  original: SpecDocument,
  links: Map<string, Map<string, Link>>,
): Upgrading["moveTo"] {
  const link = (from: string, file: string): string => {
    const own = links.get(from) ?? new Map<string, Link>();
    links.set(from, own.set(`${SCHEME}${file}`, { file }));
    return `${SCHEME}${file}`;
  };
  return (file, { value, at }) => {
    if (at.file === file) return value;
    return mapRefs(value, (ref, pointer) => {
      const target = original.step({
        value: { $ref: ref },
        at: { file: at.file, pointer: at.pointer + pointer },
      });
      return target ? `${link(file, target.at.file)}#${target.at.pointer}` : ref;
    });
  };
}
