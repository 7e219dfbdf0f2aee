import { wrongType } from "../diagnostics/catalog/model.ts";
import { mendedValue, wrongSchema } from "../diagnostics/catalog/structure.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { child } from "../resolve/child.ts";
import { refOf } from "../resolve/ref-of.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Holds } from "./object-rule.ts";
import { isNothing, isObject, readCount, readFlag, readNumeral, readText } from "./readings.ts";

/** What is to be said of a value that is not what its place holds; `undefined` when all is well. */

type Scalar = Extract<Holds, "text" | "flag" | "count" | "number">;

const SCALARS: Readonly<
  Record<Scalar, readonly [expected: string, type: string, read: (value: unknown) => unknown]>
> = {
  text: ["a string", "string", readText],
  flag: ["true or false", "boolean", readFlag],
  count: ["a whole number of at least 0", "number", readCount],
  number: ["a number", "number", readNumeral],
};

/** A scalar that cannot be read is prose or a limit less: the rest makes sense without it. */
export function wrongScalar({ value, at }: Node, holds: Scalar): Diagnostic | undefined {
  const [expected, type, read] = SCALARS[holds];
  const reading = read(value);
  if (reading === undefined) return wrongType(at, expected, value, "warning");
  return typeof value === type || typeof value === "object"
    ? undefined
    : mendedValue(at, expected, value, reading);
}

/** @param isHarmless Whether nothing is lost but a check or a comment. Default: false. */
export function wrongObject({ value, at }: Node, isHarmless = false): Diagnostic | undefined {
  if (isObject(value)) return undefined;
  return wrongType(at, "an object", value, isHarmless || isNothing(value) ? "warning" : "error");
}

/** Lists that are passed over where they are none: no more is lost than a check or a comment. */
export const HARMLESS_LISTS: ReadonlySet<string> = new Set(["required", "enum", "tags"]);

/** @param isHarmless Whether nothing is lost but a check or a comment. */
export function wrongList({ value, at }: Node, isHarmless: boolean): Diagnostic | undefined {
  if (Array.isArray(value)) return undefined;
  return wrongType(at, "an array", value, isHarmless || isNothing(value) ? "warning" : "error");
}

export function wrongSchemaValue({ value, at }: Node): Diagnostic | undefined {
  return typeof value === "boolean" || isObject(value) ? undefined : wrongSchema(at, value);
}

/** A field of a kind that no table of objects speaks of. */
export function wrongField(node: Node, holds: Holds, isHarmless: boolean): Diagnostic | undefined {
  switch (holds) {
    case "text":
    case "flag":
    case "count":
    case "number":
      // Long texts are kept in files of their own by some.
      return refOf(node) !== undefined && child(node, "$ref")
        ? undefined
        : wrongScalar(node, holds);
    case "object":
      return wrongObject(node, isHarmless);
    case "list":
      return wrongList(node, isHarmless);
    case "schema":
      return wrongSchemaValue(node);
    case "any":
      return undefined;
  }
}
