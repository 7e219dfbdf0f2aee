import { roleOf, type Role } from "../load/find-file-refs.ts";
import { escapeToken } from "../resolve/json-pointer.ts";

/** What to put in the place of a reference. `pointer` is that of its holder; `key` is `$ref`, or what is mapped. */
export type ChangeRef = (ref: string, pointer: string, key: string) => string;

/** A copy of `value` in which every `$ref`, and what a discriminator maps to by reference, is changed. */
export function mapRefs(value: unknown, change: ChangeRef): unknown {
  return visit(value, "", "object", change);
}

function visit(value: unknown, pointer: string, role: Role, change: ChangeRef): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) =>
      visit(item, `${pointer}/${index}`, "object", change),
    );
  }
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]): [string, unknown] => {
    if (typeof member === "string") {
      return [key, isRef(key, member, role) ? change(member, pointer, key) : member];
    }
    const next = roleOf(key, member, role, false);
    const below = `${pointer}/${escapeToken(key)}`;
    return [key, next ? visit(member, below, next, change) : member];
  });
  return Object.fromEntries(members);
}

function isRef(key: string, text: string, role: Role): boolean {
  if (role === "mapping") return /[./#]/.test(text);
  return key === "$ref" && role !== "names";
}
