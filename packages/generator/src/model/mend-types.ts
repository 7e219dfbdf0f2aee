import { mendedType } from "../diagnostics/catalog/model.ts";
import type { Node } from "../resolve/spec-document.ts";
import { readTypeWord } from "../structure/type-words.ts";
import type { TypeReading } from "../structure/type-words.ts";
import type { ModelContext } from "./context.ts";
import { below, member } from "./read.ts";

/**
 * The schema with types of JSON Schema in the place of others that are plain to read: `int`, `any`, `date`, a bare `null`.
 * Words that are not plain stay, to be refused by whoever reads them.
 */
export function mendTypes(node: Node, context: ModelContext): Node {
  const type = member(node, "type");
  if (!type) return node;
  const words: readonly unknown[] = Array.isArray(type.value) ? type.value : [type.value];
  const readings = words.map((word) => readTypeWord(word));
  if (readings.every((reading, index) => reading?.type === words[index])) return node;
  for (const [index, reading] of readings.entries()) {
    if (!reading || reading.type === words[index]) continue;
    const at = Array.isArray(type.value) ? below(type.at, index) : type.at;
    context.report(mendedType(at, words[index], reading));
  }
  return { value: { ...Object(node.value), ...mended(words, readings) }, at: node.at };
}

function mended(
  words: readonly unknown[],
  readings: readonly (TypeReading | undefined)[],
): { readonly type: unknown; readonly format?: string } {
  const isAny = readings.some((reading) => reading && reading.type === undefined);
  const types = readings.map((reading, index) => reading?.type ?? words[index]);
  const format = readings.find((reading) => reading?.format !== undefined)?.format;
  return {
    type: isAny ? undefined : types.length === 1 ? types[0] : types,
    ...(format !== undefined && { format }),
  };
}
