import type { Place } from "../diagnostics/diagnostic.ts";
import { typeName } from "../model/schema-registry.ts";
import { parsePointer } from "../resolve/json-pointer.ts";

/**
 * Names for what stands at a place, the best first: after the last part of its pointer, or its file; longer ones say
 * more and more of the way there.
 *
 * @param folder Of the entry document, with its slash; where the spec lies must not be seen in a name.
 */
export function namesFromPlace({ file, pointer }: Place, folder: string): string[] {
  const stem = file.slice(folder.length).replace(/\.[^./]*$/, "");
  const way = [...stem.split("/"), ...(parsePointer(pointer) ?? [])];
  return way.map((_, start) => typeName(way.slice(start).join(" "))).reverse();
}
